"""The next seven days of a plan, as rows: each exercise and side once, with the dose it starts from.

Where the days differ (light days may ask for less), the day that asks for most speaks for the row. Micro-breaks have no dose
and no row, unless safety closes them.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from psoas.adaptation.amount import amount
from psoas.planning.plan import Day, Item, Plan, Prescription
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

Key = tuple[str, Side]

HORIZON_DAYS = 7
"""Today is the first of them."""


@value
class Row:
    """One exercise and side of the coming week."""

    exercise: str
    side: Side
    dose: Prescription
    prescribed: Mapping[date, Prescription]
    """What the plan asked for on each day that has this row, past days too."""


def rows_of(plan: Plan, *, today: date) -> tuple[Row, ...]:
    """A row for each exercise and side of today and the six days after it, in the order in which they come."""
    asked = _asked(plan)
    doses: dict[Key, list[Prescription]] = {}
    for day in _coming(plan, today):
        for item in _items(day):
            doses.setdefault((item.exercise, item.side), []).append(prescription_of(item))
    return tuple(
        Row(exercise=key[0], side=key[1], dose=max(found, key=amount), prescribed=asked[key]) for key, found in doses.items()
    )


def breaks_of(plan: Plan, *, today: date) -> tuple[str, ...]:
    """The exercises of the coming week's micro-breaks, each once."""
    return tuple(dict.fromkeys(pause.exercise for day in _coming(plan, today) for pause in day.micro_breaks))


def week_of(plan: Plan, *, today: date) -> int:
    """The number of the plan's week that holds today; 1 before it starts, 8 after it ends."""
    return min(8, max(1, (today - plan.start).days // 7 + 1))


def days_of(plan: Plan) -> Iterator[Day]:
    """Every day of the plan, in order."""
    for week in plan.weeks:
        yield from week.days


def prescription_of(item: Item) -> Prescription:
    return Prescription(exercise=item.exercise, sets=item.sets, reps=item.reps, hold_s=item.hold_s, load=item.load)


def _coming(plan: Plan, today: date) -> list[Day]:
    return [day for day in days_of(plan) if today <= day.date < today + timedelta(days=HORIZON_DAYS)]


def _items(day: Day) -> list[Item]:
    return [item for session in day.sessions for item in session.items]


def _asked(plan: Plan) -> dict[Key, dict[date, Prescription]]:
    """What each day of the plan asks for; where a day has the same movement twice, its first time."""
    asked: dict[Key, dict[date, Prescription]] = {}
    for day in days_of(plan):
        for item in _items(day):
            asked.setdefault((item.exercise, item.side), {}).setdefault(day.date, prescription_of(item))
    return asked
