"""Which changes wait to be accepted, and which do not.

do not wait    what safety asks: triage, or a movement that felt sharp or severe      can be undone, a safety stop apart
               a dose beyond what a clinician asked for
               what is temporary: an easing, a calendar step that waits               ends by itself
               what gives back: restore
wait           a step up; less, or another rung, for good
"""

from psoas.adaptation.changes import Changes
from psoas.adaptation.easing_rules import UNASKED
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import Entry
from psoas.planning.accepted_changes import moves
from psoas.planning.plan import PlanChange
from psoas.screening.clinician_limits import SET_BY


def unasked(changes: Changes, *, catalogue: Catalogue) -> tuple[PlanChange, ...]:
    """The rows that are applied at once."""
    return tuple(row for row in changes.changes if moves(row) and _needs_no_consent(row, changes, catalogue))


def can_unsettle(entry: Entry) -> bool:
    """May what is told change a plan unasked? Habits, sleep, a note and the like may not."""
    breaks = any(taken.did == "hurt" for taken in entry.micro_breaks)
    return bool(entry.pain or entry.exercises or entry.symptoms or entry.answers or entry.adverse_event or breaks)


def _needs_no_consent(row: PlanChange, changes: Changes, catalogue: Catalogue) -> bool:
    if row.change in {"ease", "restore", "hold"}:
        return True
    told = {reason.id for reason in row.because}
    if row.change == "reduce" and any(name.startswith(SET_BY) for name in told):
        return True
    if row.change not in {"stop", "replace"}:
        return False
    closing = {reason.id for reason in (*changes.clearance.reasons, *changes.clearance.limits)}
    return bool(told & (UNASKED | closing | set(catalogue.conditions) | set(catalogue.red_flags)))
