"""The movement's document for the renderer: one round, packed.

columns    44: hip centre x y z (mm), the pelvis's turn w x y z (1/2000), the joint angles (1/10 degree);
           one whole number where nothing changes, else one for each pose
beats      [key, seconds]: where to go and how long it takes; the same key again is a hold
tells      frame and place of each point that tells the movement; swell: how far flesh moves at each key (mm)
joint      the frame whose joint moves most of those that matter: the hips and the lumbar spine first
"""

from dataclasses import field

import numpy as np

from psoas.figure.contacts import surfaces_of
from psoas.figure.motion import Motion
from psoas.figure.movement import Movement
from psoas.figure.props import read_prop
from psoas.figure.skeleton import Array, body
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

Place = tuple[int, float, float, float]
"""A frame of the body, then the place in it."""
Column = int | tuple[int, ...]


@value
class MotionDocument:
    """One round of a movement, packed; what has a default is left out where it says nothing."""

    id: str
    says: str
    side: Side
    view: tuple[float, float]
    props: tuple[str, ...]
    spots: dict[str, Place]
    """Where held things hang on the body."""
    muscles: tuple[str, ...]
    joint: str
    keys: tuple[str, ...]
    stride: int
    peak: int
    beats: tuple[tuple[int, float], ...]
    travel: tuple[float, float]
    ground: float
    columns: tuple[Column, ...]
    keeps: bool = False
    fused: tuple[str, ...] = ()
    tells: tuple[Place, ...] = ()
    swell: dict[str, tuple[int, ...]] = field(default_factory=dict)


SCALES = (1000.0, 2000.0, 10.0)
RINGS = (("r_hip", "r_thigh"), ("l_hip", "l_thigh"), ("lumbar", "L3"))
"""Joints that may carry the ring, by the start of their column names."""
TRUNK = ("sacrum", "back", "ribs_back", "chest", "r_brim", "l_hip_side", "r_hip_side")
"""Whose trunk rests on the bed, lies on the bed."""
AT_LEAST = 8.0
"""Degrees of movement below which no joint is ringed."""


def document_of(motion: Motion, *, tempo_s: float | None = None, keeps: bool = False) -> MotionDocument:
    """The motion as a document. `tempo_s`, where the exercise repeats, stretches one round to the catalogue's tempo;
    `keeps` says that its hold is the bout itself."""
    movement = motion.movement
    stretch = tempo_s / sum(beat.seconds for beat in movement.beats) if tempo_s else 1.0
    return MotionDocument(
        id=movement.id,
        says=movement.says,
        side=movement.side,
        view=movement.view,
        props=tuple(" ".join(read_prop(text).words) for text in movement.props),
        spots=_spots(movement.props),
        muscles=movement.muscles,
        joint=moving_joint(motion),
        keys=tuple(key.name for key in movement.keys),
        stride=motion.stride,
        peak=movement.peak,
        beats=tuple((beat.key, round(beat.seconds * stretch, 2)) for beat in movement.beats),
        travel=movement.travel,
        ground=_ground(motion),
        columns=_columns(motion),
        keeps=keeps,
        fused=movement.fused,
        tells=tuple(map(_place, movement.tells)),
        swell=_swell(movement),
    )


def _swell(movement: Movement) -> dict[str, tuple[int, ...]]:
    """How far flesh moves where no joint does."""
    keys = [dict(piece.split() for piece in key.swell.split(";") if piece.strip()) for key in movement.keys]
    return {
        place: tuple(int(key.get(place, 0)) for key in keys) for place in dict.fromkeys(name for key in keys for name in key)
    }


def _place(name: str) -> Place:
    point = body().points[name]
    x, y, z = map(float, point.at)
    return point.frame, x, y, z


def numbers_of(motion: Motion) -> Array:
    """(poses, 44): everything that moves, in metres and degrees."""
    return np.array([np.concatenate([pose.at, pose.turn, pose.angles]) for pose in motion.poses])


def moving_joint(motion: Motion) -> str:
    """The named side's hip where it moves, else whichever hip or spine travels furthest; empty when none moves."""
    angles = np.array([pose.angles for pose in motion.poses])
    travel = np.ptp(angles, axis=0)
    best = {frame: max(travel[i] for i, name in enumerate(body().columns) if name.startswith(start)) for start, frame in RINGS}
    named = f"{motion.movement.side[0]}_thigh"
    joint = named if best.get(named, 0.0) >= AT_LEAST else max(best, key=lambda frame: best[frame])
    return joint if best[joint] >= AT_LEAST else ""


def _columns(motion: Motion) -> tuple[Column, ...]:
    units = np.repeat(SCALES, (3, 4, len(body().columns)))
    whole = np.rint(numbers_of(motion) * units).astype(int)
    return tuple(int(column[0]) if (np.ptp(column) <= 1) else tuple(int(each) for each in column) for column in whole.T)


def _spots(props: tuple[str, ...]) -> dict[str, Place]:
    """Where held things hang on the body."""
    return {word: _place(word) for text in props for word in read_prop(text).words if word in body().points}


def _ground(motion: Motion) -> float:
    """The height of the bed for those who lie on one, else the floor."""
    surfaces = surfaces_of(motion.movement)
    lying = {contact.surface for contacts in motion.contacts for contact in contacts if contact.point in TRUNK}
    return float(surfaces["bed"].at[1]) if "bed" in lying else 0.0
