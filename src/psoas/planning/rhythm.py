"""The rhythm of a week: which days carry strength, which are training days, which are light.

Strength: training days only, at most three, with a day between, across weeks too (DOSE-9). All possible sets of days are
listed; the largest wins, then the most even, then the earliest. The same weekdays hold every week, so it holds across weeks.
"""

from itertools import combinations
from math import ceil
from typing import Literal, get_args

from psoas.vocabulary.dates import WEEKDAYS, Weekday
from psoas.vocabulary.value import value

MOST_STRENGTH_DAYS = 3
MOST_CARDIO_DAYS = 4
LEAST_BALANCE_DAYS = 3
LEAST_EVENINGS = 5
LIGHT_SHARE = 0.6
"""A light day gets about this share of the minutes of a training day (opinion)."""

DayKind = Literal["strength", "strength-b", "strength-c", "training", "light", "light-b"]
"""Each strength day has a content of its own, so that patterns can take turns; light days take turns between two, so that they
are not always the same."""
KINDS: tuple[DayKind, ...] = get_args(DayKind)
STRENGTH_KINDS: tuple[DayKind, ...] = ("strength", "strength-b", "strength-c")
LIGHT_KINDS: frozenset[DayKind] = frozenset({"light", "light-b"})


def strength_days(training: tuple[Weekday, ...], *, most: int = MOST_STRENGTH_DAYS) -> tuple[Weekday, ...]:
    """The best set of strength days, in the order of the week."""
    numbers = sorted({WEEKDAYS.index(day) for day in training})
    sets = (days for size in range(most, 0, -1) for days in combinations(numbers, size))
    best = max((days for days in sets if _gap(days) >= 2), key=lambda days: (len(days), _gap(days), [-day for day in days]))
    return tuple(WEEKDAYS[day] for day in best)


def _gap(days: tuple[int, ...]) -> int:
    """The shortest way from one of these days to the next, around the week."""
    return min((after - before - 1) % 7 + 1 for before, after in zip(days, days[1:] + days[:1], strict=True))


def cardio_days(training: tuple[Weekday, ...], strength: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    """Up to four training days, first those without strength."""
    ordered = sorted(set(training), key=lambda day: (day in strength, WEEKDAYS.index(day)))
    return tuple(ordered[:MOST_CARDIO_DAYS])


@value
class Rhythm:
    """What kind of day each weekday is."""

    training: tuple[Weekday, ...]
    strength: tuple[Weekday, ...]
    cardio: tuple[Weekday, ...]
    minutes: int

    def kind(self, day: Weekday, *, week: int) -> DayKind:
        """Strength waits for week 2."""
        if day not in self.training:
            return "light-b" if self._light().index(day) % 2 else "light"
        if day not in self.strength or week < FIRST_STRENGTH_WEEK:
            return "training"
        return STRENGTH_KINDS[self.strength.index(day)]

    @property
    def strength_kinds(self) -> tuple[DayKind, ...]:
        return STRENGTH_KINDS[: len(self.strength)]

    def _light(self) -> list[Weekday]:
        return [day for day in WEEKDAYS if day not in self.training]

    def count(self, kind: DayKind, *, week: int) -> int:
        return sum(self.kind(day, week=week) == kind for day in WEEKDAYS)

    def cap(self, kind: DayKind) -> int:
        """Minutes a day of this kind may take."""
        return self.minutes if kind not in LIGHT_KINDS else max(1, ceil(self.minutes * LIGHT_SHARE))


def balance_days(rhythm: Rhythm, *, fall_risk: bool) -> tuple[frozenset[DayKind], ...]:
    """Kinds of day that should hold a balance drill, the best first; the last asks for none.

    Training days; with fall risk and fewer than three of them, light days too (B-7: what helps is practice, and much of it).
    """
    training: frozenset[DayKind] = frozenset({*STRENGTH_KINDS, "training"})
    often = fall_risk and len(rhythm.training) < LEAST_BALANCE_DAYS
    light: tuple[frozenset[DayKind], ...] = (LIGHT_KINDS, frozenset({"light"}), frozenset({"light-b"})) if often else ()
    return (*(training | kinds for kinds in light), training, frozenset())


def evening_days(rhythm: Rhythm) -> frozenset[DayKind]:
    """Kinds of day that together make five evenings a week (psoas-opinion): those without strength first."""
    chosen: list[DayKind] = []
    for kind in ("light", "light-b", "training", *reversed(STRENGTH_KINDS)):
        if sum(rhythm.count(known, week=FIRST_EVENING_WEEK) for known in chosen) < LEAST_EVENINGS:
            chosen.append(kind)
    return frozenset(chosen)


FIRST_STRENGTH_WEEK = 2
FIRST_CARDIO_WEEK = 4
FIRST_EVENING_WEEK = 6


def rhythm_of(
    training: tuple[Weekday, ...], *, minutes: int, restricted: bool, most_strength: int = MOST_STRENGTH_DAYS
) -> Rhythm:
    """The rhythm of somebody's weeks; a restricted plan knows neither strength nor cardio days."""
    days = tuple(day for day in WEEKDAYS if day in training)
    strength = () if restricted else strength_days(days, most=most_strength)
    cardio = () if restricted else cardio_days(days, strength)
    return Rhythm(training=WEEKDAYS if restricted else days, strength=strength, cardio=cardio, minutes=minutes)
