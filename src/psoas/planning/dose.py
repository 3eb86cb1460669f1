"""A dose: how much of one movement on one side, in one session. All arithmetic of doses stands here, once.

amount     sets x repetitions x seconds held (1 where nothing is held): what grows and shrinks
seconds    work, rests and getting ready: what it takes of a session
least      the low end of a movement's ranges: where a person begins on a rung
more       the next steps up inside the ranges, 10-20 % where whole numbers allow (DOSE-10; the size is opinion)
less       the largest whole dose of at most a share; no factor grows
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Interval

from psoas.catalogue.entries import Exercise
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.value import value

BandStrength = Literal["light", "medium", "heavy"]

ITEM_S = 15
"""Getting ready for a movement."""
STEP_LEAST, STEP_MOST = Fraction(11, 10), Fraction(6, 5)
"""A step is at least a tenth; a week's load of a pattern, and a walk, grow a fifth at most: psoas-opinion."""
TRAINING_SETS = 2
"""Fewer sets of a main pattern train little (DOSE-9)."""
BOUT_ROLES = frozenset({"walking", "cardio", "breathing"})
BOUT_STEP_S = 10
"""Bouts are counted in ten seconds, as finely as anybody counts a walk."""


@value
class Load:
    """Either kilograms or a band; one of the two."""

    kg: Annotated[float, Gt(0), Interval(le=100)] | None = None
    band: BandStrength | None = None

    def __post_init__(self) -> None:
        if (self.kg is None) == (self.band is None):
            raise BadInput("load", "either kg or band, one of the two")


@cache
def _seconds(times: int, each_s: float) -> Fraction:
    """Few different doses are asked for very often, and fractions are slow to multiply."""
    return times * Fraction(each_s)


BANDS: tuple[BandStrength, ...] = ("light", "medium", "heavy")


def is_heavier(load: Load | None, than: Load | None) -> bool:
    """A stronger band, more kilograms, or any load where there was none."""
    if load is None or than is None:
        return load is not None and than is None
    if load.band is not None and than.band is not None:
        return BANDS.index(load.band) > BANDS.index(than.band)
    return (load.kg or 0) > (than.kg or 0)


@value
class Dose:
    """`hold_s` None: repetitions at the movement's tempo."""

    sets: Annotated[int, Ge(1)]
    reps: Annotated[int, Ge(1)]
    hold_s: Annotated[int, Ge(1)] | None = None
    load: Load | None = None

    @property
    def amount(self) -> int:
        """Repetitions, or seconds held."""
        return self.sets * self.reps * (self.hold_s or 1)

    def seconds(self, exercise: Exercise) -> Fraction:
        """One side, with its rests and getting ready."""
        return self.work_seconds(exercise) + (self.sets - 1) * exercise.dose.rest_s + ITEM_S

    def work_seconds(self, exercise: Exercise) -> Fraction:
        """Time under way, without rests."""
        return _seconds(self.sets * self.reps, self.hold_s if self.hold_s is not None else exercise.tempo_s)

    def less(self, share: Fraction) -> "Dose | None":
        """The largest whole dose of at most this share; between equals the longer hold, then more sets. None: nothing left."""
        return max(self._within(floor(self.amount * share)), key=_fullest, default=None)

    def more(self, exercise: Exercise) -> Iterator["Dose"]:
        """Steps up inside the movement's ranges, smallest first; nothing at the top. First the hold (or the repetitions)
        grows to the top of its range, then a set is added with fewer repetitions a set, so that the step stays small. A hold
        so short that one second more is a leap waits for the repetitions."""
        larger = [dose for dose in self._above(exercise) if dose.amount >= ceil(self.amount * STEP_LEAST)]
        yield from sorted(larger, key=lambda dose: (dose.sets, dose.amount, dose.hold_s or 0))

    def _within(self, most: int) -> Iterator["Dose"]:
        for sets in range(1, self.sets + 1):
            for reps in range(1, self.reps + 1):
                hold = min(self.hold_s or 1, most // (sets * reps))
                if hold >= 1:
                    yield replace(self, sets=sets, reps=reps, hold_s=hold if self.hold_s is not None else None)

    def _above(self, exercise: Exercise) -> Iterator["Dose"]:
        ranges = exercise.dose
        if self.hold_s is not None and ranges.hold_s is not None and self.hold_s < ranges.hold_s.high:
            step = BOUT_STEP_S if exercise.role in BOUT_ROLES else 1
            for hold in range(self.hold_s + step - self.hold_s % step, ranges.hold_s.high + 1, step):
                yield replace(self, hold_s=hold)
            if exercise.role in BOUT_ROLES or self.hold_s + step <= self.hold_s * STEP_MOST:
                return
        for sets in (self.sets, self.sets + 1):
            if sets <= max(ranges.sets.high, self.sets):
                least = self.reps + 1 if sets == self.sets else ceil(self.sets * self.reps * STEP_LEAST / sets)
                yield from (replace(self, sets=sets, reps=reps) for reps in range(least, ranges.reps.high + 1))


def least_of(exercise: Exercise, *, load: Load | None = None) -> Dose:
    """Where a person begins on this rung."""
    ranges = exercise.dose
    hold = ranges.hold_s.low if ranges.hold_s else None
    return Dose(sets=ranges.sets.low, reps=ranges.reps.low, hold_s=hold, load=load)


def _fullest(dose: Dose) -> tuple[int, int, int]:
    return dose.amount, dose.hold_s or 1, dose.sets
