"""The course of a strength movement over the weeks: which rung, which dose, growing and never falling.

    begins      2-3 sets at the low end of the range, a third up for the fit; with high pain half the sets, so full that the
                second set can join by week 4; or the dose that the person had already reached
    weeks       each week the largest whole step of at most a fifth (DOSE-10; the fifth is opinion)
    week 5      the rung above, with three quarters of the work before it or as little more as there is, a fifth more at most;
                where even its least is more, it waits a week or two longer
    week 7      one band or weight up, the dose unchanged; without a load the rung above; else one more step: longer holds,
                more repetitions
    week 8      as week 7: nothing new to carry

The course is a ceiling: whether a step is taken, the log decides (adaptation). `room` keeps the work below a multiple of the
first dose, where minutes are few.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from math import ceil, floor

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import DoseRange, Exercise
from psoas.planning.dose import STEP_MOST, TRAINING_SETS, Dose, is_heavier, least_of
from psoas.planning.dose_options import CHALLENGE_WEEK, is_challenged, load_of
from psoas.planning.eligibility import Eligibility
from psoas.planning.ladder import DYNAMIC_WEEK
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS, Day, Item
from psoas.vocabulary.value import value

BEGIN_SHARE = Fraction(1, 3)
"""How far up the range the fit begin (opinion); others learn with few repetitions."""
FULL_SETS_WEEK = 4
"""By then every main pattern has its two or three sets (DOSE-9); what begins later begins with them."""
KEPT = Fraction(3, 4)
"""A new rung asks for three quarters of the work before it at least: less would be a step back (opinion)."""


@value
class CourseWeek:
    """One week of a course."""

    week: int
    exercise: str
    dose: Dose


def course_of(
    first: Exercise,
    eligible: Eligibility,
    *,
    week: int,
    room: Fraction | None,
    begin: Dose | None = None,
    taken: Collection[str] = (),
) -> tuple[CourseWeek, ...]:
    """From this week to the last. `taken`: rungs that stand elsewhere already."""
    person, exercise = eligible.person, first
    dose = begin or begin_dose(exercise, person, week=week)
    most = None if room is None else work_of(exercise, dose) * room
    steps = [CourseWeek(week=week, exercise=exercise.id, dose=dose)]
    for number in range(week + 1, WEEKS + 1):
        late = number > DYNAMIC_WEEK and exercise == first
        climbs = number == DYNAMIC_WEEK or late
        exercise, dose = _next(exercise, dose, eligible, week=number, most=most, taken=taken, climbs=climbs)
        steps.append(CourseWeek(week=number, exercise=exercise.id, dose=dose))
    return tuple(steps)


def begin_dose(exercise: Exercise, person: Person, *, week: int) -> Dose:
    """Where this person begins on this rung."""
    lowest = least_of(exercise, load=load_of(exercise, person, week=1))
    full = replace(lowest, sets=training_sets(exercise))
    if person.half_sets and week < FULL_SETS_WEEK:
        return _half(exercise, full, weeks=FULL_SETS_WEEK - week)
    return replace(full, reps=_begin_reps(exercise, person))


def training_sets(exercise: Exercise) -> int:
    """The fewest sets that train (DOSE-9), where the movement allows them."""
    return max(exercise.dose.sets.low, min(TRAINING_SETS, exercise.dose.sets.high))


def _half(exercise: Exercise, full: Dose, *, weeks: int) -> Dose:
    """Half the sets, with the fewest repetitions (or the shortest hold) from which steps of a fifth lead to the full ones in
    so many weeks."""
    begun = replace(full, sets=max(1, full.sets // 2))
    fuller = sorted(_fuller(exercise.dose, begun), key=lambda dose: dose.amount)
    leading = (dose for dose in fuller if _after(exercise, dose, weeks=weeks).sets >= full.sets)
    return next(leading, fuller[-1])


def _after(exercise: Exercise, dose: Dose, *, weeks: int) -> Dose:
    for _ in range(weeks):
        dose = grown(exercise, dose)
    return dose


def _begin_reps(exercise: Exercise, person: Person) -> int:
    reps = exercise.dose.reps
    return reps.low + (floor((reps.high - reps.low) * BEGIN_SHARE) if person.fit else 0)


def work_of(exercise: Exercise, dose: Dose) -> Fraction:
    """Seconds under work, both sides together."""
    return dose.work_seconds(exercise) * (2 if exercise.sides == "each" else 1)


def grown(exercise: Exercise, dose: Dose, *, most: Fraction | None = None) -> Dose:
    """The largest step of at most a fifth, of equals the one with fewer sets; where there is none, the same dose. Who has not
    the usual sets yet comes to them first."""
    within = [more for more in _steps(exercise.dose, dose) if most is None or work_of(exercise, more) <= most]
    sets = training_sets(exercise)
    usual = [more for more in within if dose.sets < sets <= more.sets and more.reps >= exercise.dose.reps.low]
    return max(usual or within, key=lambda more: (more.amount, -more.sets), default=dose)


@cache
def _steps(ranges: DoseRange, dose: Dose) -> tuple[Dose, ...]:
    """All that is more, by a fifth at most. The same few doses are asked about on every day of every week."""
    larger = (*_fuller(ranges, dose), *_more_sets(ranges, dose))
    return tuple(more for more in larger if dose.amount < more.amount <= dose.amount * STEP_MOST)


def minutes_for_step(day: Day, exercise: Exercise, *, minutes: int, catalogue: Catalogue) -> int:
    """How full a day may become by a step up of this exercise: other drills leave free what the next steps of the day's
    strength will take, so that months of small steps in stretches never hold strength where it is."""
    if exercise.pattern:
        return minutes
    items = (item for session in day.sessions for item in session.items)
    return minutes - ceil(sum((_next_step_s(item, catalogue) for item in items), Fraction(0)) / 60)


def _next_step_s(item: Item, catalogue: Catalogue) -> Fraction:
    exercise = catalogue.exercises[item.exercise]
    if not exercise.pattern:
        return Fraction(0)
    return grown(exercise, item.dose).seconds(exercise) - item.dose.seconds(exercise)


def _next(
    exercise: Exercise,
    dose: Dose,
    eligible: Eligibility,
    *,
    week: int,
    most: Fraction | None,
    taken: Collection[str],
    climbs: bool,
) -> tuple[Exercise, Dose]:
    """`climbs`: is it time for the rung above? In week 7 it is for all who carry no load yet, and where that rung is new."""
    if climbs or week == CHALLENGE_WEEK:
        above = eligible.next_rung(exercise, week=week)
        fresh = climbs or above is None or above.week == CHALLENGE_WEEK
        unloaded = dose.load is None and is_challenged(eligible.person, week=week)
        joins = above is not None and above.id not in taken and (fresh or unloaded) and week <= CHALLENGE_WEEK
        entered = _entered(above, exercise, dose, eligible.person, week=week) if above is not None and joins else None
        if above is not None and entered is not None:
            return above, entered
    if week > CHALLENGE_WEEK:
        return exercise, dose
    heavier = load_of(exercise, eligible.person, week=week)
    if week == CHALLENGE_WEEK and dose.load is not None and is_heavier(heavier, dose.load):
        return exercise, replace(dose, load=heavier)
    return exercise, grown(exercise, dose, most=most)


def _entered(above: Exercise, before: Exercise, dose: Dose, person: Person, *, week: int) -> Dose | None:
    """The least dose in the new rung's range that keeps most of the work (three quarters; a fifth more at most) and no fewer
    sets; else the fullest there is; None: even the least is more."""
    done = work_of(before, dose)
    usual = begin_dose(above, replace(person, average_pain=0), week=week)
    limit = min(done * STEP_MOST, max(done, work_of(above, usual)))
    lowest = max(1, above.dose.sets.low // 2) if person.half_sets else training_sets(above)
    sets = range(min(max(lowest, dose.sets), above.dose.sets.high), max(usual.sets, min(dose.sets, above.dose.sets.high)) + 1)
    reps = range(above.dose.reps.low, above.dose.reps.high + 1)
    load = load_of(above, person, week=week)
    top = above.dose.hold_s.high if above.dose.hold_s and usual.hold_s else 0
    holds = range(usual.hold_s, top + 1) if usual.hold_s else (None,)
    doses = (
        replace(usual, sets=number, reps=count, hold_s=held, load=load) for number in sets for count in reps for held in holds
    )
    within = [one for one in doses if work_of(above, one) <= limit]
    enough = [one for one in within if work_of(above, one) >= done * KEPT]
    usual_sets = [one for one in enough if one.sets >= usual.sets]
    fullest = max(within, key=lambda one: _fullest(above, one), default=None)
    return min(usual_sets or enough, key=lambda one: _fullest(above, one), default=fullest)


def _fullest(exercise: Exercise, dose: Dose) -> tuple[Fraction, int]:
    return work_of(exercise, dose), dose.sets


def _fuller(ranges: DoseRange, dose: Dose) -> Iterator[Dose]:
    """More repetitions or longer holds in as many sets, up to the top of the ranges."""
    reps, hold = ranges.reps, ranges.hold_s
    for count in range(dose.reps, max(dose.reps, reps.high) + 1):
        for held in range(dose.hold_s or 0, (max(hold.high, dose.hold_s or 0) if hold else 0) + 1):
            yield replace(dose, reps=count, hold_s=held or None)


def _more_sets(ranges: DoseRange, dose: Dose) -> Iterator[Dose]:
    """Another set with less in each, inside the range: repetitions where there are several, else the seconds held."""
    sets, reps, hold = ranges.sets, ranges.reps, ranges.hold_s
    if dose.sets >= sets.high:
        return
    if reps.high > 1:
        for count in range(reps.low, dose.reps + 1):
            yield replace(dose, sets=dose.sets + 1, reps=count)
    elif hold and dose.hold_s:
        for held in range(hold.low, dose.hold_s + 1):
            yield replace(dose, sets=dose.sets + 1, hold_s=held)
