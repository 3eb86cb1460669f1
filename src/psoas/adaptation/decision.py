"""Tomorrow's dose: one row for each exercise and side of the coming week, decided in order of safety.

    1   triage again, with the diary's safety answers     nothing open: all of it stops; a clinician first: nothing goes up
        a movement closed since the plan was made         replaced
    2   severe, sharp, a symptom                          replaced, or stopped            }
    3   high, lingering, worse, a flare, a gap            reduced                         }  `rules`
    4   twice in full, calm, settled, effort to spare     one step up, if it has a place     `readiness`, `progress`
    5   anything else, anything missing                   stays

An entry dated after today waits for its day, but for its safety answers. Nothing is back-filled. Micro-breaks have no row of
their own, unless safety closes them or they were where it hurt.
"""

from collections.abc import Mapping
from datetime import date

from psoas.adaptation.breaks import break_changes, break_rows
from psoas.adaptation.case import Case, case_of, person_of
from psoas.adaptation.changes import Changes
from psoas.adaptation.openness import Openness, openness_of
from psoas.adaptation.progress import places
from psoas.adaptation.readiness import first_missing
from psoas.adaptation.rules import first_that_fits
from psoas.adaptation.safety import screen_again
from psoas.adaptation.turning import NOTHING, change, eased
from psoas.adaptation.window import Key, rows_of
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.check import in_order
from psoas.diary.entry import Diary, Entry
from psoas.planning.plan import Plan, PlanChange
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Intake
from psoas.vocabulary.evidence import Reason


def decide(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> Changes:
    """What should change in the next seven days, and why. The diary is one that `check_diary` accepts."""
    entries = in_order(diary)
    intake, triaged = screen_again(plan, entries, catalogue=catalogue, today=today)
    if triaged.clearance is None:
        return Changes(clearance=triaged.record, changes=_stop_all(plan, triaged.record, catalogue, today))
    openness = openness_of(plan, intake=intake, clearance=triaged.clearance, catalogue=catalogue, today=today)
    known = tuple(entry for entry in entries if entry.on <= today)
    cases = _cases(plan, known, openness, intake=intake, record=triaged.record, today=today)
    kept = places(cases, plan, openness=openness, catalogue=catalogue, today=today)
    hurting = frozenset(case.row.exercise for case in cases if _is_left(case))
    decided = tuple(_decide(case, kept, openness=openness, hurting=hurting) for case in cases)
    breaks = break_changes(plan, known, openness=openness, hurting=hurting, today=today)
    return Changes(clearance=triaged.record, changes=(*decided, *breaks))


def _cases(
    plan: Plan, entries: tuple[Entry, ...], openness: Openness, *, intake: Intake, record: ClearanceRecord, today: date
) -> tuple[Case, ...]:
    person = person_of(plan, entries, intake=intake, record=record, catalogue=openness.catalogue, today=today)
    rows = rows_of(plan, today=today)
    return tuple(
        case_of(row, plan, entries, person=person, closed_because=openness.closing(row.exercise), today=today) for row in rows
    )


def _stop_all(plan: Plan, record: ClearanceRecord, catalogue: Catalogue, today: date) -> tuple[PlanChange, ...]:
    rows = (*rows_of(plan, today=today), *break_rows(plan, catalogue=catalogue, today=today))
    return tuple(change(row, "stop", NOTHING, record.reasons) for row in rows)


def _is_left(case: Case) -> bool:
    """Does safety take this movement out of the week?"""
    rule = first_that_fits(case)
    return bool(case.closed_because) or (rule is not None and rule.change in ("stop", "replace"))


def _decide(case: Case, kept: Mapping[Key, PlanChange | Reason], *, openness: Openness, hurting: frozenset[str]) -> PlanChange:
    row = case.row
    if case.closed_because:
        return eased(row, "replace", case.closed_because, openness=openness, avoiding=hurting)
    if (rule := first_that_fits(case)) is not None:
        return eased(row, rule.change, (rule.reason,), openness=openness, avoiding=hurting)
    if (missing := first_missing(case)) is not None:
        return change(row, "hold", row.dose, (missing.reason,))
    step = kept[row.exercise, row.side]
    return change(row, "hold", row.dose, (step,)) if isinstance(step, Reason) else step
