"""Where on its ladder of easier and harder movements a person begins.

    steps below     how many easier open rungs an exercise stands on
    begins at       the first open rung when gentle, one above it as a rule, two above it when young and fit
    week 5          one rung higher (the calendar is a ceiling; the log decides the pace): strength and balance for everybody,
                    stretches for those who did not begin gently

A closed rung is not a rung: the count passes over it.
"""

from collections.abc import Collection, Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Role
from psoas.planning.person import Person

DYNAMIC_WEEK = 5


def easier_rungs(exercise: str, *, catalogue: Catalogue) -> Iterator[str]:
    """From the next easier one down; a circle in the data ends the walk."""
    seen = {exercise}
    below = catalogue.exercises[exercise].easier
    while below is not None and below not in seen and below in catalogue.exercises:
        yield below
        seen.add(below)
        below = catalogue.exercises[below].easier


def is_step_of(exercise: Exercise, other: Exercise) -> bool:
    """Do both train the same pattern; where neither has one, do they belong to the same kind of session? An evening's deep
    squat is no step of the squats of strength."""
    if exercise.pattern or other.pattern:
        return exercise.pattern == other.pattern
    return exercise.role == other.role


def steps_below(exercise: str, *, open_: Collection[str], catalogue: Catalogue) -> int:
    """How many open rungs lie below."""
    return sum(rung in open_ for rung in easier_rungs(exercise, catalogue=catalogue))


def first_rung(person: Person) -> int:
    """How many open rungs this person begins above the easiest."""
    return 0 if person.gentle else 2 if person.fit else 1


def may_do(exercise: str, person: Person, *, week: int, open_: Collection[str], catalogue: Catalogue) -> bool:
    """Is this rung within reach of this person in this week of the calendar?"""
    entry = catalogue.exercises[exercise]
    dynamic = entry.week >= DYNAMIC_WEEK and not person.gentle
    climbing = week >= DYNAMIC_WEEK and entry.role in climbing_roles(person)
    reach = first_rung(person) + (dynamic or climbing)
    return entry.week <= week and steps_below(exercise, open_=open_, catalogue=catalogue) <= reach


def climbing_roles(person: Person) -> frozenset[Role]:
    """What goes one open rung up in week 5: bones and balance need more over the weeks (B-7, B-8), and a stretch that has
    become easy gains little. Strength climbs in `course`; a restricted scope waits."""
    if person.restricted:
        return frozenset()
    return frozenset({"balance"} if person.gentle else {"mobility", "balance"})


def easier_open(exercise: str, *, open_: Collection[str], catalogue: Catalogue) -> str | None:
    """The nearest open easier rung."""
    return next((rung for rung in easier_rungs(exercise, catalogue=catalogue) if rung in open_), None)
