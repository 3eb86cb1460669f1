"""The course of a strength movement over the weeks: which rung, which dose, growing and never falling.

    begins      2-3 sets at the lower part of the range; with high pain half the sets at the low end; or the dose that the
                person had already reached
    weeks       each week the largest whole step of at most a fifth (DOSE-10; the fifth is opinion)
    week 5      the rung above, at no more than a fifth more work than before; where even its least is more, the rung stays
    week 7      one band or weight up, the dose unchanged; without a load one more step: longer holds, more repetitions
    week 8      as week 7: nothing new to carry

The course is a ceiling: whether a step is taken, the log decides (adaptation). `room` keeps the work below a multiple of the
first dose, where minutes are few.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil

from psoas.catalogue.entries import Exercise
from psoas.planning.dose import STEP_MOST, Dose, least_of
from psoas.planning.eligible import Eligible
from psoas.planning.ladder import DYNAMIC_WEEK
from psoas.planning.options import CHALLENGE_WEEK, load_of
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS
from psoas.vocabulary.value import value

BEGIN_SHARE = Fraction(7, 10)
"""Of the top of the range: where somebody begins who is neither gentle nor in much pain (opinion)."""
ENTER_SHARE = Fraction(3, 4)
"""A new rung may begin with three quarters of its least repetitions (opinion)."""


@value
class Step:
    """One week of a course."""

    week: int
    exercise: str
    dose: Dose


def course_of(
    first: Exercise,
    eligible: Eligible,
    *,
    week: int,
    room: Fraction | None,
    begin: Dose | None = None,
    least: bool = False,
    taken: Collection[str] = (),
) -> tuple[Step, ...]:
    """From this week to the last. `least`: from the low end of the range; `taken`: rungs that stand elsewhere already."""
    person, exercise = eligible.person, first
    dose = begin or begin_dose(exercise, person, least=least)
    most = None if room is None else work_of(exercise, dose) * room
    steps = [Step(week=week, exercise=exercise.id, dose=dose)]
    for number in range(week + 1, WEEKS + 1):
        exercise, dose = _next(exercise, dose, eligible, week=number, most=most, taken=taken)
        steps.append(Step(week=number, exercise=exercise.id, dose=dose))
    return tuple(steps)


def begin_dose(exercise: Exercise, person: Person, *, least: bool = False) -> Dose:
    """Where this person begins on this rung."""
    lowest = least_of(exercise, load=load_of(exercise, person, week=1))
    if person.half_sets:
        return replace(lowest, sets=max(1, lowest.sets // 2))
    if person.gentle or least:
        return lowest
    return replace(lowest, reps=max(lowest.reps, ceil(exercise.dose.reps.high * BEGIN_SHARE)))


def work_of(exercise: Exercise, dose: Dose) -> Fraction:
    """Seconds under work, both sides together."""
    return dose.work_seconds(exercise) * (2 if exercise.sides == "each" else 1)


def grown(exercise: Exercise, dose: Dose, *, most: Fraction | None = None) -> Dose:
    """The largest step of at most a fifth inside the ranges; the same dose where there is none."""
    limit = dose.amount * STEP_MOST
    within = [
        more
        for more in _above(exercise, dose)
        if dose.amount < more.amount <= limit and (most is None or work_of(exercise, more) <= most)
    ]
    return max(within, key=lambda more: (more.amount, -more.sets), default=dose)


def _next(
    exercise: Exercise, dose: Dose, eligible: Eligible, *, week: int, most: Fraction | None, taken: Collection[str]
) -> tuple[Exercise, Dose]:
    if week in {DYNAMIC_WEEK, CHALLENGE_WEEK}:
        above = eligible.next_rung(exercise, week=week)
        joins = above is not None and above.id not in taken and (week == DYNAMIC_WEEK or above.week == CHALLENGE_WEEK)
        entered = _entered(above, exercise, dose, eligible.person, week=week) if above is not None and joins else None
        if above is not None and entered is not None:
            return above, entered
    if week > CHALLENGE_WEEK:
        return exercise, dose
    heavier = load_of(exercise, eligible.person, week=week)
    if week == CHALLENGE_WEEK and dose.load is not None and heavier != dose.load and _is_heavier(heavier, dose):
        return exercise, replace(dose, load=heavier)
    return exercise, grown(exercise, dose, most=most)


def _is_heavier(load: object, dose: Dose) -> bool:
    """A load already carried is never taken back by the calendar."""
    new, old = getattr(load, "kg", None), dose.load.kg if dose.load else None
    bands = ("light", "medium", "heavy")
    if new is not None and old is not None:
        return bool(new > old)
    band, had = getattr(load, "band", None), dose.load.band if dose.load else None
    return band is not None and had is not None and bands.index(band) > bands.index(had)


def _entered(above: Exercise, before: Exercise, dose: Dose, person: Person, *, week: int) -> Dose | None:
    """The fullest dose of the new rung with as much work as before (a fifth more at most) and no fewer sets; None: none is."""
    done = work_of(before, dose)
    usual = begin_dose(above, replace(person, average_pain=0))
    limit = min(done * STEP_MOST, max(done, work_of(above, usual)))
    lowest = max(1, above.dose.sets.low // 2) if person.half_sets else above.dose.sets.low
    sets = range(min(max(lowest, dose.sets), above.dose.sets.high), max(usual.sets, min(dose.sets, above.dose.sets.high)) + 1)
    reps = range(ceil(above.dose.reps.low * ENTER_SHARE), above.dose.reps.high + 1)
    load = load_of(above, person, week=week)
    top = above.dose.hold_s.high if above.dose.hold_s and usual.hold_s else 0
    holds = range(usual.hold_s, top + 1) if usual.hold_s else (None,)
    doses = (
        replace(usual, sets=number, reps=count, hold_s=held, load=load) for number in sets for count in reps for held in holds
    )
    return max((one for one in doses if work_of(above, one) <= limit), key=lambda one: _fullest(above, one), default=None)


def _fullest(exercise: Exercise, dose: Dose) -> tuple[Fraction, int]:
    return work_of(exercise, dose), dose.sets


def _above(exercise: Exercise, dose: Dose) -> Iterator[Dose]:
    """Doses with more of one thing inside the ranges: repetitions, seconds held, or a set with fewer of each."""
    ranges = exercise.dose
    holds = ranges.hold_s
    for reps in range(dose.reps, max(dose.reps, ranges.reps.high) + 1):
        for hold in range(dose.hold_s or 0, (max(holds.high, dose.hold_s or 0) if holds else 0) + 1):
            yield replace(dose, reps=reps, hold_s=hold or None)
    if dose.sets < ranges.sets.high:
        for reps in range(ceil(ranges.reps.low / 2), max(dose.reps, ranges.reps.high) + 1):
            yield replace(dose, sets=dose.sets + 1, reps=reps)
        for hold in range(ceil(holds.low / 2), (dose.hold_s or 0) + 1) if holds else ():
            yield replace(dose, sets=dose.sets + 1, hold_s=hold)
