"""A linear model solved by the HiGHS that a page of the phone edition lends, as the module `psoas_page_highs`: it reads the LP
file format. (A computer has the library itself: `highs`.)

The search may stop half a per cent below the best possible: the last half costs more time than it is worth on a phone.
"""

from collections.abc import Mapping

import psoas_page_highs

from psoas.planning.linear_model import Linear, Solution
from psoas.planning.lp_format import lp_text

GAP = 0.005
LIMIT_S = 10.0
OPTIONS: Mapping[str, float | int | bool] = {
    "output_flag": False,
    "mip_rel_gap": GAP,
    "time_limit": LIMIT_S,
    "random_seed": 1,
}


def solve(linear: Linear, *, hint: Mapping[int, int]) -> Solution | None:  # noqa: ARG001  # the format has no place for a hint
    """The best answer found, with what is known of how much better one could be."""
    found = psoas_page_highs.solve(lp_text(linear), OPTIONS)
    if found is None:
        return None
    named, bound = found.columns.to_py(), float(found.bound)
    values = tuple(round(named.get(f"x{column}", 0.0)) for column in range(len(linear.most)))
    return Solution(values=values, bound=bound, proven=bound - linear.worth_of(values) < 1)
