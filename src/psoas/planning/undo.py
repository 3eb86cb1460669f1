"""Taking one accepted change back: the days to come as they were, and every later change to the same movement made again.

A stop for safety is never undone: only a recorded return ends it. Days that were lived stay as they were lived.
"""

from dataclasses import replace as with_
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.accepted_changes import days_from, made_of, tell_left_out, with_days, without_closed
from psoas.planning.plan import Applied, Plan, PlanChange
from psoas.planning.replaced_items import dates_of, put_back, touched
from psoas.screening.clearance import Clearance
from psoas.screening.clinician_limits import SET_BY
from psoas.vocabulary.errors import BadInput

ASKED, UNANSWERED = "ask-", "unanswered-"
"""How the ids of reasons begin that name a safety question without an answer."""


def undo(plan: Plan, applied_id: str, *, on: date, catalogue: Catalogue, clearance: Clearance) -> Plan:
    """The plan without one accepted change. BadInput for an unknown or undone one, and for a stop that keeps safe.

    Nothing that is closed by now comes back.
    """
    number = next((n for n, known in enumerate(plan.applied) if known.id == applied_id and known.undone_on is None), None)
    if number is None:
        raise BadInput("applied", f"no change {applied_id!r} that could be undone")
    target = plan.applied[number]
    if is_safety_stop(target.change, catalogue):
        raise BadInput("applied", "a stop keeps you safe and stays; a new plan may bring the movement back")
    later = _entangled(plan, number, catalogue)
    undone = _without(plan, [*reversed(later), target], on=on, catalogue=catalogue)
    undone = with_(undone, applied=tuple(with_(known, undone_on=on) if known is target else known for known in undone.applied))
    for known in later:
        undone = _again(undone, known, on=on, catalogue=catalogue)
    return tell_left_out(without_closed(undone, clearance, on=on, catalogue=catalogue))


def is_safety_stop(change: PlanChange, catalogue: Catalogue) -> bool:
    """A stop for which triage gave the reason: a safety question, a condition, one that waits for its answer, a clinician."""
    known = {*catalogue.red_flags, *catalogue.conditions}
    return change.change == "stop" and any(
        reason.id in known or reason.id.startswith((ASKED, UNANSWERED, SET_BY)) for reason in change.because
    )


def _entangled(plan: Plan, number: int, catalogue: Catalogue) -> list[Applied]:
    """Later changes to the same movements, or to what those brought, on days that undoing changes."""
    keys = set(touched(plan.applied[number].change, catalogue))
    found = []
    for known in plan.applied[number + 1 :]:
        theirs = touched(known.change, catalogue)
        breaks_too = bool(known.breaks) and bool(plan.applied[number].breaks)
        if known.undone_on is None and (keys & theirs or breaks_too):
            keys |= theirs
            found.append(known)
    return found


def _without(plan: Plan, changes: list[Applied], *, on: date, catalogue: Catalogue) -> Plan:
    """Days from `on` as they were before these changes, the last one first."""
    days = {day.date: day for day in days_from(plan, on)}
    for change in changes:
        for when in dates_of(change) & set(days):
            days[when] = put_back(days[when], change, catalogue)
    return with_days(plan, days)


def _again(plan: Plan, known: Applied, *, on: date, catalogue: Catalogue) -> Plan:
    """A later change made again on the restored days, under its own id."""
    made, kept = made_of(plan, known, since=max(on, known.on), catalogue=catalogue)
    return with_(made, applied=tuple(kept if old.id == known.id else old for old in made.applied))
