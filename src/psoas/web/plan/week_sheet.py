"""A week on paper: what to do as a table of days to tick, and how to do each."""

from collections.abc import Sequence
from dataclasses import dataclass

from psoas import journey
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Day
from psoas.web.doses import Together, by_exercise

DAYS = 7


@dataclass(frozen=True)
class Row:
    """One movement at one dose, and on which of the days it stands."""

    exercise: str
    doses: str
    on: tuple[bool, ...]


@dataclass(frozen=True)
class Sheet:
    days: tuple[Day, ...]
    rows: tuple[Row, ...]
    cards: tuple[Exercise, ...]


def sheet_of(days: Sequence[Day]) -> Sheet:
    """The next seven of these days; movements in the order in which they first come."""
    week = tuple(days[:DAYS])
    held = [[(group.exercise, group.doses) for group in _groups(day)] for day in week]
    order = dict.fromkeys(pair for pairs in held for pair in pairs)
    rows = tuple(Row(exercise, doses, tuple((exercise, doses) in pairs for pairs in held)) for exercise, doses in order)
    exercises = journey.catalogue().exercises
    return Sheet(week, rows, tuple(exercises[name] for name in dict.fromkeys(row.exercise for row in rows)))


def _groups(day: Day) -> list[Together]:
    return [group for session in day.sessions for group in by_exercise(session.items)]
