"""What a row turns into: less of it, the easier rung, nothing. Each falls to the next when it cannot be had.

An easing for bad days is an overlay that ends; the plan keeps the dose underneath. A walk never falls below the bout that the
person told, a breath never below two minutes. Both sides of a movement get the same rung.
"""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from psoas.adaptation.case import ALWAYS_THERE, Case
from psoas.adaptation.change_history import ASIDE_DAYS
from psoas.adaptation.coming_week import WeekRow
from psoas.adaptation.easing_rules import Lowering
from psoas.adaptation.fortnight import EASED_DAYS, MUCH_LESS
from psoas.adaptation.open_movements import OpenMovements
from psoas.planning.dose import Dose
from psoas.planning.plan import ChangeKind, PlanChange, Prescription
from psoas.planning.walking import LEAST_BOUT_S
from psoas.vocabulary.evidence import Reason

NOTHING = Prescription()
BELOW_80_PERCENT = Fraction(799, 1000)
"""'Reduce 20-30 %', the largest whole dose below 80 %: psoas-opinion [D]."""


def change(
    row: WeekRow, kind: ChangeKind, to: Prescription, because: tuple[Reason, ...], *, until: date | None = None
) -> PlanChange:
    return PlanChange(exercise=row.exercise, side=row.side, change=kind, until=until, from_=row.dose, to=to, because=because)


def lowered(
    case: Case,
    kind: Lowering,
    because: tuple[Reason, ...],
    *,
    open_movements: OpenMovements,
    avoiding: frozenset[str],
    today: date,
) -> PlanChange:
    """The change that a rule asks for, or the next gentler one that is possible."""
    row = case.row
    if case.always_there and kind != "reduce":
        return eased(row, because, open_movements=open_movements, share=MUCH_LESS, today=today)
    if kind == "stop":
        return change(row, "stop", NOTHING, because)
    if kind == "reduce" and (less := row.dose.dose.less(BELOW_80_PERCENT)) is not None:
        return change(row, "reduce", prescription(row.exercise, _not_below(less, row, open_movements)), because)
    return replaced(row, because, open_movements=open_movements, avoiding=avoiding, today=today)


def replaced(
    row: WeekRow, because: tuple[Reason, ...], *, open_movements: OpenMovements, avoiding: frozenset[str], today: date
) -> PlanChange:
    """The nearest open easier rung at its lowest dose; without one it stays out for three weeks."""
    rungs = open_movements.easier(row.exercise, avoiding=avoiding)
    if rungs:
        return change(row, "replace", open_movements.lowest(rungs[0]), because)
    because = (*because, open_movements.catalogue.reason("no-easier-step"))
    return change(row, "stop", NOTHING, because, until=today + timedelta(days=ASIDE_DAYS))


def eased(
    row: WeekRow, because: tuple[Reason, ...], *, open_movements: OpenMovements, share: Fraction, today: date
) -> PlanChange:
    """The overlay for bad days; what is at its least already stays."""
    less = row.dose.dose.less(share) or replace(row.dose.dose, sets=1, reps=1)
    to = _not_below(less, row, open_movements)
    until = today + timedelta(days=EASED_DAYS)
    return change(row, "ease", prescription(row.exercise, to), because, until=until)


def prescription(exercise: str, dose: Dose) -> Prescription:
    """This dose of this exercise."""
    return Prescription(exercise=exercise, sets=dose.sets, reps=dose.reps, hold_s=dose.hold_s, load=dose.load)


def _not_below(less: Dose, row: WeekRow, open_movements: OpenMovements) -> Dose:
    """Walks and breaths keep the bout that the person told."""
    if row.exercise not in ALWAYS_THERE or row.dose.hold_s is None:
        return less
    told = open_movements.walked_s if row.exercise != "breathing" else None
    floor = min(row.dose.hold_s, told or LEAST_BOUT_S)
    return replace(row.dose.dose, hold_s=max(floor, less.amount))
