"""Micro-breaks have no dose to adapt. They change only when triage closes one, or when one hurt.

Then the movement gets a row for each of its sides: replaced by the nearest open easier rung that is made for a micro-break,
else stopped. A movement that has a row of its own in the week is decided there.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from psoas.adaptation.baseline import recent
from psoas.adaptation.change_history import answered_on
from psoas.adaptation.coming_week import WeekRow, breaks_of, rows_of
from psoas.adaptation.easing import NOTHING, change
from psoas.adaptation.open_movements import OpenMovements
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import Entry
from psoas.planning.plan import Plan, PlanChange, Prescription
from psoas.vocabulary.body import Side
from psoas.vocabulary.evidence import Reason

HURT = "hurt-in-a-break"


def break_rows(plan: Plan, *, catalogue: Catalogue, today: date) -> Iterator[WeekRow]:
    """Rows for the micro-breaks of the week that are no item of it."""
    items = {row.exercise for row in rows_of(plan, today=today)}
    for exercise in breaks_of(plan, today=today):
        if exercise not in items:
            for side in _sides(catalogue.exercises[exercise].sides):
                yield WeekRow(exercise=exercise, side=side, dose=Prescription(exercise=exercise), prescribed={})


def break_changes(
    plan: Plan, entries: Sequence[Entry], *, open_movements: OpenMovements, hurting: frozenset[str], today: date
) -> Iterator[PlanChange]:
    """The micro-breaks that safety takes out of the week."""
    for row in break_rows(plan, catalogue=open_movements.catalogue, today=today):
        because = open_movements.closing(row.exercise) or _hurt(row, plan, recent(entries, today=today), open_movements)
        if because:
            yield _turned(row, because, open_movements, hurting | {row.exercise})


def _hurt(row: WeekRow, plan: Plan, entries: Sequence[Entry], open_movements: OpenMovements) -> tuple[Reason, ...]:
    taken = (pause for entry in entries if entry.on >= answered_on(row, plan) for pause in entry.micro_breaks)
    hurt = any(pause.exercise == row.exercise and pause.did == "hurt" for pause in taken)
    return (open_movements.catalogue.reason(HURT),) if hurt else ()


def _turned(row: WeekRow, because: tuple[Reason, ...], open_movements: OpenMovements, avoiding: frozenset[str]) -> PlanChange:
    rungs = [rung for rung in open_movements.easier(row.exercise, avoiding=avoiding) if rung.micro_break]
    return change(row, "replace", open_movements.lowest(rungs[0]), because) if rungs else change(row, "stop", NOTHING, because)


def _sides(sides: str) -> tuple[Side, ...]:
    return ("both",) if sides == "both" else ("left", "right")
