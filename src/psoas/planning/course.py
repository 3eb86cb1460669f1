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
    """The largest step of at most a fifth: more of each set, and only at the top of the range another set; the same dose where
    there is none."""
    for larger in (_fuller(exercise, dose), _more_sets(exercise, dose)):
        within = [
            more
            for more in larger
            if dose.amount < more.amount <= dose.amount * STEP_MOST and (most is None or work_of(exercise, more) <= most)
        ]
        if within:
            return max(within, key=lambda more: more.amount)
    return dose


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


def _fuller(exercise: Exercise, dose: Dose) -> Iterator[Dose]:
    """More repetitions or longer holds in as many sets, up to the top of the ranges."""
    reps, hold = exercise.dose.reps, exercise.dose.hold_s
    for count in range(dose.reps, max(dose.reps, reps.high) + 1):
        for held in range(dose.hold_s or 0, (max(hold.high, dose.hold_s or 0) if hold else 0) + 1):
            yield replace(dose, reps=count, hold_s=held or None)


def _more_sets(exercise: Exercise, dose: Dose) -> Iterator[Dose]:
    """Another set with less in each: repetitions where there are several, else the seconds held; not below half the range, and
    beyond the usual sets not below it at all."""
    sets, reps, hold = exercise.dose.sets, exercise.dose.reps, exercise.dose.hold_s
    if dose.sets >= sets.high:
        return
    share = Fraction(1) if dose.sets >= sets.low and reps.high - reps.low > 0 else Fraction(1, 2)
    if reps.high > 1:
        for count in range(ceil(reps.low * share), dose.reps + 1):
            yield replace(dose, sets=dose.sets + 1, reps=count)
    elif hold and dose.hold_s:
        for held in range(ceil(hold.low * share), dose.hold_s + 1):
            yield replace(dose, sets=dose.sets + 1, hold_s=held)
