"""A filling by hand: first everything that must be there, then more of it in order of worth.

It is fast and never wrong, only sometimes less full: the oracle beside the solver, its first hint, and the plan when the
solver has nothing better.
"""

from psoas.planning.rhythm import DayKind
from psoas.planning.week import (
    DayTask,
    Filling,
    Place,
    WeekTask,
    day_fits,
    day_minutes,
    has_drill,
    is_the_days_drill,
    places_of,
    worth_of,
)

Draft = dict[Place, int]


def place_all(task: WeekTask) -> Draft | None:
    """Every candidate once at its least dose, and a drill on each kind of day; None where that does not fit."""
    draft: Draft = {}
    for day in task.days:
        if not _place_drill(task, draft, day):
            return None
    for number in range(len(task.candidates)):
        if any(place[0] == number for place in draft):
            continue
        if not _place_once(task, draft, number):
            return None
    return draft


def fill(task: WeekTask) -> Draft | None:
    """Everything that must be there, then more: other days, fuller doses."""
    draft = place_all(task)
    if draft is None:
        return None
    order = sorted(range(len(task.candidates)), key=lambda number: (-task.candidates[number].worth, number))
    for day in sorted(task.days, key=lambda day: day.kind == "light"):
        _spread(task, draft, day, order)
        _raise(task, draft, day, order)
    return draft


def _place_drill(task: WeekTask, draft: Draft, day: DayTask) -> bool:
    drills = [number for number, candidate in enumerate(task.candidates) if candidate.drill]
    unused = {number for number in drills if not any(place[0] == number for place in draft)}
    by_length = sorted(drills, key=lambda number: (number not in unused, task.candidates[number].options[0].seconds, number))
    places = [place for number in by_length for place in _on(task, number, day.kind) if is_the_days_drill(task, place)]
    return any(_try(task, draft, place, 0, day) for place in places)


def _place_once(task: WeekTask, draft: Draft, number: int) -> bool:
    roomy = sorted(task.days, key=lambda day: day_minutes(task, draft, day.kind) - day.cap)
    return any(_try(task, draft, place, 0, day) for day in roomy for place in _on(task, number, day.kind))


def _spread(task: WeekTask, draft: Draft, day: DayTask, order: list[int]) -> None:
    for number in order:
        if any(place[0] == number and place[2] == day.kind for place in draft):
            continue
        for place in _on(task, number, day.kind):
            if _improves(task, draft, place, 0, day):
                break


def _raise(task: WeekTask, draft: Draft, day: DayTask, order: list[int]) -> None:
    for number in order:
        for place in _on(task, number, day.kind):
            while place in draft and draft[place] + 1 < len(task.candidates[number].options):
                if not _improves(task, draft, place, draft[place] + 1, day):
                    break


def _on(task: WeekTask, number: int, kind: DayKind) -> list[Place]:
    return [place for place in places_of(task, number) if place[2] == kind]


def _try(task: WeekTask, draft: Draft, place: Place, choice: int, day: DayTask) -> bool:
    before = draft.get(place)
    draft[place] = choice
    if day_fits(task, draft, day):
        return True
    _put_back(draft, place, before)
    return False


def _improves(task: WeekTask, draft: Draft, place: Place, choice: int, day: DayTask) -> bool:
    before, worth = draft.get(place), worth_of(task, draft)
    if not _try(task, draft, place, choice, day):
        return False
    if worth_of(task, draft) > worth:
        return True
    _put_back(draft, place, before)
    return False


def _put_back(draft: Draft, place: Place, before: int | None) -> None:
    if before is None:
        del draft[place]
    else:
        draft[place] = before


def is_whole(task: WeekTask, filling: Filling) -> bool:
    """Does a filling keep every must of the week?"""
    present = {place[0] for place in filling}
    everyone = present == set(range(len(task.candidates)))
    return everyone and all(day_fits(task, filling, day) and has_drill(task, filling, day.kind) for day in task.days)
