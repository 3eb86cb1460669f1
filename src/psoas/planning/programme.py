"""A programme: who takes part in which weeks, frozen. A drill stays at least two weeks, so this is decided before any week.

Each entry carries what the week may choose between: one candidate for each of its weeks.
"""

from psoas.planning.person import Person
from psoas.planning.plan import Why
from psoas.planning.rhythm import KINDS, LIGHT_KINDS, DayKind, Rhythm
from psoas.planning.week_task import Candidate, DayTask, Slot, WeekTask
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value


@value
class ProgrammeRow:
    """One exercise, from a week to a week, and why. `worth` is what one day with it is worth to the week."""

    exercise: str
    slot: Slot
    first: int
    worth: int
    because: tuple[Why, ...]
    candidates: tuple[Candidate, ...]
    """Its choices, week by week."""

    @property
    def last(self) -> int:
        return self.first + len(self.candidates) - 1

    def active(self, week: int) -> bool:
        return self.first <= week <= self.last

    def until(self, week: int) -> "ProgrammeRow":
        """The same row, ending before this week."""
        kept = self.candidates[: week - self.first]
        return ProgrammeRow(
            exercise=self.exercise,
            slot=self.slot,
            first=self.first,
            worth=self.worth,
            because=self.because,
            candidates=kept,
        )


@value
class Programme:
    """Everything the weeks are filled from."""

    person: Person
    rhythm: Rhythm
    entries: tuple[ProgrammeRow, ...]
    light_cap: int
    """Minutes of a light day."""
    balance_on: frozenset[DayKind] = frozenset()
    """Kinds of day that must hold a balance drill, for those who need one."""
    evening_on: frozenset[DayKind] = frozenset()
    """Kinds of day that must hold an evening session from week 6."""
    short_hip: Side | None = None
    """The side that drills of the hip favour where no drill answers its finding one side at a time."""
    no_room: frozenset[str] = frozenset()

    def task(self, week: int) -> WeekTask:
        """The week as a task, in order of worth."""
        active = sorted((entry for entry in self.entries if entry.active(week)), key=lambda entry: -entry.worth)
        return WeekTask(days=self._days(week), candidates=tuple(entry.candidates[week - entry.first] for entry in active))

    def entry(self, exercise: str, *, week: int) -> ProgrammeRow:
        """The entry that brings this exercise in this week."""
        return next(entry for entry in self.entries if entry.exercise == exercise and entry.active(week))

    def _days(self, week: int) -> tuple[DayTask, ...]:
        evenings = any(entry.slot == "evening" and entry.active(week) for entry in self.entries)
        return tuple(
            DayTask(
                kind=kind,
                days=count,
                cap=self.light_cap if kind in LIGHT_KINDS else self.rhythm.minutes,
                balance=kind in self.balance_on,
                evening=evenings and kind in self.evening_on,
            )
            for kind in KINDS
            if (count := self.rhythm.count(kind, week=week))
        )
