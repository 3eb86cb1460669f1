"""A linear model solved by HiGHS to the proven best, with the same answer every time: one thread, a fixed seed, and an end
after so many nodes instead of seconds. (A browser has another build of it: `highs_in_page`.)
"""

from collections.abc import Iterable, Mapping
from typing import Any

import highspy
import numpy as np
import numpy.typing as npt

from psoas.planning.linear_model import Linear, Solution

MOST_NODES = 2000
"""A hundred people's weeks took 400 at most."""
OPTIONS: Mapping[str, float | int | bool] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.9,  # worth is whole: what is less than one below the bound is the best
    "mip_max_nodes": MOST_NODES,
    # The hint is nearly the best already: looking for other beginnings took a fifth of the time.
    "mip_allow_restart": False,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_effort": 0.0,
}


def solve(linear: Linear, *, hint: Mapping[int, int]) -> Solution | None:
    """The best answer, beginning at the hint."""
    solver: Any = highspy.Highs()
    for name, wanted in OPTIONS.items():
        solver.setOptionValue(name, wanted)
    solver.passModel(_model(linear))
    solver.setSolution(len(hint), np.fromiter(hint.keys(), np.int32), _floats(hint.values()))
    solver.run()
    found = solver.getSolution()
    if not found.value_valid:
        return None
    values, bound = tuple(round(each) for each in found.col_value), float(solver.getInfo().mip_dual_bound)
    return Solution(values=values, bound=bound, proven=bound - linear.worth_of(values) < 1)


def _model(linear: Linear) -> Any:
    """As the library takes it; its matrix row by row."""
    model: Any = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(linear.most), len(linear.rows)
    model.sense_ = highspy.ObjSense.kMaximize
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(linear.most)
    model.col_cost_, model.col_lower_, model.col_upper_ = (
        _floats(linear.worth),
        np.zeros(len(linear.most)),
        _floats(linear.most),
    )
    model.row_lower_ = _floats(-highspy.kHighsInf if row.low is None else row.low for row in linear.rows)
    model.row_upper_ = _floats(highspy.kHighsInf if row.high is None else row.high for row in linear.rows)
    terms = [term for row in linear.rows for term in row.terms]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in linear.rows)])
    model.a_matrix_.index_ = np.array([column for column, _ in terms], np.int32)
    model.a_matrix_.value_ = _floats(number for _, number in terms)
    return model


def _floats(numbers: Iterable[float]) -> npt.NDArray[np.float64]:
    return np.fromiter(numbers, np.float64)
