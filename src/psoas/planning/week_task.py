"""One week as a task: who may stand where, and how good a filling is.

Every member of the week must appear at least once; what is chosen is on which kinds of day, in which session, with which dose.
Days of one kind share one content.

    must    each kind of day has a drill, and balance and an evening where the day asks for it; strength stands on its days
            with its dose; minutes within the cap; one visit to the floor a session (what a bed is enough for is then done on
            the mat); at most 4 min a muscle in a session (DOSE-2); balance keeps one dose all week
    good    members by worth and days; stretch volume toward 10 min a muscle a week (DOSE-2); light days shorter than others
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from psoas.catalogue.entries import Muscle
from psoas.planning.dose_options import Option
from psoas.planning.duration import CHANGE_OF_LEVEL_S
from psoas.planning.rhythm import LIGHT_KINDS, DayKind
from psoas.vocabulary.value import value

Slot = Literal["morning", "strength", "balance", "evening", "breathing"]
SLOTS: tuple[Slot, ...] = ("morning", "balance", "strength", "evening", "breathing")
ROUND_TRIP_S = 2 * CHANGE_OF_LEVEL_S
MOST_STRETCH_S_A_SESSION = 240
"""Of one muscle (DOSE-2: more adds nothing)."""
STRETCH_S_A_WEEK = 600
LIGHT_DAY_WORTH = 3000
"""What it is worth that a light day is shorter than the other days."""
DOSE_WORTH = 20
STRETCH_SLOTS: tuple[Slot, ...] = ("morning", "evening")


@value
class Candidate:
    """A member of the week with its choices. `worth` is what one day with it is worth; `drill` counts as the day's drill.

    The first of the muscles is the one its weekly volume counts for; the limit of a session holds for all of them.
    """

    exercise: str
    slot: Slot
    options: tuple[Option, ...]
    worth: int
    drill: bool
    stretch: bool
    muscles: tuple[Muscle, ...]
    surface: str
    steady: bool
    """One dose all week."""
    kinds: tuple[DayKind, ...]
    """Kinds of day it may stand on."""
    fixed: bool = False
    """It stands on all of them: the days of a strength movement are decided before the week."""


@value
class DayTask:
    kind: DayKind
    days: int
    cap: int
    balance: bool = False
    """Days of this kind must hold a balance drill."""
    evening: bool = False
    """Days of this kind must hold an evening session."""


@value
class WeekTask:
    days: tuple[DayTask, ...]
    candidates: tuple[Candidate, ...]


Place = tuple[int, Slot, DayKind]
"""Candidate number, session, kind of day."""
Filling = Mapping[Place, int]
"""Which option stands in each place that is taken."""


def places_of(task: WeekTask, number: int) -> Iterator[Place]:
    """Where a candidate may stand."""
    candidate = task.candidates[number]
    for day in task.days:
        if day.kind in candidate.kinds:
            yield (number, candidate.slot, day.kind)


def session_of(task: WeekTask, filling: Filling, slot: Slot, kind: DayKind) -> list[tuple[Candidate, Option]]:
    """What stands in one session, in the order of the task."""
    taken = sorted(place for place in filling if place[1] == slot and place[2] == kind)
    return [(task.candidates[place[0]], task.candidates[place[0]].options[filling[place]]) for place in taken]


def day_minutes(task: WeekTask, filling: Filling, kind: DayKind) -> int:
    """All sessions of one kind of day, each rounded up, as the planner counts."""
    return _minutes(task, filling, kind, lambda option: option.seconds)


def clock_minutes(task: WeekTask, filling: Filling, kind: DayKind) -> int:
    """The same as the day itself will say; never more than the planner counts."""
    return _minutes(task, filling, kind, lambda option: option.clock_s)


def _minutes(task: WeekTask, filling: Filling, kind: DayKind, taken: Callable[[Option], int]) -> int:
    seconds: dict[Slot, int] = {}
    down: set[Slot] = set()
    for (number, slot, of), choice in filling.items():
        if of == kind:
            candidate = task.candidates[number]
            seconds[slot] = seconds.get(slot, 0) + taken(candidate.options[choice])
            if candidate.surface == "floor":
                down.add(slot)
    return sum(-(-(total + ROUND_TRIP_S * (slot in down)) // 60) for slot, total in seconds.items())


def day_fits(task: WeekTask, filling: Filling, day: DayTask) -> bool:
    """Minutes, levels, stretch volume and once a day."""
    return day_minutes(task, filling, day.kind) <= day.cap and _sessions_fit(task, filling, day.kind)


def _sessions_fit(task: WeekTask, filling: Filling, kind: DayKind) -> bool:
    stretched: dict[tuple[Slot, Muscle], int] = {}
    seen: set[int] = set()
    for (number, slot, of), choice in filling.items():
        if of != kind:
            continue
        candidate = task.candidates[number]
        if number in seen:
            return False
        seen.add(number)
        for muscle in candidate.muscles if candidate.stretch else ():
            stretched[slot, muscle] = stretched.get((slot, muscle), 0) + candidate.options[choice].stretch_s
    return max(stretched.values(), default=0) <= MOST_STRETCH_S_A_SESSION


def has_drill(task: WeekTask, filling: Filling, kind: DayKind) -> bool:
    return any(is_the_days_drill(task, place) for place in filling if place[2] == kind)


def is_the_days_drill(task: WeekTask, place: Place) -> bool:
    """The daily drill opens the day; what the evening adds in week 6 comes on top of it."""
    number, slot, _ = place
    return task.candidates[number].drill and slot != "evening"


def has_balance(filling: Filling, day: DayTask) -> bool:
    """True where the day asks for none."""
    return not day.balance or any(slot == "balance" and kind == day.kind for _, slot, kind in filling)


def has_evening(filling: Filling, day: DayTask) -> bool:
    """True where the day asks for none."""
    return not day.evening or any(slot == "evening" and kind == day.kind for _, slot, kind in filling)


def stands_fixed(task: WeekTask, filling: Filling) -> bool:
    """What is fixed stands on all of its days."""
    wanted = {place for n, candidate in enumerate(task.candidates) if candidate.fixed for place in places_of(task, n)}
    return wanted <= set(filling)


def is_steady(task: WeekTask, filling: Filling) -> bool:
    """Balance: one dose all week."""
    given = {(number, choice) for (number, _, _), choice in filling.items() if task.candidates[number].steady}
    return len(given) == len({number for number, _ in given})


def worth_of(task: WeekTask, filling: Filling) -> int:
    """How good a filling is; greedy planner and solver are judged by this one number."""
    days = {day.kind: day.days for day in task.days}
    volume: dict[Muscle, int] = {}
    worth = 0
    for (number, _, kind), choice in filling.items():
        candidate = task.candidates[number]
        worth += days[kind] * (candidate.worth + (0 if candidate.stretch else DOSE_WORTH * choice))
        if candidate.stretch:
            muscle = candidate.muscles[0]
            volume[muscle] = volume.get(muscle, 0) + days[kind] * candidate.options[choice].side_s
    worth += sum(min(seconds, STRETCH_S_A_WEEK) for seconds in volume.values())
    return worth + LIGHT_DAY_WORTH * light_is_shorter(task, filling)


def light_is_shorter(task: WeekTask, filling: Filling) -> bool:
    """True where there are light days and they are shorter than every other kind."""
    minutes = {day.kind: day_minutes(task, filling, day.kind) for day in task.days}
    light = [total for kind, total in minutes.items() if kind in LIGHT_KINDS]
    others = [total for kind, total in minutes.items() if kind not in LIGHT_KINDS]
    return bool(light) and all(one < other for one in light for other in others)
