"""What is usual for this person: the base that pain is read against, and whether the week rises."""

from collections.abc import Sequence
from datetime import date, timedelta

from psoas.diary.entry import Entry
from psoas.planning.plan import Plan
from psoas.screening.follow_up_questions import DAYS_FOR_A_MIDDLE, LOOK_BACK_DAYS
from psoas.statistics.series import Series, median, series_of
from psoas.vocabulary.dates import WEEK_DAYS


def recent(entries: Sequence[Entry], *, today: date) -> tuple[Entry, ...]:
    """The entries of the last 14 days."""
    first = today - timedelta(days=LOOK_BACK_DAYS - 1)
    return tuple(entry for entry in entries if first <= entry.on <= today)


def pain_before(entries: Sequence[Entry]) -> Series:
    """Pain before the session, by day; a missing number is a gap, a 0 is data."""
    return series_of((entry.on, entry.pain.before if entry.pain else None) for entry in entries)


def base_of(entries: Sequence[Entry], plan: Plan, *, today: date) -> float:
    """The middle of the last 14 days' `before`; the intake's average week while fewer than three are known."""
    middle = median(pain_before(recent(entries, today=today)))
    if middle is None or middle.of < DAYS_FOR_A_MIDDLE:
        return float(plan.intake.pain.average_week)
    return middle.value


def week_rises(entries: Sequence[Entry], plan: Plan, *, today: date) -> bool:
    """Is this week's middle `before` above last week's? A last week without entries is read as the intake's average week."""
    before = pain_before(recent(entries, today=today))
    this_week = median(before.last_days(WEEK_DAYS, today=today))
    last_week = median(before.last_days(WEEK_DAYS, today=today - timedelta(days=WEEK_DAYS)))
    if this_week is None:
        return False
    return this_week.value > (last_week.value if last_week else plan.intake.pain.average_week)
