"""One week filled as well as it can be: by HiGHS on a computer and in a page, else by CP-SAT where OR-tools is, else by hand.

One model over all 56 days does not solve in a second; one a week over kinds of day does, nearly always to the proven optimum,
when it starts from the greedy filling. `optimal` is therefore meant per week. The week is written down once (`formulation`),
so that the same week has the same worth whoever solves it, and the greedy filling is the floor under each of them.
"""

from functools import cache
from importlib import import_module

from psoas.planning.filling import Solved
from psoas.planning.formulation import Formulation
from psoas.planning.heuristic import fill, is_whole
from psoas.planning.linear_model import Solution, Solver, SolverName
from psoas.planning.week_task import Filling, WeekTask, worth_of

SOLVERS: tuple[tuple[SolverName, str], ...] = (
    ("highs", "psoas.planning.highs"),
    ("highs", "psoas.planning.highs_in_page"),
    ("cp-sat", "psoas.planning.cpsat"),
)
"""In the order in which they are asked. A computer has the first, a browser the second; the third comes with an extra and is
never asked where one of the others is, so that an extra changes no plan."""


def solve(task: WeekTask, *, by: SolverName | None = None) -> Solved | None:
    """The best filling found; None where not even the least fits. `by` names a solver, else the first one here is asked."""
    hint = fill(task)
    if hint is None:
        return None
    asked = first_here(by)
    if asked is None:
        return Solved(filling=hint, status="greedy", gap=1.0, solver="greedy")
    name, solver = asked
    formulation = Formulation(task)
    answer = solver(formulation.linear, hint=formulation.hint(hint))
    if answer is None:
        return Solved(filling=hint, status="greedy", gap=1.0, solver="greedy")
    return _better(task, formulation.filling(answer.values), hint, answer=answer, name=name)


@cache
def first_here(by: SolverName | None = None) -> tuple[SolverName, Solver] | None:
    """The first solver whose library is installed; those after it are not even loaded."""
    for name, module in SOLVERS:
        if by not in {None, name}:
            continue
        try:
            return name, import_module(module).solve
        except ImportError:
            continue
    return None


def _better(task: WeekTask, filling: Filling, hint: Filling, *, answer: Solution, name: SolverName) -> Solved:
    """The solver's filling, unless the greedy one is as good or the solver's does not hold."""
    if answer.proven and is_whole(task, filling):
        return Solved(filling=filling, status="optimal", gap=0.0, solver=name)
    if is_whole(task, filling) and worth_of(task, filling) >= worth_of(task, hint):
        return Solved(filling=filling, status="feasible", gap=_gap(task, filling, answer.bound), solver=name)
    return Solved(filling=hint, status="greedy", gap=_gap(task, hint, answer.bound), solver="greedy")


def _gap(task: WeekTask, filling: Filling, bound: float) -> float:
    return round(max(0.0, (bound - worth_of(task, filling)) / bound), 4) if bound > 0 else 0.0
