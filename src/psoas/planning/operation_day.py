"""A plan ends, for doing, where an operation begins: from its day on nothing is planned until the person tells of it."""

from dataclasses import replace as with_
from datetime import date

from psoas.planning.accepted_changes import days_from, tell_left_out, with_days
from psoas.planning.plan import Plan


def until_operation(plan: Plan) -> Plan:
    """The plan with empty days from that of a planned operation on."""
    ahead = plan.intake.operation_ahead
    if ahead is None or ahead.on is None or _last(plan) < ahead.on:
        return plan
    if ahead.on <= plan.start:
        return plan
    empty = {day.date: with_(day, sessions=(), micro_breaks=(), habits=()) for day in days_from(plan, ahead.on)}
    return tell_left_out(with_days(plan, empty))


def _last(plan: Plan) -> date:
    return plan.weeks[-1].days[-1].date
