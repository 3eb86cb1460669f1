"""All that is known about one row when it is decided: the fortnight and this movement's own answers.

Fresh answers are those of the last 14 days given under the present dose: what was felt before the row last changed, or before
a change was undone, has been answered already. A change counts from the first day it holds for (`Applied.on`).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from psoas.adaptation.baseline import recent
from psoas.adaptation.change_history import answered_on, progressed_lately
from psoas.adaptation.coming_week import WeekRow
from psoas.adaptation.fortnight import Fortnight
from psoas.adaptation.response import Response, in_full, is_beyond, names, responses_to
from psoas.diary.entry import Entry
from psoas.planning.plan import Plan
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value

ALWAYS_THERE = frozenset({"walking", "indoor-walk", "breathing"})
"""Never replaced or stopped but by a clearance: advice to stay active helps a little, advice to rest harms (NG59)."""
TWO_SESSIONS_DAYS = 21
"""How far back two sessions of one movement may lie and still say that it is ready: psoas-opinion [D]."""


@value
class Case:
    """One row with its fortnight, its fresh answers and its past."""

    row: WeekRow
    fortnight: Fortnight
    answers: tuple[Response, ...]
    last_two: tuple[Response, ...]
    """The last two entries with this movement and side, three weeks back: what is done once a week has two as well."""
    last_two_in_full: bool
    beyond_what_is_written: bool
    progressed_lately: bool
    closed_because: tuple[Reason, ...] = ()

    @property
    def always_there(self) -> bool:
        return self.row.exercise in ALWAYS_THERE

    @property
    def own_pains(self) -> tuple[int, ...]:
        """What this movement itself brought on."""
        return tuple(answer.own_pain for answer in self.answers if answer.own_pain is not None)


def within_reach(entries: Sequence[Entry], *, today: date) -> tuple[Entry, ...]:
    """The entries that a row may be read by: a diary of years is gone through once, not once for each row."""
    first = today - timedelta(days=TWO_SESSIONS_DAYS)
    return tuple(entry for entry in entries if first <= entry.on <= today)


def case_of(
    row: WeekRow,
    plan: Plan,
    entries: Sequence[Entry],
    *,
    fortnight: Fortnight,
    closed_because: tuple[Reason, ...],
    today: date,
) -> Case:
    """Everything the rules ask about one row."""
    since = answered_on(row, plan)
    fresh = [entry for entry in recent(entries, today=today) if entry.on >= since]
    first = max(since, today - timedelta(days=TWO_SESSIONS_DAYS))
    done = [entry for entry in entries if first <= entry.on <= today and names(row, entry)][-2:]
    asked = [row.prescribed.get(entry.on, row.dose) for entry in done]
    last_two = responses_to(row, done)
    twice = list(zip(last_two, asked, strict=True)) if len(done) == 2 else []
    return Case(
        row=row,
        fortnight=fortnight,
        answers=responses_to(row, fresh),
        last_two=last_two,
        last_two_in_full=bool(twice) and all(in_full(answer, dose) for answer, dose in twice),
        beyond_what_is_written=bool(twice) and all(is_beyond(answer.done, dose) for answer, dose in twice),
        progressed_lately=progressed_lately(row.exercise, plan, today=today),
        closed_because=closed_because,
    )
