"""One week as a task: who may stand where, and how good a filling is.

Every member of the week must appear at least once; what is chosen is on which kinds of day, in which session, with which dose.
Days of one kind share one content, so a week has at most three contents: strength, training, light.

    must    each kind of day has a drill; minutes within the cap; one visit to the floor a session, never bed and floor in one;
            at most 4 min a muscle in a session (DOSE-2)
    good    members by worth and days; stretch volume toward 10 min a muscle a week (DOSE-2); light days shorter than others
"""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Literal

from psoas.catalogue.entries import Muscle
from psoas.planning.dose import Option
from psoas.planning.duration import CHANGE_OF_LEVEL_S
from psoas.planning.rhythm import DayKind
from psoas.vocabulary.value import value

Slot = Literal["morning", "strength", "balance", "evening", "breathing"]
SLOTS: tuple[Slot, ...] = ("morning", "balance", "strength", "evening", "breathing")
ROUND_TRIP_S = 2 * CHANGE_OF_LEVEL_S
MOST_STRETCH_S_A_SESSION = 240
STRETCH_S_A_WEEK = 600
LIGHT_DAY_WORTH = 3000
"""What it is worth that a light day is shorter than the other days."""
DOSE_WORTH = 20
STRENGTH_KINDS: frozenset[DayKind] = frozenset({"strength", "strength-b"})
STRETCH_SLOTS: tuple[Slot, ...] = ("morning", "evening")


@value
class Candidate:
    """A member of the week with its choices. `worth` is what one day with it is worth; `drill` counts as the day's drill."""

    exercise: str
    slots: tuple[Slot, ...]
    options: tuple[Option, ...]
    worth: int
    drill: bool
    stretch: bool
    muscles: tuple[Muscle, ...]
    surface: str


@value
class DayTask:
    kind: DayKind
    days: int
    cap: int


@value
class WeekTask:
    days: tuple[DayTask, ...]
    candidates: tuple[Candidate, ...]


Place = tuple[int, Slot, DayKind]
"""Candidate number, session, kind of day."""
Filling = Mapping[Place, int]
"""Which option stands in each place that is taken."""


def places_of(task: WeekTask, number: int) -> Iterator[Place]:
    """Where a candidate may stand: strength exercises on strength days only."""
    for slot in task.candidates[number].slots:
        for day in task.days:
            if slot != "strength" or day.kind in STRENGTH_KINDS:
                yield (number, slot, day.kind)


def session_of(task: WeekTask, filling: Filling, slot: Slot, kind: DayKind) -> list[tuple[Candidate, Option]]:
    """What stands in one session, in the order of the task."""
    taken = sorted(place for place in filling if place[1] == slot and place[2] == kind)
    return [(task.candidates[place[0]], task.candidates[place[0]].options[filling[place]]) for place in taken]


def session_seconds(session: list[tuple[Candidate, Option]]) -> int:
    floor = any(candidate.surface == "floor" for candidate, _ in session)
    return sum(option.seconds for _, option in session) + (ROUND_TRIP_S if floor else 0)


def day_minutes(task: WeekTask, filling: Filling, kind: DayKind) -> int:
    return sum(ceil(session_seconds(session_of(task, filling, slot, kind)) / 60) for slot in SLOTS)


def day_fits(task: WeekTask, filling: Filling, day: DayTask) -> bool:
    """Minutes, levels, stretch volume and once a day."""
    if day_minutes(task, filling, day.kind) > day.cap:
        return False
    numbers = [place[0] for place in filling if place[2] == day.kind]
    return len(numbers) == len(set(numbers)) and all(
        _session_fits(session_of(task, filling, slot, day.kind)) for slot in SLOTS
    )


def _session_fits(session: list[tuple[Candidate, Option]]) -> bool:
    surfaces = {candidate.surface for candidate, _ in session}
    if {"bed", "floor"} <= surfaces:
        return False
    stretched: dict[Muscle, int] = {}
    for candidate, option in session:
        for muscle in candidate.muscles if candidate.stretch else ():
            stretched[muscle] = stretched.get(muscle, 0) + option.stretch_s
    return all(seconds <= MOST_STRETCH_S_A_SESSION for seconds in stretched.values())


def has_drill(task: WeekTask, filling: Filling, kind: DayKind) -> bool:
    return any(task.candidates[place[0]].drill for place in filling if place[2] == kind)


def worth_of(task: WeekTask, filling: Filling) -> int:
    """How good a filling is; greedy planner and solver are judged by this one number."""
    days = {day.kind: day.days for day in task.days}
    volume: dict[Muscle, int] = {}
    worth = 0
    for (number, _, kind), choice in filling.items():
        candidate = task.candidates[number]
        worth += days[kind] * (candidate.worth + (0 if candidate.stretch else DOSE_WORTH * choice))
        for muscle in candidate.muscles if candidate.stretch else ():
            volume[muscle] = volume.get(muscle, 0) + days[kind] * candidate.options[choice].side_s
    worth += sum(min(seconds, STRETCH_S_A_WEEK) for seconds in volume.values())
    return worth + LIGHT_DAY_WORTH * light_is_shorter(task, filling)


def light_is_shorter(task: WeekTask, filling: Filling) -> bool:
    """True where there is a light day and it is shorter than every other kind."""
    minutes = {day.kind: day_minutes(task, filling, day.kind) for day in task.days}
    others = [total for kind, total in minutes.items() if kind != "light"]
    return "light" in minutes and all(minutes["light"] < other for other in others)
