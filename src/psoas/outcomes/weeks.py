"""Weeks side by side: what was planned and done, how far was walked, where pain stood, each with the days it speaks of.

Weeks are counted from the plan's first day, backwards as well, so that a week of the plan is a week here. A week that nobody
logged stands there with nothing in it; the planned part of a week before the plan is unknown, not zero.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from psoas.diary.adherence import adherence, was_done
from psoas.diary.entry import Diary, Entry
from psoas.planning.plan import Plan
from psoas.statistics.series import Median, median, series_of
from psoas.vocabulary.value import value

WEEK = timedelta(days=7)


@value
class WeekTold:
    """`number`: of the plan, 1 to 8; None before it and after it."""

    first: date
    number: int | None
    logged_days: int
    planned: int | None
    """Movements planned on the logged days; None where no plan speaks of the week."""
    done: int
    """Of these; all movements done where nothing was planned."""
    walked_minutes: int | None
    walked_days: int
    pain: Median | None
    mobility: Median | None


def weeks_told(plan: Plan, diary: Diary, *, today: date) -> tuple[WeekTold, ...]:
    """From the first logged week, or the plan's first, to the one that today is in."""
    entries = {entry.on: entry for entry in diary.entries if entry.on <= today}
    first = min([plan.start, *entries], default=plan.start)
    weeks_before = -(-(plan.start - first).days // WEEK.days)
    begin = plan.start - weeks_before * WEEK
    count = max((today - begin).days // WEEK.days + 1, 1)
    return tuple(_week(plan, entries, begin + number * WEEK) for number in range(count))


def week_of(weeks: Sequence[WeekTold], day: date) -> WeekTold | None:
    """The week that this day is in."""
    return next((week for week in weeks if week.first <= day < week.first + WEEK), None)


def _week(plan: Plan, entries: Mapping[date, Entry], first: date) -> WeekTold:
    days = [entries[day] for day in _days(first) if day in entries]
    number = (first - plan.start).days // WEEK.days + 1
    within = 1 <= number <= len(plan.weeks)
    done = adherence(plan, Diary(entries=tuple(days)), since=first, until=first + WEEK - timedelta(days=1)) if within else None
    minutes = [entry.minutes_walked for entry in days if entry.minutes_walked is not None]
    return WeekTold(
        first=first,
        number=number if within else None,
        logged_days=sum(not entry.only_answers for entry in days),
        planned=done.planned if done else None,
        done=done.done if done else sum(was_done(row) for entry in days for row in entry.exercises),
        walked_minutes=sum(minutes) if minutes else None,
        walked_days=len(minutes),
        pain=median(series_of((entry.on, entry.pain.before if entry.pain else None) for entry in days)),
        mobility=median(series_of((entry.on, entry.mobility) for entry in days)),
    )


def _days(first: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range(WEEK.days)]
