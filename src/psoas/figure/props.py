"""Things in the room: what a body stands, sits, lies or leans on, and what it holds.

    "chair 0 0 180"        kind, x, z, turn in degrees (quarter turns); a wall and a shelf stand the same way
    "band r_palm 0.3,1.1,1.4"   a line between points of the body or places in the room
    "weight r_knuckles"    a thing held at a point of the body

    "phone sacrum_up sacrum_low"   a phone laid along the skin from one point to the other

Sizes are in `data/props.json`, which the renderer reads too: boxes as centre and half size (metres), and surfaces as
a point and a direction, for a prop that faces +x. A sitter on an unturned chair faces +x.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from psoas.figure.notation import BadMovement
from psoas.figure.skeleton import Array
from psoas.vocabulary.value import value

HELD = ("band", "strap", "weight", "stick", "ball", "cushion", "crank", "phone")
"""Props that hang on the body: they carry no weight and stop no limb."""


@value
class Surface:
    """A plane the body may touch: any point of it and its outward direction."""

    at: Array
    out: Array


@value
class Prop:
    """A placed thing: solid boxes (centre, half size), the surfaces it offers and the words it was written with."""

    kind: str
    words: tuple[str, ...]
    boxes: tuple[tuple[Array, Array], ...] = ()
    surfaces: Mapping[str, Surface]


FLOOR = Prop(
    kind="floor",
    words=("floor",),
    surfaces={"floor": Surface(at=np.zeros(3), out=np.array([0.0, 1.0, 0.0]))},
)


@cache
def _kinds() -> Mapping[str, dict[str, Any]]:
    return dict(json.loads((files("psoas.figure") / "data" / "props.json").read_text("utf-8")))


def read_prop(text: str) -> Prop:
    """Place the prop these words describe."""
    kind, *rest = text.split()
    if kind in HELD:
        return Prop(kind=kind, words=tuple(text.split()), surfaces={})
    if kind not in _kinds():
        raise BadMovement(f"{kind!r} is no prop; known are {', '.join((*_kinds(), *HELD))}")
    x, z, turn = [float(word) for word in rest] + [0.0] * (3 - len(rest))
    shape = _kinds()[kind]
    return Prop(
        kind=kind,
        words=(kind, f"{x:g}", f"{z:g}", f"{turn:g}"),
        boxes=tuple(_box(box, x, z, turn) for box in shape["boxes"]),
        surfaces={name: _surface(rows, x, z, turn) for name, rows in shape["surfaces"].items()},
    )


def _turned(vector: list[float], turn: float) -> Array:
    """A vector after a turn to the left about the upright axis."""
    cos, sin = np.round(np.cos(np.radians(turn)), 6), np.round(np.sin(np.radians(turn)), 6)
    x, y, z = vector
    return np.array([cos * x + sin * z, y, -sin * x + cos * z])


def _box(box: list[float], x: float, z: float, turn: float) -> tuple[Array, Array]:
    return _turned(box[:3], turn) + np.array([x, 0, z]), np.abs(_turned(box[3:6], turn))


def _surface(rows: list[list[float]], x: float, z: float, turn: float) -> Surface:
    return Surface(at=_turned(rows[0], turn) + np.array([x, 0, z]), out=_turned(rows[1], turn))
