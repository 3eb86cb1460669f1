"""Easing for bad days, and giving back: an overlay that begins for a reason, ends on a day, and leaves the plan's dose alone.

    a trigger, nothing running                        ease for a week: about 30 % less (40 % after more than two weeks away)
    two calm sessions since it began                  restore
    its end has come, pain at the base plus 1         restore
    its end has come, pain still higher or unknown    ease again; so while a safety question is open
    running                                           stays

Easing again leaves no more than the easing that has just ended. Giving back takes one step, two after the deeper easing.
Whoever does clearly more than is written is asked to do what is written, and keeps the dose.
"""

from datetime import date, timedelta
from fractions import Fraction

from psoas.adaptation.case import Case
from psoas.adaptation.change_history import latest_overlay
from psoas.adaptation.easing import change, eased, prescription
from psoas.adaptation.fortnight import EASED_DAYS
from psoas.adaptation.open_movements import OpenMovements
from psoas.planning.plan import Applied, Plan, PlanChange, Prescription

FORGOTTEN_DAYS = 14
"""An easing that ended longer ago than this needs no answer any more."""
DEEP = Fraction(13, 20)
"""An easing to less than this is given back in two steps."""
HALF_WAY = Fraction(8, 10)


def eased_or_restored(case: Case, plan: Plan, *, open_movements: OpenMovements, today: date) -> PlanChange | None:
    """The change that bad days, or their end, ask of this row; None where the days ask for nothing."""
    overlay = latest_overlay(case.row, plan)
    if overlay is not None and _is_running(overlay, today):
        return _running(case, overlay, open_movements=open_movements, today=today)
    if case.fortnight.trigger is not None:
        share = eased_share(case, plan, today=today)
        return _begun(case, share, open_movements=open_movements, today=today)
    if overlay is not None and not _is_forgotten(overlay, today):
        return _ended(case, overlay, open_movements=open_movements, today=today)
    return None


def is_eased(case: Case, plan: Plan, *, today: date) -> bool:
    """Do bad days, an easing that runs, or an open question ask for less of this row?"""
    overlay = latest_overlay(case.row, plan)
    running = overlay is not None and _is_running(overlay, today)
    return running or case.fortnight.trigger is not None or bool(case.fortnight.asks)


def eased_share(case: Case, plan: Plan, *, today: date) -> Fraction:
    """What a new easing leaves: no more than the one that has just ended. Under one that runs the dose is less already."""
    overlay = latest_overlay(case.row, plan)
    if overlay is None or _is_running(overlay, today) or _is_forgotten(overlay, today):
        return case.fortnight.share
    return min(case.fortnight.share, _left(overlay))


def _left(overlay: Applied) -> Fraction:
    return Fraction(overlay.change.to.dose.amount, max(1, overlay.change.from_.dose.amount))


def _begun(case: Case, share: Fraction, *, open_movements: OpenMovements, today: date) -> PlanChange:
    trigger = case.fortnight.trigger or ""
    if case.fortnight.overdoing and trigger in {"flare", "not-settled-twice"}:
        return change(case.row, "hold", case.row.dose, (open_movements.catalogue.reason("as-written"),))
    because = (open_movements.catalogue.reason(trigger),)
    return _unless_least(
        eased(case.row, because, open_movements=open_movements, share=share, today=today), case, open_movements
    )


def _running(case: Case, overlay: Applied, *, open_movements: OpenMovements, today: date) -> PlanChange:
    calm = case.fortnight.calm_pair_since
    if calm is not None and calm > overlay.on and not case.fortnight.asks:
        return _restored(case, overlay, open_movements=open_movements, today=today)
    said = open_movements.catalogue.reason("ease-runs", until=_written(overlay.change.until))
    return change(case.row, "hold", case.row.dose, (said,))


def _ended(case: Case, overlay: Applied, *, open_movements: OpenMovements, today: date) -> PlanChange:
    calm = case.fortnight.calm_pair_since
    if not case.fortnight.asks and (case.fortnight.is_back or (calm is not None and calm > overlay.on)):
        return _restored(case, overlay, open_movements=open_movements, today=today)
    share = _left(overlay)
    because = case.fortnight.asks or (open_movements.catalogue.reason("not-back-yet"),)
    return _unless_least(
        eased(case.row, because, open_movements=open_movements, share=share, today=today), case, open_movements
    )


def _restored(case: Case, overlay: Applied, *, open_movements: OpenMovements, today: date) -> PlanChange:
    """The whole dose; after a deep easing first half the way."""
    whole, eased_to = _whole(case, overlay), overlay.change.to
    because = (open_movements.catalogue.reason("restored"),)
    deep = eased_to.dose.amount < DEEP * whole.dose.amount and overlay.change.change == "ease"
    half = whole.dose.less(HALF_WAY) if deep else None
    if half is not None and half.amount > eased_to.dose.amount:
        to, until = prescription(case.row.exercise, half), today + timedelta(days=EASED_DAYS)
    else:
        to, until = whole, None
    return PlanChange(
        exercise=case.row.exercise, side=case.row.side, change="restore", until=until, from_=eased_to, to=to, because=because
    )


def _whole(case: Case, overlay: Applied) -> Prescription:
    """The dose underneath: what the plan asks for once the overlay is gone."""
    known = overlay.change.from_ if overlay.change.change == "ease" else case.row.dose
    return known if known.dose.amount > case.row.dose.dose.amount else case.row.dose


def _unless_least(proposed: PlanChange, case: Case, open_movements: OpenMovements) -> PlanChange:
    """What cannot become less stays."""
    if proposed.to != proposed.from_:
        return proposed
    return change(case.row, "hold", case.row.dose, (*proposed.because, open_movements.catalogue.reason("least-already")))


def _is_running(overlay: Applied, today: date) -> bool:
    return overlay.change.until is not None and overlay.change.until > today


def _is_forgotten(overlay: Applied, today: date) -> bool:
    until = overlay.change.until
    return until is None or (today - until).days > FORGOTTEN_DAYS


def _written(day: date | None) -> str:
    return f"{day.day} {day:%B}" if day else "soon"
