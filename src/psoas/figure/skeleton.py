"""The skeleton: where every frame and point of the body is for given joint angles.

    frames    pelvis - five lumbar levels - three thoracic - neck - head, and for each side
              thigh - shank - foot - toes and girdle - upper arm - forearm - hand
    axes      x forward, y up, z to the figure's right (metres); angles in degrees
    signs     flexion, abduction and turning in are positive; the spine bends and turns: flexion forward,
              side bend to the right, turn to the left
    a frame   turns Rz(flexion) Rx(abduction) Ry(rotation) about its joint, then carries its children

Everything works on a batch of poses at once (leading axis B): the solver asks for all its finite differences in one call.
The renderer (web/elements/figure/skeleton.ts) does the same for one pose from the same table, `data/body.json`.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from psoas.vocabulary.value import value

Array = npt.NDArray[np.float64]


@value
class Frame:
    """A segment: where its joint sits in the parent, its resting tilt, and which columns turn it by which share."""

    name: str
    parent: int
    at: Array
    bend: float
    turns: tuple[tuple[int, float] | None, ...]


@value
class SkinPoint:
    """A place on the skin: a frame, a place in it and how far the skin is from there."""

    frame: int
    at: Array
    radius: float


@value
class Body:
    columns: tuple[str, ...]
    low: Array
    high: Array
    frames: tuple[Frame, ...]
    points: Mapping[str, SkinPoint]


@cache
def body() -> Body:
    """The body's two tables, read once: frames (which the renderer reads too), then limits and skin."""
    table, skin = (
        json.loads((files("psoas.figure") / "data" / name).read_text("utf-8")) for name in ("body.json", "skin.json")
    )
    columns = tuple(table["columns"])
    names = [row["name"] for row in table["frames"]]
    limits = np.array([skin["limits"][name.removeprefix("r_").removeprefix("l_")] for name in columns], float)
    return Body(
        columns=columns,
        low=limits[:, 0],
        high=limits[:, 1],
        frames=tuple(_frame(row, names, columns) for row in table["frames"]),
        points={
            name: SkinPoint(frame=names.index(frame), at=np.array(at, float), radius=float(radius))
            for name, (frame, at, radius) in skin["points"].items()
        },
    )


def _frame(row: dict[str, object], names: list[str], columns: tuple[str, ...]) -> Frame:
    turns = [(columns.index(turn[0]), float(turn[1])) if (turn := row[axis]) else None for axis in "zxy"]  # type: ignore[index]  # JSON row
    parent = names.index(str(row["parent"])) if row["parent"] else -1
    return Frame(
        name=str(row["name"]), parent=parent, at=np.array(row["at"], float), bend=float(str(row["bend"])), turns=tuple(turns)
    )


@value
class Placed:
    """A batch of bodies in the room: turns (B, frames, 3, 3) and origins (B, frames, 3)."""

    turns: Array
    origins: Array

    def points(self, which: tuple[int, ...], at: Array) -> Array:
        """(B, n, 3): places given in their frames, in the room."""
        index = list(which)
        return np.asarray(self.origins[:, index] + np.einsum("bnij,nj->bni", self.turns[:, index], at))


def place(pelvis: Array, turn: Array, angles: Array) -> Placed:
    """Forward kinematics: pelvis (B, 3), its turn (B, 3, 3) and the joint angles (B, columns) in degrees."""
    frames = body().frames
    local = _local_turns(angles)
    turns = np.empty((len(angles), len(frames), 3, 3))
    origins = np.empty((len(angles), len(frames), 3))
    turns[:, 0], origins[:, 0] = turn, pelvis
    for index, frame in enumerate(frames[1:], start=1):
        parent = turns[:, frame.parent]
        turns[:, index] = parent @ local[:, index]
        origins[:, index] = origins[:, frame.parent] + parent @ frame.at
    return Placed(turns=turns, origins=origins)


@cache
def _mixing() -> tuple[Array, Array]:
    """(columns, frames * 3) shares and (frames * 3) resting tilts: angles @ shares + tilts = z, x, y turns of each frame."""
    frames = body().frames
    shares = np.zeros((len(body().columns), len(frames), 3))
    rest = np.zeros((len(frames), 3))
    for index, frame in enumerate(frames):
        rest[index, 0] = frame.bend
        for axis, turn in enumerate(frame.turns):
            if turn:
                shares[turn[0], index, axis] = turn[1]
    return shares.reshape(len(shares), -1), rest.reshape(-1)


def _local_turns(angles: Array) -> Array:
    shares, rest = _mixing()
    radians = np.radians(angles @ shares + rest).reshape(len(angles), -1, 3)
    (cz, cx, cy), (sz, sx, sy) = np.moveaxis(np.cos(radians), -1, 0), np.moveaxis(np.sin(radians), -1, 0)
    rows = (
        (cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy),
        (sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy),
        (-cx * sy, sx, cx * cy),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
