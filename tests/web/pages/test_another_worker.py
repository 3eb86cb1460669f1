"""The server has two processes, each with its own memory: what one deleted, the other must not remember."""

from dataclasses import replace
from datetime import date

import pytest

from psoas.planning.plan import Plan
from psoas.records import actions, diary_record, queries
from psoas.records.models import APPEND_ONLY, Beginning
from psoas.screening.intake import Intake
from psoas.web.situation import situation


@pytest.fixture
def emptied(maya: Intake, today: date) -> Plan:
    """Maya was here; then another process deleted everything. What is left is her plan without sessions, for a newcomer."""
    was = situation(today)
    assert was.plan is not None
    assert was.changes is not None
    assert was.changes.changes
    for table in APPEND_ONLY:
        table.objects.all().delete()
    Beginning.objects.create(mark="anew", number=1)
    days_off = tuple(replace(week, days=tuple(replace(day, sessions=()) for day in week.days)) for week in was.plan.weeks)
    return replace(was.plan, weeks=days_off)


def test_a_first_plan_after_deleting_everything_is_read_anew(emptied: Plan, today: date) -> None:
    """It has the number of the deleted one, and nothing else of it."""
    actions.keep_plan(plan=emptied, reason="made", on=today)
    now = situation(today)

    assert now.record is not None
    assert now.record.version == 1
    assert now.changes is not None
    assert now.changes.changes == ()


def test_an_empty_record_leaves_nothing_in_memory(emptied: Plan, today: date) -> None:
    """The next look at any page drops what was kept."""
    situation(today)

    assert [reader.kept and reader.kept[1] for reader in (queries.screened, queries.current_plan)] == [None, None]
    assert diary_record.diary_on_record().days == {}
