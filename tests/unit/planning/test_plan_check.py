"""A document that calls itself a plan is read with care: what cannot be is refused, field named."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from example_people import MAYA, START, TODAY

from psoas.catalogue.catalogue import load
from psoas.planning.block import plan_weeks
from psoas.planning.composition import compose
from psoas.planning.infeasibility import PlanInfeasible
from psoas.planning.person import read_person
from psoas.planning.plan import Exclusion, MicroBreak, Plan
from psoas.planning.plan_check import check_plan
from psoas.planning.rhythm import rhythm_of
from psoas.screening.triage import triage
from psoas.vocabulary.errors import BadInput


def plan() -> Plan:
    clearance = triage(MAYA, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return plan_weeks(MAYA, examination=None, profile=None, clearance=clearance, catalogue=load(), start=START)


GOOD = plan()
DAY = GOOD.weeks[0].days[0]
SESSION = DAY.sessions[0]
ITEM = SESSION.items[0]


def with_day(**fields: object) -> Plan:
    week = GOOD.weeks[0]
    return replace(GOOD, weeks=(replace(week, days=(replace(DAY, **fields), *week.days[1:])), *GOOD.weeks[1:]))


def with_session(**fields: object) -> Plan:
    return with_day(sessions=(replace(SESSION, **fields), *DAY.sessions[1:]))


def with_item(**fields: object) -> Plan:
    return with_session(items=(replace(ITEM, **fields), *SESSION.items[1:]))


@pytest.mark.parametrize(
    ("field", "broken"),
    [
        ("weeks", lambda: replace(GOOD, weeks=GOOD.weeks[:7])),
        ("weeks.0.days", lambda: replace(GOOD, weeks=(replace(GOOD.weeks[0], days=()), *GOOD.weeks[1:]))),
        ("weeks.0.days.0.date", lambda: with_day(date=TODAY)),
        ("weeks.0.days.0.habits.0", lambda: with_day(habits=("worry",))),
        ("weeks.0.days.0.micro_breaks.0.exercise", lambda: with_day(micro_breaks=(MicroBreak(at="10:00", exercise="nap"),))),
        ("weeks.0.days.0.sessions.0.items", lambda: with_session(items=())),
        ("weeks.0.days.0.sessions.0.minutes", lambda: with_session(minutes=99)),
        ("weeks.0.days.0.sessions.0.items.0.exercise", lambda: with_item(exercise="toe-touch")),
        ("weeks.0.days.0.sessions.0.items.0.side", lambda: with_item(side="both")),
        ("excluded.0.exercise", lambda: replace(GOOD, excluded=(Exclusion(exercise="toe-touch", because=()),))),
    ],
)
def test_what_cannot_be_a_plan_is_refused_by_name(field: str, broken: Callable[[], Plan]) -> None:
    """Weeks, days, sides, minutes, ids and loads."""
    check_plan(GOOD, catalogue=load())

    with pytest.raises(BadInput) as refused:
        check_plan(broken(), catalogue=load())
    assert refused.value.field == field


def test_a_plan_that_cannot_be_names_what_would_have_to_give() -> None:
    """With nothing open there is no drill to give."""

    clearance = triage(MAYA, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    person = read_person(MAYA, examination=None, profile=None, clearance=clearance, catalogue=load(), on=START)
    rhythm = rhythm_of(MAYA.training_days, minutes=15, restricted=False)

    with pytest.raises(PlanInfeasible) as refused:
        compose(person, rhythm, open_=(), catalogue=load())
    assert refused.value.relax == "avoid"
