"""A filling by hand: first everything that must be there, then more of it in order of worth.

It is fast and never wrong, only sometimes less full: the oracle beside the solver, its first hint, and the plan when the
solver has nothing better.
"""

from collections.abc import Iterable

from psoas.catalogue.entries import Muscle
from psoas.planning.programme import ProgrammeRow
from psoas.planning.rhythm import LIGHT_KINDS, STRENGTH_KINDS, DayKind
from psoas.planning.week_task import (
    MOST_STRETCH_S_A_SESSION,
    ROUND_TRIP_S,
    DayTask,
    Filling,
    Place,
    Slot,
    WeekTask,
    day_fits,
    has_balance,
    has_drill,
    has_evening,
    is_steady,
    places_of,
    stands_fixed,
    worth_of,
)

Draft = dict[Place, int]


def place_all(task: WeekTask) -> Draft | None:
    """Every candidate once at its least dose, what is fixed on all its days, a drill on each kind of day, balance and evening
    where asked; None where it cannot."""
    board = _Board(task)
    days = sorted(task.days, key=lambda day: day.kind in STRENGTH_KINDS)
    fixed = [place for number, c in enumerate(task.candidates) if c.fixed for place in places_of(task, number)]
    whole = (
        all(board.place(place) for place in fixed)
        and all(board.place_one(day, "drill") for day in days)
        and all(board.place_one(day, "balance") for day in days if day.balance)
        and all(board.place_one(day, "evening") for day in days if day.evening)
        and all(board.place_once(number) for number in range(len(task.candidates)) if number not in board.used)
    )
    return board.draft if whole else None


def strength_minutes(entries: Iterable[ProgrammeRow], week: int) -> dict[DayKind, int]:
    """Seconds that strength takes of each strength day in a week."""
    spent: dict[DayKind, int] = {}
    for entry in entries:
        if entry.slot == "strength" and entry.active(week):
            candidate = entry.candidates[week - entry.first]
            for kind in candidate.kinds:
                spent[kind] = spent.get(kind, 0) + candidate.options[0].seconds
    return spent


class _Board:
    """A filling while it grows, with the sums of each session kept."""

    def __init__(self, task: WeekTask) -> None:
        self.task = task
        self.draft: Draft = {}
        self.used: set[int] = set()
        self.here: set[tuple[int, DayKind]] = set()
        self.caps = {day.kind: day.cap for day in task.days}
        self.seconds: dict[DayKind, dict[Slot, int]] = {day.kind: {} for day in task.days}
        self.down: set[tuple[Slot, DayKind]] = set()
        self.stretched: dict[tuple[Slot, DayKind, Muscle], int] = {}

    def place(self, place: Place) -> bool:
        """This place at its least dose, if the day still fits."""
        number, slot, kind = place
        if (number, kind) in self.here:
            return False
        candidate = self.task.candidates[number]
        option = candidate.options[0]
        muscles = candidate.muscles if candidate.stretch else ()
        if any(self.stretched.get((slot, kind, m), 0) + option.stretch_s > MOST_STRETCH_S_A_SESSION for m in muscles):
            return False
        floor = candidate.surface == "floor"
        if self._minutes(slot, kind, option.seconds, floor=floor) > self.caps[kind]:
            return False
        for muscle in muscles:
            self.stretched[slot, kind, muscle] = self.stretched.get((slot, kind, muscle), 0) + option.stretch_s
        self.seconds[kind][slot] = self.seconds[kind].get(slot, 0) + option.seconds
        self.down |= {(slot, kind)} if floor else set()
        self.draft[place] = 0
        self.here.add((number, kind))
        self.used.add(number)
        return True

    def place_one(self, day: DayTask, what: str) -> bool:
        """A drill, a balance drill or an evening on this kind of day: those that stand nowhere yet first, then the shortest;
        on days that carry strength the shortest first."""
        fitting = [number for number, c in enumerate(self.task.candidates) if (c.drill if what == "drill" else c.slot == what)]
        if any((number, day.kind) in self.here for number in fitting):
            return True
        full = day.kind in STRENGTH_KINDS
        fitting.sort(key=lambda n: (n in self.used and not full, self._cost(n), n))
        return any(
            self.place((n, self.task.candidates[n].slot, day.kind))
            for n in fitting
            if day.kind in self.task.candidates[n].kinds
        )

    def place_once(self, number: int) -> bool:
        roomy = sorted(self.task.days, key=lambda day: self.minutes(day.kind) - day.cap)
        kinds = self.task.candidates[number].kinds
        return any(self.place((number, self.task.candidates[number].slot, day.kind)) for day in roomy if day.kind in kinds)

    def _cost(self, number: int) -> int:
        candidate = self.task.candidates[number]
        return candidate.options[0].seconds + ROUND_TRIP_S * (candidate.surface == "floor")

    def minutes(self, kind: DayKind) -> int:
        return self._minutes("morning", kind, 0, floor=False)

    def _minutes(self, slot: Slot, kind: DayKind, more: int, *, floor: bool) -> int:
        total = 0
        for known, seconds in {slot: 0, **self.seconds[kind]}.items():
            extra = more if known == slot else 0
            down = (known, kind) in self.down or (floor and known == slot)
            total += -(-(seconds + extra + ROUND_TRIP_S * down) // 60)
        return total


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
    everyone = {place[0] for place in filling} == set(range(len(task.candidates)))
    days = all(
        day_fits(task, filling, day)
        and has_drill(task, filling, day.kind)
        and has_balance(filling, day)
        and has_evening(filling, day)
        for day in task.days
    )
    return everyone and days and stands_fixed(task, filling) and is_steady(task, filling)
