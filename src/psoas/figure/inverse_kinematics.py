"""A movement solved: the chain of poses through its keys, close enough together to be joined smoothly.

Keys come first, in order, each planted where the one before stood; then the poses between two keys, which keep every
contact that both have. Poses in a row hold the pelvis's turn with one sign, so that they may be blended.
"""

from collections.abc import Mapping

import numpy as np
from scipy.spatial.transform import Rotation

from psoas.figure.contacts import Contact, Pin, boxes_of, contacts_of, pins_of, surfaces_of
from psoas.figure.motion import Motion, Pose, contacts_along
from psoas.figure.movement import Movement
from psoas.figure.notation import Wish, read_pose, standing_straight
from psoas.figure.pose_solver import PoseProblem, solve
from psoas.figure.skeleton import Array, Placed, body, place
from psoas.vocabulary.value import value

AT = 30.0
"""A firm place of the hip centre; a plain one yields to contacts, its height most of all."""
AGAIN = "again"
"""The key that closes a round: it wishes for the first key's pose, one round on."""
BETWEEN = 2.0
"""Poses between keys hold on to the blend of their keys this much more than a key to its wish."""


@value
class Touching:
    """What touches at a pose, and where planted points stand."""

    contacts: tuple[Contact, ...]
    anchors: Mapping[str, Array]


def solve_movement(movement: Movement) -> Motion:
    """All poses of a movement."""
    along = contacts_along(movement)
    keys, anchors = _solve_keys(movement, _wishes(movement), contacts_of(movement))
    poses = [keys[0]]
    for index in range(len(keys) - 1):
        for step in range(1, movement.steps + 1):
            share, touching = step / (movement.steps + 1), Touching(contacts=along[len(poses)], anchors=anchors[index])
            ends = (keys[index], keys[index + 1])
            poses.append(_between(movement, index=index, share=share, ends=ends, touching=touching))
        poses.append(keys[index + 1])
    return Motion(movement=movement, poses=tuple(_one_sign(poses)), contacts=along)


def place_all(poses: tuple[Pose, ...]) -> Placed:
    """The bodies of many poses at once."""
    turns = Rotation.from_quat(np.array([pose.turn for pose in poses]), scalar_first=True).as_matrix()
    return place(np.array([pose.at for pose in poses]), turns, np.array([pose.angles for pose in poses]))


def skin_of(placed: Placed) -> dict[str, Array]:
    """Every named point of the body, (B, 3) each."""
    points = body().points
    where = placed.points(tuple(p.frame for p in points.values()), np.array([p.at for p in points.values()]))
    return {name: where[:, index] for index, name in enumerate(points)}


def _wishes(movement: Movement) -> list[Wish]:
    wish, found = standing_straight(), []
    for key in movement.keys:
        wish = read_pose(key.pose, start=wish)
        found.append(wish)
    return found


def wished_pose(wish: Wish) -> Pose:
    """The authored pose as it stands, before any contact is met."""
    pitch, yaw, lean, twist = wish.root[3:]
    turn = Rotation.from_euler("Y", yaw, degrees=True) * Rotation.from_euler("Z", -pitch, degrees=True)
    turn = turn * Rotation.from_euler("X", lean, degrees=True) * Rotation.from_euler("Y", twist, degrees=True)
    return Pose(at=wish.root[:3], turn=turn.as_quat(scalar_first=True), angles=wish.angles)


def _solve_keys(
    movement: Movement, wishes: list[Wish], touching: tuple[tuple[Contact, ...], ...]
) -> tuple[list[Pose], list[dict[str, Array]]]:
    surfaces, boxes = surfaces_of(movement), boxes_of(movement)
    anchors: dict[str, Array] = {}
    keys: list[Pose] = []
    stood: list[dict[str, Array]] = []
    for index, (key, wish, contacts) in enumerate(zip(movement.keys, wishes, touching, strict=True)):
        points = {contact.point for contact in contacts if not contact.slides}
        standing = {contact.point for contact in contacts if contact.since < index}
        anchors = {point: at for point, at in anchors.items() if point in points & standing}
        wished = _further(keys[0], movement.travel) if key.name == AGAIN else wished_pose(wish)
        weights = np.concatenate(
            [
                wish.weights,
                np.where(wish.root_weights[:3] > 1, AT, np.array([1, 0.3, 1])),
                wish.root_weights[3:].max(keepdims=True),
            ]
        )
        pose = solve(
            PoseProblem(
                start=wished, wish=wished, weights=weights, contacts=contacts, pins=pins_of(key),
                anchors=anchors, surfaces=surfaces, boxes=boxes, effort=60,
            )
        )  # fmt: skip
        skin = skin_of(place_all((pose,)))
        anchors |= {point: skin[point][0] for point in points if point not in anchors}
        keys.append(pose)
        stood.append(dict(anchors))
    return keys, stood


def _further(first: Pose, travel: tuple[float, float]) -> Pose:
    """The first pose, one round on."""
    return Pose(at=first.at + np.array([travel[0], 0.0, travel[1]]), turn=first.turn, angles=first.angles)


def _between(motion: Movement, *, index: int, share: float, ends: tuple[Pose, Pose], touching: Touching) -> Pose:
    wish = blend(*ends, share)
    problem = PoseProblem(
        start=wish,
        wish=wish,
        weights=np.full(len(wish.angles) + 4, BETWEEN),
        contacts=touching.contacts,
        pins=_pins_between(motion, index, share),
        anchors=touching.anchors,
        surfaces=surfaces_of(motion),
        boxes=boxes_of(motion),
        effort=12,
    )
    return solve(problem)


def _pins_between(movement: Movement, index: int, share: float) -> tuple[Pin, ...]:
    """Pins that both keys have; a place in the room moves evenly from one to the other, round in a closed round."""
    after = {(pin.point, pin.to): pin for pin in pins_of(movement.keys[index + 1])}
    pins = []
    for pin in pins_of(movement.keys[index]):
        if (other := after.get((pin.point, pin.to))) is not None:
            at = None if pin.at is None or other.at is None else pin.at + share * (other.at - pin.at)
            at = at if at is None or not _goes_round(movement) else _round(movement, pin.point, index, share)
            pins.append(Pin(point=pin.point, to=pin.to, at=at))
    return tuple(pins)


def _goes_round(movement: Movement) -> bool:
    return movement.keys[-1].name == AGAIN and movement.travel == (0.0, 0.0)


def _round(movement: Movement, point: str, index: int, share: float) -> Array:
    """On the smooth closed curve through the places of all keys (Catmull-Rom): a pedal runs in a circle, not in a square."""
    places = [pin.at for key in movement.keys[:-1] for pin in pins_of(key) if pin.point == point and pin.at is not None]
    before, start, end, after = (places[(index + step) % len(places)] for step in (-1, 0, 1, 2))
    bend = 2 * before - 5 * start + 4 * end - after + share * (3 * (start - end) + after - before)
    return np.asarray(start + 0.5 * share * (end - before + share * bend))


def blend(one: Pose, other: Pose, share: float) -> Pose:
    """Part of the way from one pose to another."""
    turn = other.turn if one.turn @ other.turn >= 0 else -other.turn
    mixed = (1 - share) * one.turn + share * turn
    return Pose(
        at=(1 - share) * one.at + share * other.at,
        turn=mixed / np.linalg.norm(mixed),
        angles=(1 - share) * one.angles + share * other.angles,
    )


def _one_sign(poses: list[Pose]) -> list[Pose]:
    found = [poses[0]]
    for pose in poses[1:]:
        flip = -1.0 if pose.turn @ found[-1].turn < 0 else 1.0
        found.append(Pose(at=pose.at, turn=flip * pose.turn, angles=pose.angles))
    return found
