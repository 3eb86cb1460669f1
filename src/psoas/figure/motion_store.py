"""Solved motions, kept beside what they were solved from: a movement is solved again only when it, or the body, has changed.

    data/solved/<id>.json    {"of": what it was solved from, "poses": [x y z, w x y z, angles…] one a line}, committed

A row is in metres (0.1 mm), a quaternion and degrees (0.01), ten times finer than what is drawn.
"""

import hashlib
import json
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from psoas.figure.motion import Motion, Pose, contacts_along
from psoas.figure.movement import Movement, movements
from psoas.vocabulary.errors import PsoasError

SOLVED = Path(str(files("psoas.figure") / "data" / "solved"))
TABLES = ("body.json", "skin.json", "props.json", "poses.toml")
PLACES = (4,) * 3 + (5,) * 4
ANGLE_PLACES = 2


def motion_of(movement: Movement, *, folder: Path = SOLVED) -> Motion:
    """The motion as it was solved; LookupError where that was another movement of this name, or none."""
    file = folder / f"{movement.id}.json"
    kept: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {"of": None}
    if kept["of"] != fingerprint(movement):
        raise LookupError(f"{movement.id} is not solved as it stands: run python -m psoas.figure.build OUT")
    return Motion(movement=movement, poses=tuple(map(_pose, kept["poses"])), contacts=contacts_along(movement))


def solve_changed(folder: Path = SOLVED, *, again: bool = False) -> int:
    """Solve and keep what changed (all of it `again`), drop motions whose movement is gone; how many were solved."""
    for file in folder.glob("*.json"):
        if file.stem not in movements():
            file.unlink()
    asked = [name for name, movement in movements().items() if again or not _is_kept(movement, folder)]
    for name, text in _solve(asked):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.json").write_text(text, "utf-8")
    return len(asked)


def fingerprint(movement: Movement) -> str:
    """What a solved motion depends on, as one short word."""
    keys = tuple((key.name, key.pose, key.on, key.touch, key.put) for key in movement.keys)
    asked = (keys, movement.props, movement.steps, movement.travel)
    return hashlib.sha256((_tables() + repr(asked)).encode()).hexdigest()[:16]


def _is_kept(movement: Movement, folder: Path) -> bool:
    try:
        motion_of(movement, folder=folder)
    except LookupError:
        return False
    return True


def _solve(names: list[str]) -> Iterable[tuple[str, str]]:
    """Each on a core of its own, where there is more than one to solve."""
    if len(names) < 2:
        return map(_solved_text, names)
    with ProcessPoolExecutor() as pool:
        return list(pool.map(_solved_text, names))


def _solved_text(name: str) -> tuple[str, str]:
    """Only who authors a movement solves; who runs Psoas needs no scipy."""
    try:
        from psoas.figure.inverse_kinematics import solve_movement  # noqa: PLC0415  # as the docstring says
    except ModuleNotFoundError as missing:
        raise PsoasError(
            f"{name} changed and must be solved, which needs {missing.name}: run make setup-dev first"
        ) from missing
    movement = movements()[name]
    rows = ",\n".join(json.dumps(_row(pose)) for pose in solve_movement(movement).poses)
    return name, f'{{"of": "{fingerprint(movement)}", "poses": [\n{rows}\n]}}\n'


def _row(pose: Pose) -> list[float]:
    places = (*PLACES, *(ANGLE_PLACES for _ in pose.angles))
    return [round(float(n), place) + 0.0 for n, place in zip((*pose.at, *pose.turn, *pose.angles), places, strict=True)]


@cache
def _tables() -> str:
    texts = [(files("psoas.figure") / "data" / name).read_text("utf-8") for name in TABLES]
    return hashlib.sha256("".join(texts).encode()).hexdigest()


def _pose(row: list[float]) -> Pose:
    numbers = np.array(row)
    return Pose(at=numbers[:3], turn=numbers[3:7], angles=numbers[7:])
