"""The calendar is a ceiling: what it brings next enters only when the drill is ready for it.

    a larger dose, a heavier load, a longer walk     stays at last week's dose until two sessions have settled in full
    the next rung                                    the rung of last week stays, unless it stands directly below and is ready
    what hurt within three weeks                     is not brought back by the calendar
    something new (a theme of its week)              comes in

A step that had to wait is not made up for at once: from there the log decides, step by step (`progress`).
"""

from collections.abc import Collection, Mapping

from psoas.adaptation.case import Case
from psoas.adaptation.coming_week import Key
from psoas.adaptation.easing import change
from psoas.adaptation.open_movements import OpenMovements
from psoas.adaptation.readiness import is_settled_twice
from psoas.planning.dose import is_heavier
from psoas.planning.ladder import easier_rungs, is_step_of
from psoas.planning.plan import PlanChange, Prescription
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value


@value
class CalendarStep:
    """What the calendar brings to one row: from which rung and dose of last week."""

    below: Prescription
    is_next_rung: bool = False
    """Another rung, standing directly above last week's."""
    leaps: bool = False
    """Another rung, further up."""

    @property
    def is_rung(self) -> bool:
        return self.is_next_rung or self.leaps


def step_of(case: Case, last_week: Mapping[Key, Prescription], *, open_movements: OpenMovements) -> CalendarStep | None:
    """The calendar's step for this row; None where last week asked for as much, or for nothing on this ladder."""
    row = case.row
    known = last_week.get(row.key)
    if known is not None:
        grows = row.dose.dose.amount > known.dose.amount or is_heavier(row.dose.load, known.load)
        return CalendarStep(below=known) if grows else None
    entries = open_movements.catalogue.exercises
    below = easier_rungs(row.exercise, catalogue=open_movements.catalogue)
    rungs = [rung for rung in below if rung in open_movements.open and is_step_of(entries[rung], entries[row.exercise])]
    for number, rung in enumerate(rungs):
        if (dose := _on_any_side(rung, row.side, last_week)) is not None:
            return CalendarStep(below=dose, is_next_rung=number == 0, leaps=number > 0)
    return None


def waits(case: Case, step: CalendarStep, below: Collection[Case], *, aside: Collection[str]) -> bool:
    """Must the calendar wait with this step? A rung asks how the rung below was taken (`below`: its sides)."""
    if case.row.exercise in aside or step.leaps:
        return True
    if not step.is_rung:
        return not is_settled_twice(case)
    return not below or not all(is_settled_twice(other) for other in below)


def held(case: Case, step: CalendarStep, *, open_movements: OpenMovements) -> PlanChange:
    """Last week's rung and dose go on."""
    return change(case.row, "hold", step.below, (open_movements.catalogue.reason("calendar-waits"),))


def _on_any_side(rung: str, side: Side, last_week: Mapping[Key, Prescription]) -> Prescription | None:
    """An easier rung may have no sides where this one has, or the other way round."""
    sides: tuple[Side, ...] = (side, "both", "left", "right")
    return next((last_week[rung, one] for one in sides if (rung, one) in last_week), None)
