"""Solved motions kept by content: solved again only when the movement, the body or the solver changed.

data/built/<id>.json    [[x y z, w x y z, angles…], …]   full precision, never committed
"""

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from psoas.figure.motion import Motion, contacts_along, solve_movement
from psoas.figure.movement import Movement, movements
from psoas.figure.solver import Pose

BUILT = Path(str(files("psoas.figure") / "data" / "built"))
SOURCES = ("skeleton.py", "notation.py", "props.py", "movement.py", "contacts.py", "collision.py", "solver.py", "motion.py")
TABLES = ("body.json", "skin.json", "props.json", "poses.toml")


def motion_of(movement: Movement, *, folder: Path = BUILT) -> Motion:
    """The solved motion, from the store where it is still true."""
    file = folder / f"{fingerprint(movement)}.json"
    if file.exists():
        rows = json.loads(file.read_text("utf-8"))
        return Motion(movement=movement, poses=tuple(_pose(row) for row in rows), contacts=contacts_along(movement))
    motion = solve_movement(movement)
    folder.mkdir(parents=True, exist_ok=True)
    rows = [[round(float(n), 6) for n in (*pose.at, *pose.turn, *pose.angles)] for pose in motion.poses]
    file.write_text(json.dumps(rows), "utf-8")
    return motion


def sweep(folder: Path = BUILT) -> None:
    """Drop solved motions that no movement asks for any more."""
    wanted = {fingerprint(movement) for movement in movements().values()} | {"reach"}
    for file in folder.glob("*.json"):
        if file.stem not in wanted:
            file.unlink()


def fingerprint(movement: Movement) -> str:
    """What a solved motion depends on, as one short word."""
    asked = (movement.keys, movement.props, movement.steps)
    return hashlib.sha256((_machinery() + repr(asked)).encode()).hexdigest()[:16]


@cache
def _machinery() -> str:
    room = files("psoas.figure")
    texts = [(room / name).read_text("utf-8") for name in SOURCES] + [
        (room / "data" / name).read_text("utf-8") for name in TABLES
    ]
    return hashlib.sha256("".join(texts).encode()).hexdigest()


def _pose(row: list[float]) -> Pose:
    numbers = np.array(row)
    return Pose(at=numbers[:3], turn=numbers[3:7], angles=numbers[7:])
