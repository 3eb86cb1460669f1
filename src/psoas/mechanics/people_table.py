"""A table of people in, the same table with their shares beside them out: what every reader of tables has in common.

    in     id, age, sex, height_cm, mass_kg, straight_leg_raise, hip_flexion, hip_extension, lumbar_flexion,
           trunk_bend_t12, trunk_bend_s1, fused, trunk                       (any of them, in any order)
    added  hip, lumbar, each level (degrees); lumbar_share, share_second_curve (0 to 1); unit; validation; outcome

The numbers are the means of `share_of`, rounded in the same way. Nothing known is needed of a person: what is missing is the
reference body's. `fused` holds levels with a space between.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from psoas.mechanics.balance import OUTCOMES
from psoas.mechanics.bodies import Flags, Floats
from psoas.mechanics.population import Shared, share_population
from psoas.mechanics.subject import FUSIBLE, LEVELS_UP
from psoas.mechanics.task_check import ALLOWED, APART, check_trunk
from psoas.mechanics.tasks import POSES, Task
from psoas.vocabulary.errors import BadInput

LEVELS = (*LEVELS_UP, "T12-L1")
LIMITS: Mapping[str, tuple[float, float]] = {
    "height_cm": (90, 250),
    **{name: limits for name, limits in ALLOWED.items() if name != "height_m"},
}
KNOWN = ("id", "sex", "fused", "trunk", *LIMITS)
NUMBERS = ("hip", "lumbar", "lumbar_share", "share_second_curve", *reversed(LEVELS))
WORDS = ("unit", "validation", "outcome")
ADDED = (*NUMBERS, *WORDS)
UNITS: Mapping[str, str] = {name: "1" if "share" in name else "deg" for name in NUMBERS}
"""Degrees, or a part of one; in the column `unit` the unit of the angles is repeated, for tables that carry no units."""
SEXES: Mapping[str, float] = {"": np.nan, "unstated": np.nan, "female": 1.0, "male": 0.0}
PLACES = 4


class Cells(Protocol):
    """Some rows of a table, whatever it is written in."""

    names: Sequence[str]

    def __len__(self) -> int: ...

    def numbers(self, name: str) -> Floats:
        """One column (N); NaN where the cell is empty."""

    def texts(self, name: str) -> Sequence[str]:
        """One column (N); empty where the cell is."""

    def bad(self, row: int, name: str, allowed: str) -> BadInput:
        """The error that names this cell."""


def check_names(names: Sequence[str], task: Task, trunk: float | None, *, place: str) -> None:
    """BadInput unless every column is known and stands once, and each task has its inclination."""
    for name in names:
        if name not in KNOWN or list(names).count(name) > 1:
            raise BadInput(place, f"each of {', '.join(KNOWN)} at most once, not {name!r}")
    if not names:
        raise BadInput(place, f"a header with any of {', '.join(KNOWN)}")
    if ("trunk_bend_t12" in names) != ("trunk_bend_s1" in names):
        raise BadInput(place, "trunk_bend_t12 and trunk_bend_s1 together or neither")
    if task == "seated-rotation":
        raise BadInput("--task", "any but seated-rotation for a table")
    if "trunk" not in names:
        check_trunk(task, trunk)


def answer(cells: Cells, task: Task, trunk: float | None) -> dict[str, Floats | Sequence[str]]:
    """The added columns of these rows; each row's answer depends on that row alone."""
    shared = share_population(_columns(cells), _fused(cells), task, _trunks(cells, task, trunk))
    numbers = (shared.hip, shared.lumbar, shared.share, shared.other_share, *shared.levels.T[::-1])
    return {**dict(zip(NUMBERS, map(_rounded, numbers), strict=True)), **_words(shared)}


def _words(shared: Shared) -> dict[str, Sequence[str]]:
    return {
        "unit": ["deg"] * len(shared.hip),
        "validation": np.where(shared.validated & (shared.outcome == 0), "validated", "not-validated").tolist(),
        "outcome": np.array(OUTCOMES)[shared.outcome].tolist(),
    }


def _columns(cells: Cells) -> dict[str, Floats]:
    read = {name: _within(cells, name, *LIMITS[name]) for name in LIMITS if name in cells.names}
    if "height_cm" in read:
        read["height_m"] = read.pop("height_cm") / 100
    if "sex" in cells.names:
        read["female"] = _sexes(cells)
    if "trunk_bend_t12" in read:
        _check_pairs(cells, read["trunk_bend_t12"], read["trunk_bend_s1"])
    return read


def _within(cells: Cells, name: str, low: float, high: float) -> Floats:
    read = cells.numbers(name)
    wrong = (read < low) | (read > high)
    if wrong.any():
        raise cells.bad(int(wrong.argmax()), name, f"empty, or a number from {low:g} to {high:g}")
    return read


def _check_pairs(cells: Cells, chest: Floats, sacrum: Floats) -> None:
    alone = np.isnan(chest) != np.isnan(sacrum)
    if alone.any():
        raise cells.bad(int(alone.argmax()), "trunk_bend_s1", "chest and sacrum together or neither")
    near = chest - sacrum < APART
    if near.any():
        raise cells.bad(int(near.argmax()), "trunk_bend_s1", f"at least {APART:g} degrees less than the chest")


def _sexes(cells: Cells) -> Floats:
    texts = np.array(cells.texts("sex"), dtype=str)
    female = np.full(len(texts), np.inf)
    for name, number in SEXES.items():
        female[texts == name] = number
    if np.isinf(female).any():
        raise cells.bad(int(np.isinf(female).argmax()), "sex", "female, male, unstated or empty")
    return female


def _fused(cells: Cells) -> Flags:
    flags = np.zeros((len(cells), len(LEVELS)), dtype=np.bool_)
    if "fused" not in cells.names:
        return flags
    for row, text in enumerate(cells.texts("fused")):
        for level in text.split():
            if level not in LEVELS:
                raise cells.bad(row, "fused", f"levels out of {' '.join(FUSIBLE)}")
            flags[row, LEVELS.index(level)] = True
    return flags


def _trunks(cells: Cells, task: Task, trunk: float | None) -> Floats:
    instead = POSES[task].chest if trunk is None else trunk
    if "trunk" not in cells.names:
        return np.full(len(cells), np.nan if instead is None else instead)
    read = _within(cells, "trunk", *POSES[task].lean)
    if instead is None and np.isnan(read).any():
        raise cells.bad(int(np.isnan(read).argmax()), "trunk", f"needed for {task}")
    return np.where(np.isnan(read), np.nan if instead is None else instead, read)


def _rounded(numbers: Floats) -> Floats:
    return np.round(numbers, PLACES) + 0.0
