"""`psoas share --csv`: a table of people in, a table of shares out, a stretch at a time, so that memory stays flat.

Read with what Python brings along, so that it works in every installation. The columns: `psoas.mechanics.people_table`.
The output appears whole or not at all.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from math import isfinite, nan
from pathlib import Path
from typing import Any

import numpy as np

from psoas.cli.files import writing
from psoas.mechanics.people_table import ADDED, Cells, answer, check_names
from psoas.mechanics.tasks import Task
from psoas.vocabulary.errors import BadInput

STRETCH = 20_000
Row = Sequence[str]


def write_table(table: Path, task: Task, *, trunk: float | None, out: Path | None, force: bool) -> None:
    """Read, solve and write stretch by stretch, telling on standard error how far it is."""
    if out is None:
        raise BadInput("-o", "needed with --csv: the table to write")
    try:
        with table.open(encoding="utf-8-sig", newline="") as source, writing(out, force=force) as target:
            _convert(csv.reader(source), csv.writer(target, lineterminator="\n"), task, trunk, str(table))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput("--csv", f"a table that can be read ({error})", where=str(table)) from error


def _convert(source: Iterator[Row], target: Any, task: Task, trunk: float | None, where: str) -> None:
    names = next(source, [])
    try:
        check_names(names, task, trunk, place="line 1")
    except BadInput as bad:
        raise bad.found_in(where) from bad
    target.writerow((*names, *ADDED))
    done = 0
    while rows := list(islice(source, STRETCH)):
        people = TableLines(names, rows, first_line=done + 2, where=where)
        target.writerows(_written(rows, answer(people, task, trunk)))
        done += len(rows)
        tell(done)
    print(file=sys.stderr)  # noqa: T201  # progress belongs on standard error


def tell(done: int) -> None:
    """How many people have their answer, on standard error."""
    print(f"\r{done:,} people", end="", file=sys.stderr, flush=True)  # noqa: T201


class TableLines(Cells):
    """Lines of a CSV file as cells; a bad one is named by its line and column."""

    def __init__(self, names: Row, rows: list[Row], *, first_line: int, where: str) -> None:
        self.names, self.rows, self.first_line, self.where = names, rows, first_line, where
        for number, row in enumerate(rows):
            if len(row) != len(names):
                raise self.bad(number, "row", f"{len(names)} cells")

    def __len__(self) -> int:
        return len(self.rows)

    def numbers(self, name: str) -> np.typing.NDArray[np.float64]:
        return np.array([self._number(row, name, cell) for row, cell in enumerate(self.texts(name))], dtype=np.float64)

    def texts(self, name: str) -> Sequence[str]:
        column = self.names.index(name)
        return [row[column] for row in self.rows]

    def bad(self, row: int, name: str, allowed: str) -> BadInput:
        return BadInput(f"line {self.first_line + row}: {name}", allowed, where=self.where)

    def _number(self, row: int, name: str, cell: str) -> float:
        if not cell.strip():
            return nan
        try:
            read = float(cell)
        except ValueError:
            read = nan
        if not isfinite(read):
            raise self.bad(row, name, "empty, or a number")
        return read


def _written(rows: list[Row], added: dict[str, Any]) -> Iterator[list[str]]:
    columns = [_texts(added[name]) for name in ADDED]
    for row, values in zip(rows, zip(*columns, strict=True), strict=True):
        yield [*row, *values]


def _texts(column: Any) -> Sequence[str]:
    """Numbers as short as they can be without loss; an empty cell where there is none."""
    if isinstance(column, list):
        return column
    return ["" if number != number else repr(number) for number in column.tolist()]  # noqa: PLR0124  # NaN
