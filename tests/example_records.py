"""Records to begin a test with: a person who may train, and one day with one short session."""

from datetime import date

from example_people import MAYA

from psoas.planning.plan import Day, Item, Plan, Planner, Session, Week
from psoas.records import actions
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Intake

FULL = ClearanceRecord(urgency="none", scope="full")
SHORT = Session(
    kind="mobility",
    part_of_day="morning",
    minutes=3,
    items=(
        Item(exercise="seated-hip-rotation", side="left", sets=1, reps=4),
        Item(exercise="seated-hip-rotation", side="right", sets=1, reps=4),
        Item(exercise="pallof-press", side="left", sets=2, reps=3, rest_s=10),
        Item(exercise="even-weight-standing", side="both", sets=1, reps=1, hold_s=20),
    ),
)


def plan_of(intake: Intake, session: Session = SHORT, *, on: date) -> Plan:
    day = Day(date=on, sessions=(session,))
    planner = Planner(status="greedy", gap=0)
    return Plan(start=on, intake=intake, clearance=FULL, planner=planner, weeks=(Week(number=1, days=(day,)),))


def seed(intake: Intake = MAYA, *, on: date, session: Session = SHORT) -> Plan:
    """Keep an intake and its plan."""
    plan = plan_of(intake, session, on=on)
    actions.keep_intake(intake=intake, clearance=FULL, on=on)
    actions.keep_plan(plan=plan, reason="made", on=on)
    return plan
