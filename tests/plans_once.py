"""Plans that many tests ask for are made once a run: the planner is a function of what it is told and of nothing else.

Each different person is planned by the real planner, in every run. What was made is kept in a folder of this run, which all
its processes share; the next run makes everything anew. Whoever tests the planner's sameness takes `plan_anew`.
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
from typing import Any

from psoas import journey
from psoas.catalogue.catalogue import load
from psoas.planning import block, week_solver
from psoas.planning.plan import Plan
from psoas.screening.clearance import Clearance
from psoas.vocabulary.language import spoken

plan_anew = block.plan_weeks
"""The planner itself."""
MOST = 48
"""Plans in memory; the others are read again."""


def plan_once(folder: Path) -> None:
    """From here on `plan_weeks` answers what it answered in this run before. Called before a test takes it by its name."""
    block.plan_weeks = journey.plan_weeks = once(plan_anew, folder)


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


def _kept(file: Path) -> Plan | None:
    with suppress(OSError):
        plan: Plan = pickle.loads(file.read_bytes())  # noqa: S301  # this run wrote it, into a folder of its own
        return plan
    return None


def _keep(file: Path, plan: Plan) -> Plan:
    beside = file.with_suffix(f".{os.getpid()}")
    beside.write_bytes(pickle.dumps(plan))
    beside.replace(file)
    return plan


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
