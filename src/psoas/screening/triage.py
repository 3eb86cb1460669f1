"""Triage: the highest urgency and the strictest scope win, separately; nothing averages either away.

    scope none         a safety answer that stops, or one that is missing
    restricted         spine or hip surgery under 12 weeks or not cleared; birth under 6 weeks; blood pressure, heart,
                       aorta or clot without clearance; an emergency that was looked at and is still there
    limited            an answer that limits; anything about health that closes at least one exercise
    full               nothing about health closes an exercise

What a person would rather avoid, and whether they can get to the floor, closes movements too. It is a wish or a circumstance,
not a finding about health, so it is among the clearance's limits and not in its record.
"""

from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit
from psoas.catalogue.rules import Condition, Scope, Urgency
from psoas.screening.check import check_intake
from psoas.screening.clearance import SCOPES, URGENCIES, Clearance, ClearanceRecord, _Seal
from psoas.screening.finding import Finding
from psoas.screening.flags import findings, most_urgent_first
from psoas.screening.intake import Intake
from psoas.screening.limits import closes_something, limits_from, rows_holding
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value


@value
class Triaged:
    """What triage decided, and the permission that follows: None exactly when the scope is none."""

    record: ClearanceRecord
    clearance: Clearance | None


def triage(
    intake: Intake, *, catalogue: Catalogue, today: date, below_steadi: bool = False, heard: tuple[Finding, ...] = ()
) -> Triaged:
    """Is it safe to start, and with what limits? `heard`: what the log opened (`asked`). BadInput when the intake contradicts
    itself."""
    check_intake(intake, catalogue=catalogue, today=today)
    found = most_urgent_first((*heard, *findings(intake, catalogue=catalogue, today=today)))
    rows = rows_holding(intake, catalogue=catalogue, today=today, below_steadi=below_steadi)
    closing = tuple(row for row in rows if row.scope != "full" and closes_something(row, catalogue))
    record = ClearanceRecord(
        urgency=_urgency(found),
        scope=_scope(found, rows, closing),
        reasons=(*(finding.reason for finding in found), *(_reason(row) for row in rows if row.scope == "restricted")),
        limits=tuple(_reason(row) for row in closing),
    )
    return clear(record, tuple(limit for row in rows for limit in limits_from(row, catalogue)))


def clear(record: ClearanceRecord, limits: tuple[Limit, ...]) -> Triaged:
    """The record with its permission, which no stop has."""
    if record.scope == "none":
        return Triaged(record=record, clearance=None)
    return Triaged(record=record, clearance=Clearance(record, limits, seal=_Seal()))


def _urgency(found: tuple[Finding, ...]) -> Urgency:
    return max((finding.urgency for finding in found), key=URGENCIES.index, default="none")


def _scope(found: tuple[Finding, ...], rows: tuple[Condition, ...], closing: tuple[Condition, ...]) -> Scope:
    scopes: list[Scope] = [finding.scope for finding in found]
    scopes += [row.scope for row in rows if row.scope == "restricted"]
    scopes += [row.scope for row in closing]
    return max(scopes, key=SCOPES.index, default="full")


def _reason(row: Condition) -> Reason:
    return Reason(id=row.id, says=row.says, source=row.source)
