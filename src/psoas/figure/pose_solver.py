"""From wishes and contacts to joint angles: one bounded least-squares problem a pose.

    smallest sum of squares of      weight
    contact and pin errors          3 a centimetre      (planted points: all three directions)
    overlap with room and self      3 a centimetre
    distance from the wished pose   0.03 a degree       (times FIRM where it is firm)
    imbalance of a standing body    0.1 a centimetre    (centre of mass over the feet)

with every joint inside its limits. Unknowns are in centimetres and degrees, so that one step size fits all.
"""

from collections.abc import Mapping

import numpy as np
from scipy.optimize import least_squares
from scipy.spatial.transform import Rotation

from psoas.figure.collision import room_depths, self_depths
from psoas.figure.contacts import Contact, Pin
from psoas.figure.motion import Pose
from psoas.figure.props import Surface
from psoas.figure.skeleton import Array, Placed, body, place
from psoas.vocabulary.value import value

CONTACT, TOUCH, OVERLAP, WISH, ROOT, BALANCE = 600.0, 100.0, 400.0, 0.03, 2.0, 10.0
SLACK = 0.006
"""Flesh gives: contact may press this deep (m) before it counts as overlap."""
MASSES = {
    "pelvis": 0.14,
    "L3": 0.14,
    "T8": 0.22,
    "head": 0.08,
    "r_thigh": 0.1,
    "l_thigh": 0.1,
    "r_shank": 0.06,
    "l_shank": 0.06,
}
MASSES |= {"r_upper_arm": 0.03, "l_upper_arm": 0.03, "r_forearm": 0.02, "l_forearm": 0.02}
"""Rough shares of body mass, each at the middle of its segment (customary, after de Leva 1996)."""


@value
class PoseProblem:
    """What one pose must do. `anchors` are where planted points already stand."""

    start: Pose
    wish: Pose
    weights: Array
    """Of the angles; then of the hip centre (3) and of the pelvis's turn (1)."""
    contacts: tuple[Contact, ...]
    pins: tuple[Pin, ...]
    anchors: Mapping[str, Array]
    surfaces: Mapping[str, Surface]
    boxes: tuple[tuple[Array, Array], ...]
    effort: int = 40


def solve(problem: PoseProblem) -> Pose:
    """The pose nearest to the wish that keeps its contacts."""
    system = _System(problem)
    found = least_squares(
        lambda x: system.residuals(x[None])[0],
        system.x0,
        jac=system.jacobian,
        bounds=(system.low, system.high),
        x_scale=1.0,
        ftol=1e-4,
        xtol=1e-4,
        gtol=1e-6,
        max_nfev=problem.effort,
    )
    return system.pose(found.x)


class _System:
    def __init__(self, problem: PoseProblem) -> None:
        self.problem = problem
        table = body()
        self.names = list(table.points)
        self.frames = tuple(point.frame for point in table.points.values())
        self.places = np.array([point.at for point in table.points.values()])
        self.radii = np.array([point.radius for point in table.points.values()])
        self.base = Rotation.from_quat(problem.start.turn, scalar_first=True)
        self.wished = Rotation.from_quat(problem.wish.turn, scalar_first=True)
        far = np.full(6, 720.0)
        self.low, self.high = np.concatenate([-far, table.low]), np.concatenate([far, table.high])
        inside = np.clip(problem.start.angles, table.low + 1e-3, table.high - 1e-3)
        self.x0 = np.concatenate([problem.start.at * 100, np.zeros(3), inside])
        self.mass_frames = tuple(index for index, frame in enumerate(table.frames) if frame.name in MASSES)
        self.masses = np.array([MASSES[table.frames[index].name] for index in self.mass_frames])
        self.masses = self.masses / self.masses.sum()
        middle = {"thigh": -0.2, "shank": -0.2, "upper_arm": -0.14, "forearm": -0.12, "head": 0.08, "T8": 0.05}
        lengths = [
            middle.get(table.frames[index].name.partition("_")[2] or table.frames[index].name, 0.0)
            for index in self.mass_frames
        ]
        self.mass_places = np.array([[0, length, 0] for length in lengths])
        self._index_targets()

    def _index_targets(self) -> None:
        problem, table = self.problem, self.names
        self.on = np.array([table.index(contact.point) for contact in problem.contacts], int)
        self.plane_at = np.array([problem.surfaces[contact.surface].at for contact in problem.contacts]).reshape(-1, 3)
        self.plane_out = np.array([problem.surfaces[contact.surface].out for contact in problem.contacts]).reshape(-1, 3)
        planted = [c for c in problem.contacts if c.point in problem.anchors and not c.slides]
        self.planted = np.array([table.index(contact.point) for contact in planted], int)
        self.anchors = np.array([problem.anchors[contact.point] for contact in planted]).reshape(-1, 3)
        touching, placing = [p for p in problem.pins if p.to], [p for p in problem.pins if p.at is not None]
        self.touch = np.array([(table.index(p.point), table.index(str(p.to))) for p in touching], int).reshape(-1, 2)
        self.put = np.array([table.index(p.point) for p in placing], int)
        self.put_at = np.array([p.at for p in placing]).reshape(-1, 3)
        feet = {"r_heel", "l_heel", "r_ball_in", "l_ball_in", "r_ball_out", "l_ball_out"}
        self.feet = np.array([table.index(c.point) for c in problem.contacts if c.point in feet], int)
        self.balanced = (
            bool(len(self.feet))
            and not problem.pins
            and all("heel" in c.point or "ball" in c.point or "toe" in c.point for c in problem.contacts)
        )

    def turns(self, x: Array) -> Rotation:
        return Rotation.from_rotvec(np.radians(x[:, 3:6])) * self.base

    def pose(self, x: Array) -> Pose:
        quaternion = self.turns(x[None])[0].as_quat(scalar_first=True)
        return Pose(at=x[:3] / 100, turn=quaternion, angles=np.clip(x[6:], body().low, body().high))

    def placed(self, x: Array) -> Placed:
        return place(x[:, :3] / 100, self.turns(x).as_matrix(), x[:, 6:])

    def jacobian(self, x: Array) -> Array:
        step = 0.02
        moved = np.concatenate([x[None], x + step * np.eye(len(x))])
        values = self.residuals(moved)
        return np.asarray((values[1:] - values[0]).T / step)

    def residuals(self, x: Array) -> Array:
        placed = self.placed(x)
        skin = placed.points(self.frames, self.places)
        parts = [self._wish(x), self._contact(skin), self._overlap(placed, skin)]
        if self.balanced:
            centre = np.einsum("m,bmi->bi", self.masses, placed.points(self.mass_frames, self.mass_places))
            parts.append(BALANCE * (centre - skin[:, self.feet].mean(axis=1))[:, (0, 2)])
        return np.concatenate(parts, axis=1)

    def _wish(self, x: Array) -> Array:
        problem = self.problem
        count = len(problem.wish.angles)
        angles = WISH * problem.weights[:count] * (x[:, 6:] - problem.wish.angles)
        at = ROOT * problem.weights[count : count + 3] * (x[:, :3] / 100 - problem.wish.at)
        turn = np.degrees((self.turns(x) * self.wished.inv()).as_rotvec())
        return np.concatenate([angles, at, WISH * 1.5 * problem.weights[-1] * turn], axis=1)

    def _contact(self, skin: Array) -> Array:
        touching = skin[:, self.on] - self.plane_at
        height = np.einsum("bni,ni->bn", touching, self.plane_out) - self.radii[self.on]
        planted = (skin[:, self.planted] - self.anchors).reshape(len(skin), -1)
        touch = (skin[:, self.touch[:, 0]] - skin[:, self.touch[:, 1]]).reshape(len(skin), -1)
        put = (skin[:, self.put] - self.put_at).reshape(len(skin), -1)
        return np.concatenate([CONTACT * height, CONTACT * planted, TOUCH * touch, CONTACT * put], axis=1)

    def _overlap(self, placed: Placed, skin: Array) -> Array:
        room = room_depths(skin, self.radii, self.problem.boxes)
        both = np.concatenate([room, self_depths(placed)], axis=1)
        return OVERLAP * np.maximum(both - SLACK, 0)
