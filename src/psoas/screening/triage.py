"""Triage: the highest urgency and the strictest scope win, separately; nothing averages either away.

    scope none         a safety answer that stops, or one that is missing
    restricted         spine or hip surgery under 12 weeks or not cleared; birth under 6 weeks; blood pressure, heart,
                       aorta or clot without clearance; an emergency that was looked at and is still there
    limited            an answer that limits; anything about health that closes at least one exercise; a clinician's limits
    full               nothing about health closes an exercise

What a person would rather avoid, and whether they can get to the floor, closes movements too. It is a wish or a circumstance,
not a finding about health, so it is among the clearance's limits and not in its record.
"""

from collections.abc import Iterator
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit
from psoas.catalogue.safety_rules import Condition, Scope, Urgency
from psoas.screening.binding_limits import doses_set, reasons_set, scopes_set, stops_set
from psoas.screening.clearance import SCOPES, URGENCIES, Clearance, ClearanceRecord, DoseCeiling, _Seal
from psoas.screening.concern import Concern
from psoas.screening.condition_rows import closes_something
from psoas.screening.intake import Intake
from psoas.screening.intake_check import check_intake
from psoas.screening.limits import limits_of, rows_holding
from psoas.screening.red_flags import findings, most_urgent_first
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value


@value
class Triaged:
    """What triage decided, and the permission that follows: None exactly when the scope is none."""

    record: ClearanceRecord
    clearance: Clearance | None


def triage(
    intake: Intake, *, catalogue: Catalogue, today: date, below_steadi: bool = False, heard: tuple[Concern, ...] = ()
) -> Triaged:
    """Is it safe to start, and with what limits? `heard`: what the log opened (`asked`). BadInput when the intake contradicts
    itself."""
    check_intake(intake, catalogue=catalogue, today=today)
    return judge(intake, catalogue=catalogue, today=today, below_steadi=below_steadi, heard=heard)


def judge(
    intake: Intake, *, catalogue: Catalogue, today: date, below_steadi: bool = False, heard: tuple[Concern, ...] = ()
) -> Triaged:
    """The same, on another day, of an intake that was checked just now."""
    found = most_urgent_first((*heard, *findings(intake, catalogue=catalogue, today=today)))
    rows = rows_holding(intake, catalogue=catalogue, today=today, below_steadi=below_steadi)
    closing = tuple(row for row in rows if row.scope != "full" and closes_something(row, catalogue))
    told = intake.clinician_limits
    scopes = (*_scopes(found, rows, closing), *scopes_set(told, catalogue=catalogue, today=today))
    stops = stops_set(told, catalogue=catalogue, today=today)
    restricting = (_reason(row) for row in rows if row.scope == "restricted")
    record = ClearanceRecord(
        urgency=_urgency(found, stopped=bool(stops)),
        scope=max(scopes, key=SCOPES.index, default="full"),
        reasons=(
            *(finding.reason for finding in found),
            *stops,
            *restricting,
        ),
        limits=(*(_reason(row) for row in closing), *reasons_set(told, catalogue=catalogue, today=today)),
    )
    limits = limits_of(intake, catalogue=catalogue, today=today, below_steadi=below_steadi)
    return clear(record, limits, doses=doses_set(told, catalogue=catalogue, today=today))


def clear(record: ClearanceRecord, limits: tuple[Limit, ...], *, doses: tuple[DoseCeiling, ...] = ()) -> Triaged:
    """The record with its permission, which no stop has."""
    if record.scope == "none":
        return Triaged(record=record, clearance=None)
    return Triaged(record=record, clearance=Clearance(record, limits, doses=doses, seal=_Seal()))


def _urgency(found: tuple[Concern, ...], *, stopped: bool) -> Urgency:
    """A clinician's stop is theirs to look at again."""
    least: Urgency = "routine" if stopped else "none"
    return max((least, *(finding.urgency for finding in found)), key=URGENCIES.index)


def _scopes(found: tuple[Concern, ...], rows: tuple[Condition, ...], closing: tuple[Condition, ...]) -> Iterator[Scope]:
    yield from (finding.scope for finding in found)
    yield from (row.scope for row in rows if row.scope == "restricted")
    yield from (row.scope for row in closing)


def _reason(row: Condition) -> Reason:
    return Reason(id=row.id, says=row.says, source=row.source)
