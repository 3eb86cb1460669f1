"""A linear model solved by OR-tools CP-SAT: the same answer every time (one worker, a fixed seed, a limit in deterministic
time). The referee of HiGHS, and its stand-in where there is none."""

from collections.abc import Mapping

from ortools.sat.python import cp_model

from psoas.planning.linear_model import Linear, Solution

SEED = 1
DETERMINISTIC_LIMIT = 0.1
FAR = 1 << 40
"""No bound; CP-SAT wants one."""


def solve(linear: Linear, *, hint: Mapping[int, int]) -> Solution | None:
    """The best answer in the time given, beginning at the hint's ones."""
    model = cp_model.CpModel()
    columns = [model.new_bool_var("") if most == 1 else model.new_int_var(0, most, "") for most in linear.most]
    for row in linear.rows:
        total = cp_model.LinearExpr.weighted_sum([columns[c] for c, _ in row.terms], [n for _, n in row.terms])
        low, high = (-FAR if row.low is None else row.low), (FAR if row.high is None else row.high)
        model.add_linear_constraint(total, low, high)
    model.maximize(cp_model.LinearExpr.weighted_sum(columns, list(linear.worth)))
    for column, start in hint.items():
        model.add_hint(columns[column], start)
    solver = _solver()
    status = solver.solve(model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    values = tuple(solver.value(column) for column in columns)
    return Solution(values=values, bound=solver.best_objective_bound, proven=status == cp_model.OPTIMAL)


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.random_seed = SEED
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = DETERMINISTIC_LIMIT
    solver.parameters.linearization_level = 2
    solver.parameters.cp_model_probing_level = 1
    return solver
