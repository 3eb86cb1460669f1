"""A filling by hand: first everything that must be there, then more of it in order of worth.

It is fast and never wrong, only sometimes less full: the oracle beside the solver, its first hint, and the plan when the
solver has nothing better.
"""

from psoas.planning.rhythm import LIGHT_KINDS, DayKind
from psoas.planning.week import (
    DayTask,
    Filling,
    Place,
    WeekTask,
    day_fits,
    day_minutes,
    has_balance,
    has_drill,
    is_steady,
    is_the_days_drill,
    places_of,
    worth_of,
)

Draft = dict[Place, int]


def place_all(task: WeekTask) -> Draft | None:
    """Every candidate once at its least dose, a drill on each kind of day, and balance where asked; None where it cannot."""
    draft: Draft = {}
    if not all(_place_drill(task, draft, day) for day in task.days):
        return None
    if not all(_place_balance(task, draft, day) for day in task.days if day.balance):
        return None
    missing = [number for number in range(len(task.candidates)) if not any(place[0] == number for place in draft)]
    return draft if all(_place_once(task, draft, number) for number in missing) else None


def fill(task: WeekTask) -> Draft | None:
    """Everything that must be there, then more: other days, fuller doses."""
    draft = place_all(task)
    if draft is None:
        return None
    order = sorted(range(len(task.candidates)), key=lambda number: (-task.candidates[number].worth, number))
    for day in sorted(task.days, key=lambda day: day.kind in LIGHT_KINDS):
        _spread(task, draft, day, order)
        _raise(task, draft, day, order)
    return draft


def _place_drill(task: WeekTask, draft: Draft, day: DayTask) -> bool:
    drills = [number for number, candidate in enumerate(task.candidates) if candidate.drill]
    places = [place for number in _unused_first(task, draft, drills) for place in _on(task, number, day.kind)]
    return any(_try(task, draft, place, day) for place in places if is_the_days_drill(task, place))


def _place_balance(task: WeekTask, draft: Draft, day: DayTask) -> bool:
    drills = [number for number, candidate in enumerate(task.candidates) if "balance" in candidate.slots]
    places = [place for number in _unused_first(task, draft, drills) for place in _on(task, number, day.kind)]
    return any(_try(task, draft, place, day) for place in places)


def _unused_first(task: WeekTask, draft: Draft, numbers: list[int]) -> list[int]:
    """Those that stand nowhere yet, then the shortest."""
    used = {place[0] for place in draft}
    return sorted(numbers, key=lambda number: (number in used, task.candidates[number].options[0].seconds, number))


def _place_once(task: WeekTask, draft: Draft, number: int) -> bool:
    roomy = sorted(task.days, key=lambda day: day_minutes(task, draft, day.kind) - day.cap)
    return any(_try(task, draft, place, day) for day in roomy for place in _on(task, number, day.kind))


def _spread(task: WeekTask, draft: Draft, day: DayTask, order: list[int]) -> None:
    for number in order:
        if any(place[0] == number and place[2] == day.kind for place in draft):
            continue
        for place in _on(task, number, day.kind):
            if _improves(task, draft, {place: _usual(task, draft, number)}):
                break


def _usual(task: WeekTask, draft: Draft, number: int) -> int:
    """The dose of this week where it is the same every day, else the least."""
    given = (choice for place, choice in draft.items() if place[0] == number)
    return next(given, 0) if task.candidates[number].steady else 0


def _raise(task: WeekTask, draft: Draft, day: DayTask, order: list[int]) -> None:
    for number in order:
        candidate = task.candidates[number]
        for place in _on(task, number, day.kind):
            while place in draft and draft[place] + 1 < len(candidate.options):
                together = [known for known in draft if known[0] == number] if candidate.steady else [place]
                if not _improves(task, draft, dict.fromkeys(together, draft[place] + 1)):
                    break


def _on(task: WeekTask, number: int, kind: DayKind) -> list[Place]:
    return [place for place in places_of(task, number) if place[2] == kind]


def _try(task: WeekTask, draft: Draft, place: Place, day: DayTask) -> bool:
    """This place at its least dose, if the day still fits."""
    draft[place] = 0
    if day_fits(task, draft, day):
        return True
    del draft[place]
    return False


def _improves(task: WeekTask, draft: Draft, changes: Draft) -> bool:
    """These places with these doses, if that fits and is worth more."""
    before, worth = dict(draft), worth_of(task, draft)
    draft.update(changes)
    kinds = {place[2] for place in changes}
    fits = all(day_fits(task, draft, day) for day in task.days if day.kind in kinds)
    if fits and worth_of(task, draft) > worth:
        return True
    draft.clear()
    draft.update(before)
    return False


def is_whole(task: WeekTask, filling: Filling) -> bool:
    """Does a filling keep every must of the week?"""
    present = {place[0] for place in filling}
    everyone = present == set(range(len(task.candidates)))
    days = all(
        day_fits(task, filling, day) and has_drill(task, filling, day.kind) and has_balance(filling, day) for day in task.days
    )
    return everyone and days and is_steady(task, filling)
