"""The next seven days of a plan, as drills: each exercise once, with a row for each of its sides.

Where the days differ (light days may ask for less), the day that asks for most speaks for the row. Micro-breaks have no dose
and no row, unless safety closes them. What the last seven days asked for is read in the same way: the calendar's steps are the
difference.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from psoas.planning.accepted_changes import COMING_DAYS
from psoas.planning.plan import Day, Item, Plan, Prescription
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

Key = tuple[str, Side]


@value
class WeekRow:
    """One exercise and side of the coming week."""

    exercise: str
    side: Side
    dose: Prescription
    prescribed: Mapping[date, Prescription]
    """What the plan asked for on each day that has this row, past days too."""

    @property
    def key(self) -> Key:
        return self.exercise, self.side


def rows_of(plan: Plan, *, today: date) -> tuple[WeekRow, ...]:
    """A row for each exercise and side of today and the six days after it, in the order in which they come."""
    fullest = fullest_of(_between(plan, today, today + timedelta(days=COMING_DAYS)))
    return tuple(WeekRow(exercise=key[0], side=key[1], dose=dose, prescribed=plan.asked[key]) for key, dose in fullest.items())


def last_week_of(plan: Plan, *, today: date) -> Mapping[Key, Prescription]:
    """What the seven days before today asked for underneath any easing, each row by its fullest day."""
    asked = dict(fullest_of(past_days(plan, today=today)))
    for known in plan.applied:
        key = (known.change.exercise, known.change.side)
        eased = known.change.change == "ease" and known.undone_on is None and key in asked
        if eased and known.change.from_.dose.amount > asked[key].dose.amount:
            asked[key] = known.change.from_
    return asked


def fullest_of(days: list[Day]) -> Mapping[Key, Prescription]:
    """The largest dose of each row in these days."""
    fullest: dict[Key, Prescription] = {}
    for item in (item for day in days for item in items_of(day)):
        asked = item.prescription
        known = fullest.setdefault((item.exercise, item.side), asked)
        if asked.dose.amount > known.dose.amount:
            fullest[item.exercise, item.side] = asked
    return fullest


def breaks_of(plan: Plan, *, today: date) -> tuple[str, ...]:
    """The exercises of the coming week's micro-breaks, each once."""
    coming = _between(plan, today, today + timedelta(days=COMING_DAYS))
    return tuple(dict.fromkeys(pause.exercise for day in coming for pause in day.micro_breaks))


def coming_days(plan: Plan, *, today: date) -> list[Day]:
    """Today and the six days after it."""
    return _between(plan, today, today + timedelta(days=COMING_DAYS))


def past_days(plan: Plan, *, today: date) -> list[Day]:
    """The seven days before today."""
    return _between(plan, today - timedelta(days=COMING_DAYS), today)


def week_of(plan: Plan, *, today: date) -> int:
    """The number of the plan's week that holds today; 1 before it starts, 8 after it ends."""
    return min(8, max(1, (today - plan.start).days // 7 + 1))


def days_of(plan: Plan) -> Iterator[Day]:
    """Every day of the plan, in order."""
    for week in plan.weeks:
        yield from week.days


def items_of(day: Day) -> Iterator[Item]:
    """Everything that a day asks for."""
    for session in day.sessions:
        yield from session.items


def _between(plan: Plan, first: date, end: date) -> list[Day]:
    return [day for day in days_of(plan) if first <= day.date < end]
