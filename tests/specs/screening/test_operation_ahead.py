"""Before an operation a plan practises what the day after asks for; from its day on the operation counts as done.

That nothing stays open which an operation would close, only because nobody told of it, is a design choice [D]: doubt closes.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from example_people import MAYA, START
from text_tables import rows

from psoas import journey
from psoas.planning.plan import Plan
from psoas.screening.intake import Intake, OperationAhead, Surgery
from psoas.vocabulary.errors import BadInput

DAY = START + timedelta(days=30)


def ahead(what: str, *, on: date | None = DAY) -> Intake:
    side = "left" if what in {"hip-replacement", "knee-replacement"} else None
    planned = OperationAhead(what=what, side=side, on=on)  # type: ignore[arg-type]  # a word of the table
    return replace(MAYA, minutes_per_day=20, operation_ahead=planned)


def movements(plan: Plan) -> set[str]:
    return {item.exercise for week in plan.weeks for day in week.days for s in day.sessions for item in s.items}


def test_what_is_open_before_the_day_and_from_it_on() -> None:
    """Days from the operation: nothing is closed before it; on the day the scope is what it would be had it been told."""
    table = """
        operation        | days | scope
        lumbar-fusion    | -1   | full
        lumbar-fusion    | 0    | restricted
        lumbar-fusion    | 40   | restricted
        discectomy       | 0    | restricted
        hip-replacement  | -30  | full
        hip-replacement  | 0    | restricted
        knee-replacement | -1   | full
        knee-replacement | 0    | limited
    """
    for row in rows(table):
        today = DAY + timedelta(days=int(row["days"]))
        assert journey.screen(ahead(row["operation"]), today=today).scope == row["scope"], row


def test_told_operations_end_the_waiting() -> None:
    """The same operation on record, cleared, counts; another one does not stand for it."""
    today = DAY + timedelta(weeks=30)
    told = Surgery(what="lumbar-fusion", levels=("L4-L5",), on=DAY, cleared_on=DAY + timedelta(weeks=14))
    other = replace(told, what="discectomy")
    assert journey.screen(replace(ahead("lumbar-fusion"), surgeries=(told,)), today=today).scope == "full"
    assert journey.screen(replace(ahead("lumbar-fusion"), surgeries=(other,)), today=today).scope == "restricted"
    assert not journey.operation_due(replace(ahead("lumbar-fusion"), surgeries=(told,)), today=today)


def test_the_plan_practises_for_the_day_after_and_ends_where_the_operation_begins() -> None:
    """Log roll and hip fold before an operation on the back; nothing at all from its day on."""
    plan = journey.plan(ahead("lumbar-fusion"), start=START, today=START)
    assert {"log-roll", "seated-hip-hinge"} <= movements(plan)
    for day in (day for week in plan.weeks for day in week.days):
        assert bool(day.sessions) is (day.date < DAY), day.date
        assert day.date < DAY or not day.micro_breaks


def test_without_a_day_the_plan_runs_through() -> None:
    """An operation that waits for its date stops nothing."""
    plan = journey.plan(ahead("hip-replacement", on=None), start=START, today=START)
    assert all(day.sessions for week in plan.weeks for day in week.days)


def test_a_stage_tells_what_to_do_before() -> None:
    """For those with an operation ahead; and to read for everybody."""
    stage, planned = journey.stage_before(ahead("lumbar-fusion"), today=START)
    assert planned
    assert stage.status == "D"
    assert not journey.stage_before(MAYA, today=START)[1]
    assert not journey.stage_before(ahead("lumbar-fusion"), today=DAY)[1]


@pytest.mark.parametrize(
    ("planned", "field"),
    [
        (OperationAhead(what="hip-replacement"), "operation_ahead.side"),
        (OperationAhead(what="knee-replacement", side="left", levels=("L4-L5",)), "operation_ahead.levels"),
        (OperationAhead(what="discectomy", on=date(2050, 1, 1)), "operation_ahead.on"),
    ],
)
def test_what_a_planned_operation_cannot_be(planned: OperationAhead, field: str) -> None:
    """A clear word about the field."""
    with pytest.raises(BadInput, match=field):
        journey.screen(replace(MAYA, operation_ahead=planned), today=START)
