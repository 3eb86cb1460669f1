"""A linear model solved by HiGHS, which runs in Python and in a browser: both read the LP file format.

In Python the library is highspy; in the browser edition the page lends its own build as the module `psoas_page_highs`. The
search may stop half a per cent below the best possible: the last half costs more time than it is worth on a phone.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from psoas.planning.linear_model import Linear, LinearRow, Solution

GAP = 0.005
LIMIT_S = 10.0
OPTIONS: Mapping[str, float | int | bool] = {
    "output_flag": False,
    "mip_rel_gap": GAP,
    "time_limit": LIMIT_S,
    "random_seed": 1,
}
A_LINE = 12
"""Terms a line; the format limits the length of a line."""
Run = Callable[[str], tuple[Mapping[str, float], float] | None]
"""LP text in; the columns by name and the bound out, or None."""


def solve(linear: Linear, *, hint: Mapping[int, int]) -> Solution | None:  # noqa: ARG001  # the format has no place for a hint
    """The best answer found, with what is known of how much better one could be."""
    found = _run(lp_text(linear))
    if found is None:
        return None
    named, bound = found
    values = tuple(round(named.get(f"x{column}", 0.0)) for column in range(len(linear.most)))
    worth = sum(value * each for value, each in zip(values, linear.worth, strict=True))
    return Solution(values=values, bound=bound, proven=bound - worth < 1)


def lp_text(linear: Linear) -> str:
    """The model in the LP file format, as HiGHS documents it."""
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


def _in_python(text: str) -> tuple[Mapping[str, float], float] | None:
    """highspy reads the format from a file alone."""
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call, unused-ignore]  # not every release has types
    for name, wanted in {**OPTIONS, "threads": 1}.items():
        solver.setOptionValue(name, wanted)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "week.lp"
        file.write_text(text, "ascii")
        solver.readModel(str(file))
    solver.run()
    values = list(solver.getSolution().col_value)
    if not solver.getSolution().value_valid:
        return None
    names = (solver.getColName(column)[1] for column in range(len(values)))
    return dict(zip(names, values, strict=True)), solver.getInfo().mip_dual_bound


def _in_the_page(text: str) -> tuple[Mapping[str, float], float] | None:
    found = psoas_page_highs.solve(text, OPTIONS)
    return None if found is None else (found.columns.to_py(), float(found.bound))


_run: Run
try:
    import highspy

    _run = _in_python
except ImportError:
    import psoas_page_highs

    _run = _in_the_page
