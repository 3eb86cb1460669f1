"""Doses run forward, stay inside what their sources state, and fit the place they are used in."""

from collections.abc import Iterator
from itertools import groupby

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.catalogue.prescription import StatedDose, keeps_to, passes_through

STATED_BY = "source-plan"
"""The source that states a dose for each exercise which names it; others are our own or customary and stand for themselves."""
OWN = "psoas-opinion"
MICRO_BREAK_S = 60
WALKING = "walking"


def beyond_their_source(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A dose outside each form that a source states for this exercise; one of our own may reach further on both sides, but it
    passes through what the source states."""
    stated = sorted(catalogue.prescriptions.values(), key=lambda row: row.source)
    for source, rows in groupby(stated, key=lambda row: row.source):
        forms = tuple(rows)
        for exercise in catalogue.exercises.values():
            own = tuple(form for form in forms if exercise.id in form.exercises)
            ours = source == STATED_BY and exercise.dose.source == OWN
            holds = passes_through if ours else keeps_to
            if own and not any(holds(exercise.dose, form) for form in own):
                yield exercise.id, f"the dose is outside what {source} states"


def unstated_doses(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A dose that names a source which states none for this exercise, or that the exercise does not cite."""
    stated = {(row.source, exercise) for row in catalogue.prescriptions.values() for exercise in row.exercises}
    for exercise in catalogue.exercises.values():
        source = exercise.dose.source
        if source == STATED_BY and (source, exercise.id) not in stated:
            yield exercise.id, f"{source} states no dose for it"
        if source not in exercise.sources:
            yield exercise.id, f"the dose comes from {source}, which its sources leave out"


def unknown_prescriptions(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A stated dose for an exercise that does not exist or does not cite that source."""
    for row in catalogue.prescriptions.values():
        yield from ((row.id, says) for exercise in row.exercises if (says := _astray(exercise, row, catalogue)))


def _astray(exercise: str, row: StatedDose, catalogue: Catalogue) -> str | None:
    if exercise not in catalogue.exercises:
        return f"no exercise {exercise}"
    if row.source not in catalogue.exercises[exercise].sources:
        return f"{exercise} does not cite {row.source}"
    return None


def long_breaks(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A movement for a short break that takes a minute or more at its smallest dose (a walk may be longer)."""
    for exercise in catalogue.exercises.values():
        if exercise.micro_break and exercise.role != WALKING and _least_seconds(exercise) >= MICRO_BREAK_S:
            yield exercise.id, f"takes {_least_seconds(exercise):.0f} s at the least"


def _least_seconds(exercise: Exercise) -> float:
    dose = exercise.dose
    each = dose.hold_s.low if dose.hold_s else exercise.tempo_s
    return dose.reps.low * each * (2 if exercise.sides == "each" else 1)
