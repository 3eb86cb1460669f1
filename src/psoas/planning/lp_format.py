"""A linear model as text in the LP file format, as HiGHS documents it: the way across where values cannot be handed over."""

from collections.abc import Iterable, Iterator

from psoas.planning.linear_model import Linear, LinearRow

A_LINE = 12
"""Terms a line; the format limits the length of a line."""


def lp_text(linear: Linear) -> str:
    """Columns are named x0, x1 … in their order."""
    rows = [line for number, row in enumerate(linear.rows) for line in _row(number, row)]
    bounds = [f" 0 <= x{column} <= {most}" for column, most in enumerate(linear.most)]
    whole = [f" x{column}" for column in range(len(linear.most))]
    worth = _sum(enumerate(linear.worth))
    return "\n".join(["Maximize", f" worth: {worth}", "Subject To", *rows, "Bounds", *bounds, "Generals", *whole, "End", ""])


def _row(number: int, row: LinearRow) -> Iterator[str]:
    total = _sum(row.terms)
    if row.low is not None and row.low == row.high:
        yield f" r{number}: {total} = {row.low}"
        return
    if row.low is not None:
        yield f" r{number}l: {total} >= {row.low}"
    if row.high is not None:
        yield f" r{number}h: {total} <= {row.high}"


def _sum(terms: Iterable[tuple[int, int]]) -> str:
    words = [f"{'+' if number >= 0 else '-'} {abs(number)} x{column}" for column, number in terms if number]
    lines = (" ".join(words[start : start + A_LINE]) for start in range(0, len(words), A_LINE))
    return "\n  ".join(lines)
