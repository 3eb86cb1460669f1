"""People at the door: what is on record before a page is opened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from example_people import MAYA

from psoas import journey
from psoas.planning.plan import Plan
from psoas.records import actions
from psoas.screening.intake import Intake
from psoas.web import clock

DAY = date(2026, 11, 25)
"""A Wednesday, three days into Maya's plan."""


@cache
def plan_of(minutes: int) -> Plan:
    """Maya's plan from two days ago, made once."""
    start = DAY - timedelta(days=2)
    return journey.plan(replace(MAYA, minutes_per_day=minutes), start=start, today=start)


@pytest.fixture
def turn_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Turn the calendar to a day."""

    def turn(day: date) -> None:
        monkeypatch.setattr(clock, "today", lambda: day)

    return turn


@pytest.fixture
def today(turn_to: Callable[[date], None]) -> date:
    turn_to(DAY)
    return DAY


@pytest.fixture
def maya(db: None, today: date) -> Intake:
    """Maya has answered everything and has a plan; her diary is empty."""
    return _on_record(plan_of(15))


@pytest.fixture
def roomy(db: None, today: date) -> Intake:
    """Maya with three quarters of an hour a day."""
    return _on_record(plan_of(45))


def _on_record(plan: Plan) -> Intake:
    actions.keep_intake(intake=plan.intake, clearance=plan.clearance, on=plan.start)
    actions.keep_plan(plan=plan, reason="made", on=plan.start)
    return plan.intake
