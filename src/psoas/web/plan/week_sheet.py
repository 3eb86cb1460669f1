"""A week on paper: what to do as a table of days to tick, and how to do each."""

from collections.abc import Sequence
from dataclasses import dataclass

from psoas import journey
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Day
from psoas.web.doses import Together, by_exercise

DAYS = 7


@dataclass(frozen=True)
class SheetRow:
    """One movement at one dose, and on which of the days it stands."""

    exercise: str
    doses: str
    on: tuple[bool, ...]


@dataclass(frozen=True)
class WeekSheet:
    days: tuple[Day, ...]
    rows: tuple[SheetRow, ...]
    cards: tuple[Exercise, ...]


def sheet_of(days: Sequence[Day]) -> WeekSheet:
    """The next seven of these days; movements in the order in which they first come."""
    week = tuple(days[:DAYS])
    held = [[(group.exercise, group.doses) for group in _groups(day)] for day in week]
    order = dict.fromkeys(pair for pairs in held for pair in pairs)
    rows = tuple(SheetRow(exercise, doses, tuple((exercise, doses) in pairs for pairs in held)) for exercise, doses in order)
    exercises = journey.catalogue().exercises
    return WeekSheet(week, rows, tuple(exercises[name] for name in dict.fromkeys(row.exercise for row in rows)))


def _groups(day: Day) -> list[Together]:
    return [group for session in day.sessions for group in by_exercise(session.items)]
