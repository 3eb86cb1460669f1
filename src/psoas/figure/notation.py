"""The short notation in which poses are written.

    "hip 45/10/0; knee 90; r.arm 170; lumbar 5!; pelvis 90; at 0.1/_/0"

    hip, arm            flexion / abduction / turning in          knee, elbow, toe, girdle   one angle
    ankle               flexion / inversion                       lumbar, chest, neck        flexion / side / turn
    pelvis              pitch forward / yaw left / lean right / twist right shoulder back-to-front
    at                  where the hip centre is wished: x / y / z in metres

`r.` or `l.` names one side, no prefix both; `_` leaves a value as it was; `!` makes it firm: the solver may hardly leave it.
A word without a value names a pose of `data/poses.toml` and starts from there.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

import numpy as np

from psoas.figure.skeleton import Array, body
from psoas.vocabulary.errors import PsoasError
from psoas.vocabulary.value import value

JOINTS: Mapping[str, tuple[str, ...]] = {
    "lumbar": ("lumbar_flexion", "lumbar_side", "lumbar_turn"),
    "chest": ("chest_flexion", "chest_side", "chest_turn"),
    "neck": ("neck_flexion", "neck_side", "neck_turn"),
    "hip": ("hip_flexion", "hip_abduction", "hip_rotation"),
    "knee": ("knee_flexion",),
    "ankle": ("ankle_flexion", "ankle_inversion"),
    "toe": ("toe_extension",),
    "girdle": ("girdle_lift",),
    "arm": ("arm_flexion", "arm_abduction", "arm_rotation"),
    "elbow": ("elbow_flexion",),
    "forearm": ("forearm_pronation",),
    "wrist": ("wrist_flexion",),
}
MIDLINE = ("lumbar", "chest", "neck")
STEADY = 12.0
"""Pelvis, spine and neck leave their wish less readily than limbs: it is the limbs that reach for their contacts."""
FIRM = 20.0
"""How much more a firm wish weighs than a plain one."""


class BadMovement(PsoasError):
    """A movement that cannot be read or solved: which one, and what is wrong."""


@value
class Wish:
    """A pose as authored: where the solver starts and what it stays near.

    root = x, y, z of the hip centre, pitch, yaw, lean, twist of the pelvis; weights are 1, or FIRM for a firm wish.
    """

    root: Array
    root_weights: Array
    angles: Array
    weights: Array


def standing_straight() -> Wish:
    """All joints at zero, the soles on the floor: where every notation starts."""
    weights = np.array([_steadiness(name) for name in body().columns])
    root = np.array([0, 0.91, 0, 0, 0, 0, 0.0])
    return Wish(root=root, root_weights=np.array([1, 1, 1, *[STEADY] * 4]), angles=np.zeros(len(weights)), weights=weights)


def _steadiness(column: str) -> float:
    return STEADY if column.startswith(("lumbar", "chest")) else 1.0


@cache
def poses() -> Mapping[str, str]:
    """The named poses: standing, sitting, lying and kneeling, in the same notation."""
    return dict(tomllib.loads((files("psoas.figure") / "data" / "poses.toml").read_text("utf-8")))


def read_pose(text: str, *, start: Wish) -> Wish:
    """Apply a notation to a pose."""
    wish = start
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        name, _, values = part.partition(" ")
        if not values:
            if name not in poses():
                raise BadMovement(f"{name!r} is no pose; known are {', '.join(sorted(poses()))}")
            wish = read_pose(poses()[name], start=standing_straight())
        else:
            wish = _set(wish, name, values.strip())
    return wish


def _set(wish: Wish, name: str, values: str) -> Wish:
    if name in ("pelvis", "at"):
        places = [3, 4, 5, 6] if name == "pelvis" else [0, 1, 2]
        root, weights = _write(wish.root, wish.root_weights, places, values)
        return replace(wish, root=root, root_weights=weights)
    side, _, joint = name.rpartition(".")
    if joint not in JOINTS or side not in ("", "r", "l"):
        raise BadMovement(f"{name!r} is no joint")
    for prefix in ("",) if joint in MIDLINE else ((f"{side}_",) if side else ("r_", "l_")):
        places = [body().columns.index(prefix + column) for column in JOINTS[joint]]
        angles, weights = _write(wish.angles, wish.weights, places, values)
        wish = replace(wish, angles=angles, weights=weights)
    return wish


def _write(numbers: Array, weights: Array, places: list[int], values: str) -> tuple[Array, Array]:
    numbers, weights = numbers.copy(), weights.copy()
    given = values.split("/")
    if len(given) > len(places):
        raise BadMovement(f"{values!r} has more than {len(places)} values")
    for at, text in zip(places, given, strict=False):
        if text != "_":
            numbers[at] = float(text.rstrip("!"))
            plain = STEADY if weights[at] >= STEADY else 1.0
            weights[at] = max(FIRM, 3 * plain) if text.endswith("!") else plain
    return numbers, weights


def mirrored_text(text: str, *, forward: float = 0.0) -> str:
    """The same words for the other side: r and l change places, side bends and turns change sign; `at` may move on."""
    return "; ".join(_mirror_piece(piece.strip(), forward) for piece in text.split(";") if piece.strip())


def _mirror_piece(piece: str, forward: float) -> str:
    swapped = re.sub(r"\b([rl])([._])", lambda found: ("l" if found[1] == "r" else "r") + found[2], piece)
    name, _, values = swapped.partition(" ")
    if name == "at":
        x, *rest = values.split("/")
        moved = x if x == "_" else f"{float(x.rstrip('!')) + forward:g}" + ("!" if x.endswith("!") else "")
        return f"at {'/'.join([moved, *rest[:1], *(_negative(each) for each in rest[1:])])}"
    if name in (*MIDLINE, "pelvis"):
        first, *rest = values.split("/")
        return f"{name} {'/'.join([first, *(_negative(each) for each in rest)])}"
    return swapped


def _negative(text: str) -> str:
    return text if text == "_" else text[1:] if text.startswith("-") else f"-{text}"


def mirrored_places(text: str, *, forward: float = 0.0) -> str:
    """Places in the room for the other side: `r_heel 0.2,0,0.1` becomes `l_heel 0.2,0,-0.1`, further forward."""
    moved = []
    for point, place in (piece.split() for piece in text.split(";") if piece.strip()):
        x, y, z = (float(number) for number in place.split(","))
        other = {"r": "l", "l": "r"}[point[0]] + point[1:]
        moved.append(f"{other} {x + forward:g},{y:g},{-z:g}")
    return "; ".join(moved)
