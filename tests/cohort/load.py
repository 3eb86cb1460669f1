"""What a week asks, by pattern: sets x repetitions x the seconds that one takes (held, or the movement's tempo).

Seconds under way let a week with a hold and a week with repetitions be compared; on one rung they grow as sets x repetitions
x hold does, which adaptation counts.

A rung's worth [D]: one rung up is one, so is one band up; a dose or a weight counts by its growth, measured by the example of
the rules for the dose: chair rises from 2 x 5 to 3 x 12, 3.6 times as much, are two rungs' worth, so that 1.9 times is one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import log

from psoas.catalogue.catalogue import load
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Day, Item

PATTERNS = ("squat-or-rise", "hinge", "bridge", "hip-abduction", "anti-rotation", "anti-extension", "side-brace")
ENDURANCE = frozenset({"walking", "cardio"})
BANDS = ("light", "medium", "heavy")
WORTH = 2
TWO_RUNGS = (3 * 12) / (2 * 5)
"""Chair rises 2 x 5 to 3 x 12."""


def pattern_of(exercise: Exercise) -> str | None:
    """The main strength pattern of an exercise; None for everything else."""
    return exercise.pattern


def items_of(days: Iterable[Day]) -> Iterator[Item]:
    for day in days:
        for session in day.sessions:
            yield from session.items


def load_by_pattern(days: Iterable[Day]) -> Counter[str]:
    """The week's seconds of each main strength pattern, both sides together."""
    found: Counter[str] = Counter()
    for item in items_of(days):
        exercise = load().exercises[item.exercise]
        pattern = pattern_of(exercise)
        if pattern:
            found[pattern] += round(item.dose.work_seconds(exercise))
    return found


def seconds(days: Iterable[Day], *, roles: frozenset[str] | None = None) -> float:
    """Seconds of work, walking and cardio apart (or of these roles alone)."""
    known = load().exercises
    return float(
        sum(
            item.dose.work_seconds(known[item.exercise])
            for item in items_of(days)
            if (known[item.exercise].role in roles if roles else known[item.exercise].role not in ENDURANCE)
        )
    )


def minutes_walked(days: Iterable[Day]) -> int:
    """What the week asks of walking and cycling, in whole minutes."""
    return round(seconds(days, roles=ENDURANCE) / 60)


@cache
def rung(exercise: str) -> int:
    """How many easier movements stand below."""
    known, below, seen = load().exercises, 0, {exercise}
    while (easier := known[exercise].easier) is not None and easier not in seen and easier in known:
        exercise, below = easier, below + 1
        seen.add(easier)
    return below


@cache
def root(exercise: str) -> str:
    """The bottom of the ladder this exercise stands on."""
    known, seen = load().exercises, {exercise}
    while (easier := known[exercise].easier) is not None and easier not in seen and easier in known:
        exercise = easier
        seen.add(easier)
    return exercise


def worth_gained(weeks: Iterable[Iterable[Day]]) -> dict[str, float]:
    """Rungs' worth gained from the first week of each pattern to the last, on the ladder that gained most."""
    ladders: dict[tuple[str, str], list[Item]] = {}
    for days in weeks:
        for key, item in _hardest(days).items():
            ladders.setdefault(key, []).append(item)
    gained: dict[str, float] = {}
    for (pattern, _), items in ladders.items():
        climbed = sum(_step(before, after) for before, after in pairwise(items))
        gained[pattern] = max(gained.get(pattern, climbed), climbed)
    return gained


def stepped_up(weeks: Iterable[Iterable[Day]]) -> set[str]:
    """Patterns in which somebody ends further on, read as a therapist would [D]: one rung or its worth with no less work than
    in the first week (bridge to march, clamshell to band), or two."""
    weeks = [tuple(days) for days in weeks]
    ladders: dict[tuple[str, str], list[Item]] = {}
    for days in weeks:
        for key, item in _hardest(days).items():
            ladders.setdefault(key, []).append(item)
    full = {pattern for (pattern, _), items in ladders.items() if _work(items[-1]) >= _work(items[0])}
    gained = worth_gained(weeks)
    return {pattern for pattern, worth in gained.items() if round(worth, 2) >= (1 if pattern in full else WORTH)}


def _work(item: Item) -> float:
    exercise = load().exercises[item.exercise]
    return float(item.dose.work_seconds(exercise)) * (2 if exercise.sides == "each" else 1)


def _hardest(days: Iterable[Day]) -> dict[tuple[str, str], Item]:
    """On each ladder of a pattern, the hardest movement of the week at its largest dose."""
    found: dict[tuple[str, str], Item] = {}
    for item in items_of(days):
        pattern = pattern_of(load().exercises[item.exercise])
        if pattern:
            key = (pattern, root(item.exercise))
            found[key] = max(
                found.get(key, item), item, key=lambda one: (rung(one.exercise), _heaviness(one), one.dose.amount)
            )
    return found


def _step(before: Item, after: Item) -> float:
    climbed = rung(after.exercise) - rung(before.exercise)
    if climbed or before.exercise != after.exercise:
        return float(climbed)
    return _rungs(after.dose.amount / before.dose.amount) + _heaviness(after) - _heaviness(before)


def _rungs(growth: float) -> float:
    return 2 * log(growth) / log(TWO_RUNGS)


def _heaviness(item: Item) -> float:
    if item.load is None:
        return 0.0
    return 1.0 + BANDS.index(item.load.band) if item.load.band else _rungs(item.load.kg or 1)
