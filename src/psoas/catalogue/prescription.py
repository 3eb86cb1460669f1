"""What a source says of a dose: the least and the most it states, for the exercises that it speaks of.

A source may state several forms for one exercise (a hold, or slow repetitions); the catalogue's dose keeps to one of them.
"""

from typing import Annotated

from annotated_types import Len

from psoas.catalogue.entries import DoseRange, Range
from psoas.vocabulary.value import value


@value
class StatedDose:
    """Ranges that a source states; what it leaves unsaid is null."""

    id: str
    source: str
    exercises: Annotated[tuple[str, ...], Len(1)]
    sets: Range | None = None
    reps: Range | None = None
    hold_s: Range | None = None
    per_week: Range | None = None


def keeps_to(dose: DoseRange, prescription: StatedDose) -> bool:
    """Is every range of this dose inside what the source states?"""
    return all(_inside(given, stated) for given, stated in _pairs(dose, prescription)) and _keeps_days(dose, prescription)


def passes_through(dose: DoseRange, prescription: StatedDose) -> bool:
    """Does a dose of our own, which begins lower and grows further, hold what the source states inside it?"""
    return all(_inside(stated, given) for given, stated in _pairs(dose, prescription)) and _keeps_days(dose, prescription)


def _pairs(dose: DoseRange, prescription: StatedDose) -> list[tuple[Range | None, Range]]:
    """Each range that the source states, beside ours."""
    pairs = ((dose.sets, prescription.sets), (dose.reps, prescription.reps), (dose.hold_s, prescription.hold_s))
    return [(given, stated) for given, stated in pairs if stated is not None]


def _keeps_days(dose: DoseRange, prescription: StatedDose) -> bool:
    return prescription.per_week is None or _inside(dose.per_week, prescription.per_week)


def _inside(inner: Range | None, outer: Range | None) -> bool:
    return inner is not None and outer is not None and outer.low <= inner.low and inner.high <= outer.high
