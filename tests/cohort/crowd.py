"""Many lives in parallel. A person is one task: plans are made once for each usual pain and shared by the behaviours."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count

from cohort.behaviour import BEHAVIOURS
from cohort.described import DESCRIBED
from cohort.life import first_plan, live
from cohort.person import Person, hurting
from cohort.population import person
from cohort.result import Result, result_of
from psoas.journey import PlanForbiddenError
from psoas.planning.plan import Plan

EACH = 3
"""How many behaviours a drawn person lives, in turns, where not all are asked."""


def people(count: int) -> tuple[Person, ...]:
    """The described ones first, then as many drawn."""
    return (*DESCRIBED, *(person(number) for number in range(count - len(DESCRIBED))))[:count]


def lives_of(number: int, *, every: bool) -> tuple[str, ...]:
    """Which behaviours the person of this place in the crowd lives: all, or three in turns."""
    names = tuple(BEHAVIOURS)
    return names if every else tuple(names[(EACH * number + turn) % len(names)] for turn in range(EACH))


def live_all(count: int, *, every: bool = False, workers: int | None = None) -> tuple[Result, ...]:
    """Every life of so many people, in the order of the people."""
    crowd = people(count)
    lives = [(one, lives_of(number, every=every)) for number, one in enumerate(crowd)]
    return lived(lives, workers=workers)


def lived(lives: Sequence[tuple[Person, tuple[str, ...]]], *, workers: int | None = None) -> tuple[Result, ...]:
    """These people's lives, measured."""
    workers = workers or cpu_count() or 1
    if workers == 1:
        return tuple(result for each in map(_one, lives) for result in each)
    with ProcessPoolExecutor(workers) as pool:
        return tuple(result for each in pool.map(_one, lives, chunksize=2) for result in each)


def _one(task: tuple[Person, tuple[str, ...]]) -> tuple[Result, ...]:
    someone, behaviours = task
    plans: dict[int | None, Plan | None] = {}
    results = []
    for name in behaviours:
        usual = BEHAVIOURS[name].usual
        if usual not in plans:
            plans[usual] = _plan(hurting(someone, usual))
        plan = plans[usual]
        if plan is not None:
            results.append(result_of(live(someone, name, plan=plan)))
    return tuple(results)


def _plan(someone: Person) -> Plan | None:
    try:
        return first_plan(someone)
    except PlanForbiddenError:
        return None
