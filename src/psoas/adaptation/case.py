"""All that is known about one row when it is decided: the person's facts and this movement's own.

Fresh answers are those of the last 14 days given under the present dose: what was felt before the row last changed, or before
a change was undone, has been answered already. A change counts from the first day it holds for (`Applied.on`).
"""

from collections.abc import Sequence
from datetime import date

from psoas.adaptation.healing import is_healing
from psoas.adaptation.history import changed_on, eased_in_gap, progressed_lately
from psoas.adaptation.response import CALM, Response, in_full, responses_to
from psoas.adaptation.safety import rescreen_is_due
from psoas.adaptation.usual import base_of, days_away, recent, week_rises
from psoas.adaptation.window import Row, days_of
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import Entry
from psoas.planning.plan import Plan
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Intake
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value

FLARE_ABOVE_BASE = 2
"""A flare: two points above the usual, PRO-1 (2 points are an important change) and psoas-opinion [D]."""


@value
class Person:
    """What holds for every row."""

    base: float
    rises: bool
    healing: bool
    away: int
    """Days since the last entry."""
    waits_for_clinician: bool
    rescreen_due: bool


@value
class Case:
    """One row with its person, its fresh answers and its past."""

    row: Row
    person: Person
    answers: tuple[Response, ...]
    last_two_in_full: bool
    flare_days: int
    progressed_lately: bool
    gap_answered: tuple[str, ...]
    """Ids of the reasons under which this row was already eased in the gap that still lasts."""
    closed_because: tuple[Reason, ...] = ()

    @property
    def pains(self) -> tuple[int, ...]:
        return tuple(answer.pain for answer in self.answers if answer.pain is not None)

    @property
    def last_two(self) -> tuple[Response, ...]:
        """The last two entries with this movement and side."""
        return tuple(answer for answer in self.answers if answer.done)[-2:]


def person_of(
    plan: Plan, entries: Sequence[Entry], *, intake: Intake, record: ClearanceRecord, catalogue: Catalogue, today: date
) -> Person:
    return Person(
        base=base_of(entries, plan, today=today),
        rises=week_rises(entries, plan, today=today),
        healing=is_healing(intake, today=today),
        away=days_away(entries, plan, today=today),
        waits_for_clinician=record.urgency != "none",
        rescreen_due=rescreen_is_due(entries, catalogue=catalogue, today=today),
    )


def case_of(
    row: Row, plan: Plan, entries: Sequence[Entry], *, person: Person, closed_because: tuple[Reason, ...], today: date
) -> Case:
    """Everything the rules ask about one row."""
    fresh = [entry for entry in recent(entries, today=today) if entry.on >= changed_on(row, plan)]
    planned_days = frozenset(day.date for day in days_of(plan))
    return Case(
        row=row,
        person=person,
        answers=responses_to(row, fresh, planned_days=planned_days),
        last_two_in_full=_two_in_full(row, fresh),
        flare_days=_flare_days(row, fresh, person.base, planned_days),
        progressed_lately=progressed_lately(row.exercise, plan, today=today),
        gap_answered=eased_in_gap(row, plan, entries),
        closed_because=closed_because,
    )


def _two_in_full(row: Row, fresh: Sequence[Entry]) -> bool:
    """The last two entries with this movement: done as prescribed on their day (or as prescribed now, on a day without)."""
    done = [entry for entry in fresh if any((d.exercise, d.side) == (row.exercise, row.side) for d in entry.exercises)][-2:]
    answers = responses_to(row, done, planned_days=frozenset())
    asked = [row.prescribed.get(entry.on, row.dose) for entry in done]
    return len(done) == 2 and all(in_full(answer, dose) for answer, dose in zip(answers, asked, strict=True))


def _flare_days(row: Row, fresh: Sequence[Entry], base: float, planned_days: frozenset[object]) -> int:
    """Days at least 2 above the base (and above the calm band), by `before` or by this movement's own pain."""
    worst = (_worst(row, entry, planned_days) for entry in fresh)
    return sum(pain is not None and pain >= base + FLARE_ABOVE_BASE and pain > CALM for pain in worst)


def _worst(row: Row, entry: Entry, planned_days: frozenset[object]) -> int | None:
    own = [answer.pain for answer in responses_to(row, (entry,), planned_days=planned_days)]
    before = entry.pain.before if entry.pain else None
    return max((pain for pain in (before, *own) if pain is not None), default=None)
