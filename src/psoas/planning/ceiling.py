"""No dose beyond what a clinician asked for: whatever planned it, and whatever brings it back, it is cut to the ceiling.

A ceiling cuts each number by itself: sets, repetitions, seconds held, kilograms, band. Several ceilings combine; the lowest
of each number wins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.amendment import with_items
from psoas.planning.dose import BANDS, Dose, Load
from psoas.planning.plan import ChangeKind, Day, Item, PlanChange, Prescription, Why
from psoas.screening.clearance import DoseCeiling
from psoas.screening.clinician_limits import DoseLimit


def keep_below(day: Day, ceilings: Sequence[DoseCeiling], catalogue: Catalogue) -> Day:
    """The day with every dose cut to its ceiling, and the reason beside it."""
    if not ceilings:
        return day
    sessions = []
    for session in day.sessions:
        items = [_cut_item(item, ceilings) for item in session.items]
        same = items == list(session.items)
        cut = session if same else with_items(session, items, catalogue)
        sessions += [cut] if cut else []
    return replace(day, sessions=tuple(sessions))


def change_below(change: PlanChange, ceilings: Sequence[DoseCeiling]) -> PlanChange:
    """A proposal cut to its ceiling; one that then asks for nothing new stays where it is, and says why."""
    name = change.to.exercise
    mine = [ceiling for ceiling in ceilings if ceiling.most.exercise == name]
    if name is None or not mine or change.change in {"stop", "replace"}:
        return change
    cut = _cut_prescription(change.to, mine)
    because = tuple(dict.fromkeys(ceiling.because for ceiling in mine))
    if cut == change.to:
        return change
    now = _cut_prescription(change.from_, mine) if change.from_.exercise == name else change.from_
    if cut == now:
        kind: ChangeKind = "hold" if now == change.from_ else "reduce"
        return replace(change, change=kind, to=cut, because=because)
    return replace(change, to=cut, because=(*change.because, *because))


def cut_items(items: Iterable[Item], ceilings: Sequence[DoseCeiling]) -> tuple[Item, ...]:
    """Every item at most at its ceiling."""
    return tuple(_cut_item(item, ceilings) for item in items)


def cut_dose(dose: Dose, most: DoseLimit) -> Dose:
    """Each number at most the ceiling's."""
    return replace(
        dose,
        sets=min(dose.sets, most.sets or dose.sets),
        reps=min(dose.reps, most.reps or dose.reps),
        hold_s=None if dose.hold_s is None else min(dose.hold_s, most.hold_s or dose.hold_s),
        load=_cut_load(dose.load, most),
    )


def _cut_load(load: Load | None, most: DoseLimit) -> Load | None:
    if load is None:
        return None
    if load.kg is not None:
        return Load(kg=min(load.kg, most.kg or load.kg))
    if load.band is None or most.band is None:
        return load
    return Load(band=min(load.band, most.band, key=BANDS.index))


def _cut_item(item: Item, ceilings: Sequence[DoseCeiling]) -> Item:
    for ceiling in ceilings:
        if ceiling.most.exercise == item.exercise and (dose := cut_dose(item.dose, ceiling.most)) != item.dose:
            why = Why(id=ceiling.because.id, says=ceiling.because.says)
            because = tuple(dict.fromkeys((*item.because, why)))
            item = replace(item, sets=dose.sets, reps=dose.reps, hold_s=dose.hold_s, load=dose.load, because=because)
    return item


def _cut_prescription(asked: Prescription, ceilings: Sequence[DoseCeiling]) -> Prescription:
    """Numbers that are not given stay so."""
    for ceiling in ceilings:
        dose = cut_dose(asked.dose, ceiling.most)
        asked = replace(
            asked,
            sets=None if asked.sets is None else dose.sets,
            reps=None if asked.reps is None else dose.reps,
            hold_s=dose.hold_s,
            load=dose.load,
        )
    return asked
