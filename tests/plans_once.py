"""Plans that many tests ask for are made once a run, and so is each week that many plans share: planner and solver are
functions of what they are told and of nothing else.

Each different person is planned by the real planner and each different week filled by the real solver, in every run. What was
made is kept in a folder of this run, which all its processes share; the next run makes everything anew. Whoever tests the
sameness of either takes `plan_anew` and `solve_anew`.
"""

import os
import pickle
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from psoas import journey
from psoas.catalogue.catalogue import load
from psoas.planning import block, week_solver
from psoas.planning.filling import Solved
from psoas.planning.linear_model import SolverName
from psoas.planning.plan import Plan
from psoas.planning.week_task import WeekTask
from psoas.screening.clearance import Clearance
from psoas.vocabulary.language import spoken

Made = TypeVar("Made")

planned, solve_anew = block.plan_weeks, week_solver.solve
"""The planner, with weeks that may be known; and the solver itself."""
MOST = 48
"""Plans in memory; the others are read again."""


def plan_once(folder: Path) -> None:
    """From here on `plan_weeks` answers what it answered in this run before, and `solve` too. Called before a test takes them
    by their names."""
    week_solver.solve = solved_once(folder)
    block.plan_weeks = journey.plan_weeks = once(planned, folder)


def plan_anew(*who: Any, **how: Any) -> Plan:
    """The planner itself, with no week that is known."""
    known, week_solver.solve = week_solver.solve, solve_anew
    try:
        return planned(*who, **how)
    finally:
        week_solver.solve = known


def solved_once(folder: Path) -> Callable[..., Solved | None]:
    """The solver, asked once for each week. Who names a solver is answered by it."""

    def solve(task: WeekTask, *, by: SolverName | None = None) -> Solved | None:
        if by is not None:
            return solve_anew(task, by=by)
        file = folder / sha256(repr((task, week_solver.SOLVERS)).encode()).hexdigest()
        return _kept(file) or _keep(file, solve_anew(task))

    return solve


def once(make: Callable[..., Plan], folder: Path) -> Callable[..., Plan]:
    """The planner, asked once for each person and day. A catalogue of a test's own is never mistaken for another."""
    known: OrderedDict[str, Plan] = OrderedDict()

    @wraps(make)
    def plan(*who: Any, **how: Any) -> Plan:
        if how.get("catalogue") is not load():
            return make(*who, **how)
        asked = {name: told for name, told in how.items() if name != "catalogue"}
        key = sha256(repr((_told(who), _told(asked), spoken(), week_solver.SOLVERS)).encode()).hexdigest()
        if key not in known:
            known[key] = _kept(folder / key) or _keep(folder / key, make(*who, **how))
        known.move_to_end(key)
        if len(known) > MOST:
            known.popitem(last=False)
        return known[key]

    return plan


def _kept(file: Path) -> Any:
    """What this run wrote, into a folder of its own; None where it did not."""
    with suppress(OSError):
        return pickle.loads(file.read_bytes())  # noqa: S301  # as above
    return None


def _keep(file: Path, made: Made) -> Made:
    beside = file.with_suffix(f".{os.getpid()}")
    beside.write_bytes(pickle.dumps(made))
    beside.replace(file)
    return made


def _told(value: Any) -> Any:
    """The same for the same, also in another process: sets and mappings in order."""
    if isinstance(value, Clearance):
        return _told((value.record, value.limits, value.doses))
    if is_dataclass(value):
        return (type(value).__qualname__, *((field.name, _told(getattr(value, field.name))) for field in fields(value)))
    if isinstance(value, Mapping):
        return sorted(((repr(name), _told(one)) for name, one in value.items()), key=repr)
    if isinstance(value, set | frozenset):
        return sorted((_told(one) for one in value), key=repr)
    if isinstance(value, tuple | list):
        return [_told(one) for one in value]
    return repr(value)
