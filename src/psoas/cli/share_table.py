"""`psoas share --csv`: a table of people in, a table of shares out, a stretch at a time, so that memory stays flat.

    in     id, age, sex, height_cm, mass_kg, straight_leg_raise, hip_flexion, hip_extension, lumbar_flexion, fused, trunk
    out    the same columns, then hip, lumbar, lumbar_share, its value with each hip curve, each level, outcome

An empty cell is unknown. `fused` holds levels with a space between. The output appears whole or not at all.
"""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import isfinite, nan
from pathlib import Path
from typing import Any

import numpy as np

from psoas.cli.files import writing
from psoas.mechanics.balance import OUTCOMES
from psoas.mechanics.check import ALLOWED, check_trunk
from psoas.mechanics.person import FUSIBLE, LEVELS_UP
from psoas.mechanics.population import Shared, share_population
from psoas.mechanics.tasks import POSES, Task
from psoas.vocabulary.errors import BadInput

STRETCH = 20_000
FUSED_COLUMNS = (*LEVELS_UP, "T12-L1")
LIMITS: Mapping[str, tuple[float, float]] = {
    "height_cm": (90, 250),
    **{name: limits for name, limits in ALLOWED.items() if name != "height_m"},
}
KNOWN = ("id", "sex", "fused", "trunk", *LIMITS)
ADDED = ("hip", "lumbar", "lumbar_share", "share_first_curve", "share_second_curve", *reversed(FUSED_COLUMNS), "outcome")
SEXES = {"": nan, "unstated": nan, "female": 1.0, "male": 0.0}
Row = Sequence[str]


def write_table(table: Path, task: Task, *, trunk: float | None, out: Path | None, force: bool) -> None:
    """Read, solve and write stretch by stretch, telling on standard error how far it is."""
    if task == "seated-rotation":
        raise BadInput("--task", "any but seated-rotation for a table")
    if out is None:
        raise BadInput("-o", "needed with --csv: the table to write")
    try:
        with table.open(encoding="utf-8-sig", newline="") as source, writing(out, force=force) as target:
            _convert(csv.reader(source), csv.writer(target), task, trunk, str(table))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput("--csv", f"a table that can be read ({error})", where=str(table)) from error


def _convert(source: Iterator[Row], target: Any, task: Task, trunk: float | None, where: str) -> None:
    names = _header(next(source, None), where)
    if "trunk" not in names:
        check_trunk(task, trunk)
    target.writerow((*names, *ADDED))
    done = 0
    while rows := list(islice(source, STRETCH)):
        people = _People(names, rows, first_line=done + 2, where=where)
        shared = share_population(people.columns(), people.fused(), task, people.trunks(task, trunk))
        target.writerows(_written(rows, shared))
        done += len(rows)
        print(f"\r{done:,} people", end="", file=sys.stderr, flush=True)  # noqa: T201  # progress belongs on standard error
    print(file=sys.stderr)  # noqa: T201


def _header(names: Row | None, where: str) -> Row:
    if not names:
        raise BadInput("line 1", f"a header with any of {', '.join(KNOWN)}", where=where)
    for name in names:
        if name not in KNOWN or names.count(name) > 1:
            raise BadInput("line 1", f"each of {', '.join(KNOWN)} at most once, not {name!r}", where=where)
    return names


class _People:
    """A stretch of rows, read column by column; a bad cell is named by its line and column."""

    def __init__(self, names: Row, rows: list[Row], *, first_line: int, where: str) -> None:
        self.names, self.rows, self.first_line, self.where = names, rows, first_line, where
        for number, row in enumerate(rows):
            if len(row) != len(names):
                raise self._bad(number, "row", f"{len(names)} cells")

    def columns(self) -> dict[str, np.typing.NDArray[np.float64]]:
        read = {name: self._numbers(name, *LIMITS[name]) for name in LIMITS if name in self.names}
        if "height_cm" in read:
            read["height_m"] = read.pop("height_cm") / 100
        if "sex" in self.names:
            read["female"] = np.array([self._sex(number, cell) for number, cell in enumerate(self._cells("sex"))])
        return read

    def fused(self) -> np.typing.NDArray[np.bool_]:
        flags = np.zeros((len(self.rows), len(FUSED_COLUMNS)), dtype=np.bool_)
        for number, cell in enumerate(self._cells("fused") if "fused" in self.names else ()):
            for level in cell.split():
                if level not in FUSED_COLUMNS:
                    raise self._bad(number, "fused", f"levels out of {' '.join(FUSIBLE)}")
                flags[number, FUSED_COLUMNS.index(level)] = True
        return flags

    def trunks(self, task: Task, trunk: float | None) -> np.typing.NDArray[np.float64]:
        instead = POSES[task].chest if trunk is None else trunk
        if "trunk" not in self.names:
            return np.full(len(self.rows), nan if instead is None else instead)
        read = self._numbers("trunk", *POSES[task].lean)
        if instead is None and np.isnan(read).any():
            raise self._bad(int(np.isnan(read).argmax()), "trunk", f"needed for {task}")
        return np.where(np.isnan(read), nan if instead is None else instead, read)

    def _numbers(self, name: str, low: float, high: float) -> np.typing.NDArray[np.float64]:
        return np.array([self._number(number, name, cell, low, high) for number, cell in enumerate(self._cells(name))])

    def _number(self, number: int, name: str, cell: str, low: float, high: float) -> float:
        if not cell.strip():
            return nan
        try:
            read = float(cell)
        except ValueError:
            read = nan
        if not (isfinite(read) and low <= read <= high):
            raise self._bad(number, name, f"empty, or a number from {low:g} to {high:g}")
        return read

    def _sex(self, number: int, cell: str) -> float:
        if cell not in SEXES:
            raise self._bad(number, "sex", "female, male, unstated or empty")
        return SEXES[cell]

    def _cells(self, name: str) -> Iterator[str]:
        column = self.names.index(name)
        return (row[column] for row in self.rows)

    def _bad(self, number: int, name: str, allowed: str) -> BadInput:
        return BadInput(f"line {self.first_line + number}: {name}", allowed, where=self.where)


def _written(rows: list[Row], shared: Shared) -> Iterator[list[str]]:
    numbers = np.column_stack(
        [shared.hip, shared.lumbar, shared.share, shared.first_share, shared.second_share, shared.levels[:, ::-1]]
    )
    for row, values, outcome in zip(rows, numbers.tolist(), shared.outcome.tolist(), strict=True):
        yield [*row, *("" if value != value else f"{value:.4f}" for value in values), OUTCOMES[outcome]]  # noqa: PLR0124  # NaN
