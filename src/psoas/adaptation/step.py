"""The size of a step: how a dose grows without changing the movement. One of these, the first that is possible:

    hold           toward the top of its range       at most half as long again; a walk, ride or breath at most a fifth
    repetitions    toward the top of their range     at most half as many again
    sets           one more                          up to the top of the range

Then comes the next rung. Where the day has no room for the whole step, half of it may do, or a quarter, down to one.
"""

from collections.abc import Iterator
from dataclasses import replace

from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Prescription

HALF_MORE = 1.5
"""The most that one step adds to repetitions or a hold: psoas-opinion [D]."""
FIFTH_MORE = 1.2
"""Walking grows 10-20 % a week: psoas-opinion [D]; the same for other bouts."""
BOUT_ROLES = ("walking", "cardio", "breathing")
BOUT_STEP_S = 10
"""Bouts are rounded down to ten seconds, which is as finely as anybody counts a walk."""


def step_within(dose: Prescription, exercise: Exercise) -> Prescription | None:
    """One step up without changing the movement; None at the top of its ranges."""
    sets, reps = dose.sets or 1, dose.reps or 1
    ranges = exercise.dose
    if dose.hold_s is not None and ranges.hold_s is not None and dose.hold_s < ranges.hold_s.high:
        return _with(dose, sets, reps, _longer(dose.hold_s, ranges.hold_s.high, exercise))
    if reps < ranges.reps.high:
        return _with(dose, sets, _more(reps, ranges.reps.high), dose.hold_s)
    if sets < ranges.sets.high:
        return _with(dose, sets + 1, reps, dose.hold_s)
    return None


def steps_within(dose: Prescription, exercise: Exercise) -> Iterator[Prescription]:
    """The step up and smaller ones, largest first; nothing at the top of the ranges."""
    whole = step_within(dose, exercise)
    while whole is not None:
        yield whole
        whole = _smaller(dose, whole)


def _smaller(dose: Prescription, step: Prescription) -> Prescription | None:
    """Half the step, in whole seconds or repetitions; None below one."""
    held, done = (step.hold_s or 0) - (dose.hold_s or 0), (step.reps or 1) - (dose.reps or 1)
    if held > 1:
        return replace(step, hold_s=(dose.hold_s or 0) + held // 2)
    return replace(step, reps=(dose.reps or 1) + done // 2) if done > 1 else None


def _with(dose: Prescription, sets: int, reps: int, hold_s: int | None) -> Prescription:
    return Prescription(exercise=dose.exercise, sets=sets, reps=reps, hold_s=hold_s, load=dose.load)


def _more(now: int, top: int) -> int:
    return min(top, max(now + 1, int(now * HALF_MORE)))


def _longer(now: int, top: int, exercise: Exercise) -> int:
    if exercise.role not in BOUT_ROLES:
        return _more(now, top)
    grown = int(now * FIFTH_MORE) // BOUT_STEP_S * BOUT_STEP_S
    return min(top, max(now + 1, grown))
