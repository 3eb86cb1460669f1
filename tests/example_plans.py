"""Plans and diary entries for tests that are about something else: the same few movements every day."""

from datetime import date, timedelta

from example_people import MAYA, START

from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.planning.plan import Applied, Day, Item, MicroBreak, Plan, Planner, Session, Week
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Intake

FIGURE_4 = Item(exercise="seated-figure-4", side="left", sets=1, reps=2, hold_s=20, rest_s=10)
"""A drill with easier and harder rungs, at the low end of its range (2-4 x 20-30 s)."""
FIGURE_4_RIGHT = Item(exercise="seated-figure-4", side="right", sets=1, reps=2, hold_s=20, rest_s=10)
SQUAT = Item(exercise="box-squat", side="both", sets=2, reps=8, rest_s=30)
TILT = Item(exercise="supine-pelvic-tilt", side="both", sets=1, reps=10)
"""The bottom of its ladder."""
TODAY = START + timedelta(days=14)
"""Two weeks into the plan, a Monday."""


def every_day(
    *items: Item,
    intake: Intake = MAYA,
    start: date = START,
    applied: tuple[Applied, ...] = (),
    micro_breaks: tuple[MicroBreak, ...] = (),
) -> Plan:
    """Eight weeks in which each day asks for the same."""
    session = Session(kind="mobility", part_of_day="morning", minutes=5, items=items)
    days = [Day(date=start + timedelta(days=number), micro_breaks=micro_breaks, sessions=(session,)) for number in range(56)]
    return Plan(
        start=start,
        intake=intake,
        clearance=ClearanceRecord(urgency="none", scope="full"),
        planner=Planner(status="greedy", gap=0.0),
        applied=applied,
        weeks=tuple(Week(number=week + 1, days=tuple(days[7 * week : 7 * week + 7])) for week in range(8)),
    )


def done(item: Item, **differently: object) -> Done:
    """This item done as prescribed, but for what is said."""
    whole = {"exercise": item.exercise, "side": item.side, "sets": item.sets, "reps": item.reps, "hold_s": item.hold_s}
    return Done(**{**whole, **differently})  # type: ignore[arg-type]  # the fields of Done, checked where they are read


def entry(days_ago: int, *rows: Done, today: date = TODAY, pain: EntryPain | None = None, **more: object) -> Entry:
    """An entry so many days before today."""
    return Entry(on=today - timedelta(days=days_ago), pain=pain, exercises=rows, **more)  # type: ignore[arg-type]  # as above


def usual(base: int, *, today: date = TODAY) -> tuple[Entry, ...]:
    """Five quiet days of last week that make this the base."""
    return tuple(entry(days, today=today, pain=EntryPain(before=base)) for days in (13, 12, 11, 10, 9))


def diary(*entries: Entry) -> Diary:
    return Diary(entries=entries)
