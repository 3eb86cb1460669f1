"""Days of which nothing was told. Who answers only the safety questions is here, but tells nothing of a day: a gap goes on."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from psoas.diary.entry import Entry


def last_told(entries: Iterable[Entry], *, before: date = date.max) -> Entry | None:
    """The latest day before this one of which something was told."""
    told = (entry for entry in entries if entry.on < before and not entry.only_answers)
    return max(told, key=lambda entry: entry.on, default=None)


def days_away(entries: Iterable[Entry], *, since: date, today: date) -> int:
    """Days since something was told, or since this day where it is later: a new plan is a new beginning. Below 0 before it."""
    last = last_told(entries)
    return (today - (max(last.on, since) if last else since)).days


def morning_is_open(entries: Sequence[Entry], *, today: date) -> bool:
    """Yesterday had movement, and nobody has said how the morning after was."""
    last = last_told(entries, before=today)
    if last is None or last.on != today - timedelta(days=1) or not last.exercises:
        return False
    return last.pain is None or last.pain.next_morning is None
