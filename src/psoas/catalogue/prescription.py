"""What a source says of a dose: the least and the most it states, for the exercises that it speaks of.

A source may state several forms for one exercise (a hold, or slow repetitions); the catalogue's dose keeps to one of them.
"""

from typing import Annotated

from annotated_types import Len

from psoas.catalogue.entries import Dose, Range
from psoas.vocabulary.value import value


@value
class Prescription:
    """Ranges that a source states; what it leaves unsaid is null."""

    id: str
    source: str
    exercises: Annotated[tuple[str, ...], Len(1)]
    sets: Range | None = None
    reps: Range | None = None
    hold_s: Range | None = None
    per_week: Range | None = None


def keeps_to(dose: Dose, prescription: Prescription) -> bool:
    """Is every range of this dose inside what the source states?"""
    pairs = (
        (dose.sets, prescription.sets),
        (dose.reps, prescription.reps),
        (dose.hold_s, prescription.hold_s),
        (dose.per_week, prescription.per_week),
    )
    return all(stated is None or _inside(given, stated) for given, stated in pairs)


def _inside(given: Range | None, stated: Range) -> bool:
    return given is not None and stated.low <= given.low and given.high <= stated.high
