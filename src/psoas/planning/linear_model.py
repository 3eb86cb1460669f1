"""A linear model over whole numbers, which any solver can read; and what a solver answers.

    maximise  worth . x      with  low <= row . x <= high  for each row,  0 <= x <= most,  x whole

Nothing in it knows a week: `formulation` writes a week this way, `highs`, `highs_in_page` and `cpsat` read it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, Protocol

from psoas.vocabulary.value import value

SolverName = Literal["cp-sat", "highs"]
Terms = tuple[tuple[int, int], ...]
"""Column and coefficient."""


@value
class LinearRow:
    """A sum that stays between two bounds; None is no bound."""

    terms: Terms
    low: int | None = None
    high: int | None = None


@value
class Linear:
    """`most` and `worth` hold one number a column."""

    most: tuple[int, ...]
    worth: tuple[int, ...]
    rows: tuple[LinearRow, ...]

    def worth_of(self, values: Iterable[int]) -> int:
        """What is maximised, of one value a column."""
        return sum(number * each for number, each in zip(values, self.worth, strict=True))


@value
class Solution:
    """One value a column; `bound` is what no answer can pass, and the answer is proven best where it reaches it."""

    values: tuple[int, ...]
    bound: float
    proven: bool


class Solver(Protocol):
    """`hint` names columns of a good answer; None where the solver found nothing in its time."""

    def __call__(self, linear: Linear, *, hint: Mapping[int, int]) -> Solution | None: ...


class Builder:
    """Collects columns and rows."""

    def __init__(self) -> None:
        self._most: list[int] = []
        self._worth: list[int] = []
        self._rows: list[LinearRow] = []

    def column(self, most: int = 1, *, worth: int = 0) -> int:
        """A new whole number from 0 to `most`; its index."""
        self._most.append(most)
        self._worth.append(worth)
        return len(self._most) - 1

    def row(self, *terms: tuple[int, int], low: int | None = None, high: int | None = None) -> None:
        self._rows.append(LinearRow(terms=terms, low=low, high=high))

    def at_least_one(self, columns: Iterable[int]) -> None:
        self.row(*_ones(columns), low=1)

    def at_most_one(self, columns: Iterable[int]) -> None:
        self.row(*_ones(columns), high=1)

    def exactly_one(self, columns: Iterable[int]) -> None:
        self.row(*_ones(columns), low=1, high=1)

    def implies(self, column: int, other: int) -> None:
        """One only where the other is one."""
        self.row((column, 1), (other, -1), high=0)

    def done(self) -> Linear:
        return Linear(most=tuple(self._most), worth=tuple(self._worth), rows=tuple(self._rows))


def _ones(columns: Iterable[int]) -> Iterator[tuple[int, int]]:
    return ((column, 1) for column in columns)
