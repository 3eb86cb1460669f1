"""A step up and the minutes of a day: each day with room takes it, a full one keeps its dose."""

from dataclasses import replace
from datetime import date, timedelta

from example_people import MAYA, START, TODAY

from psoas.catalogue.catalogue import load
from psoas.planning.accepted_changes import apply, fits
from psoas.planning.block import plan_weeks
from psoas.planning.duration import counted_minutes
from psoas.planning.plan import Day, Item, Plan, PlanChange, Prescription, Session
from psoas.screening.clearance import Clearance
from psoas.screening.triage import triage
from psoas.vocabulary.evidence import Reason

DRILL = "seated-hip-rotation"


SHORT = replace(MAYA, minutes_per_day=5)


def clearance() -> Clearance:
    permission = triage(SHORT, catalogue=load(), today=TODAY).clearance
    assert permission is not None
    return permission


def plan_with(*, full_days: range) -> Plan:
    """Five minutes a day and one drill; on some days of the week a long rest takes all the minutes that are left."""
    plan = plan_weeks(SHORT, examination=None, profile=None, clearance=clearance(), catalogue=load(), start=START)
    weeks = (
        replace(week, days=tuple(_day(day, full=n in full_days) for n, day in enumerate(week.days))) for week in plan.weeks
    )
    return replace(plan, weeks=tuple(weeks))


def _day(day: Day, *, full: bool) -> Day:
    drill = Item(exercise=DRILL, side="left", sets=1, reps=8)
    left_s = 5 * 60 - 2 * 15 - round(8 * load().exercises[DRILL].tempo_s)
    rest = Item(exercise="rest-legs-up", side="both", sets=1, reps=1, hold_s=left_s)
    items = (drill, rest) if full else (drill,)
    return replace(day, sessions=(Session(kind="mobility", part_of_day="any", minutes=5 if full else 1, items=items),))


def step() -> PlanChange:
    because = (Reason(id="test", says="For this test.", source="customary"),)
    dose = Prescription(exercise=DRILL, sets=1, reps=8)
    return PlanChange(exercise=DRILL, side="left", change="progress", from_=dose, to=replace(dose, reps=12), because=because)


def reps_by_day(plan: Plan) -> dict[date, int]:
    items = {day.date: day.sessions[0].items for week in plan.weeks for day in week.days}
    return {day: next(item.reps for item in found if item.exercise == DRILL) for day, found in items.items()}


def test_days_with_room_take_a_step_and_full_days_keep_their_dose() -> None:
    """Nobody waits for a step because another day of the week is full, and no day grows beyond its minutes."""
    before = plan_with(full_days=range(0, 7, 2))
    after = apply(before, (step(),), on=START, catalogue=load(), clearance=clearance())

    reps = reps_by_day(after)
    assert fits(before, step(), on=START, catalogue=load())
    assert {reps[START + timedelta(days=offset)] for offset in (0, 2, 4, 6)} == {8}
    assert {reps[START + timedelta(days=offset)] for offset in (1, 3, 5)} == {12}
    assert all(counted_minutes(day) <= 5 for week in after.weeks for day in week.days)
    assert sum(len(former.dates) for former in after.applied[0].items) == sum(count == 12 for count in reps.values())


def test_a_step_that_no_coming_day_has_room_for_is_no_step() -> None:
    """Adaptation then says hold, with this reason; the plan stays as it is."""
    crowded = plan_with(full_days=range(7))

    assert not fits(crowded, step(), on=START, catalogue=load())
    after = apply(crowded, (step(),), on=START, catalogue=load(), clearance=clearance())
    assert (after.weeks, after.applied) == (crowded.weeks, ())
