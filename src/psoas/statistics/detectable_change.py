"""Has something changed, and does it matter?

Two questions with two thresholds, asked in this order:

    noise      could the same person, unchanged, give numbers this far apart? Up to the minimal detectable change: perhaps
    meaning    would people call it worthwhile? From the minimal important change on: most would

    MDC95 = 2.77 x SEM      2.77 = 1.96 x sqrt(2); SEM is the standard error of one reading      calculated, status X
"""

from enum import Enum
from typing import Annotated

from annotated_types import Ge

from psoas.vocabulary.value import value


class Reading(Enum):
    """How a change is to be read."""

    UNCLEAR = "unclear"
    REAL = "real"
    MEANINGFUL = "meaningful"


@value
class Precision:
    """From where a change is more than noise, and from where it is felt; both in the measure's own unit."""

    detectable_change: Annotated[float, Ge(0)]
    important_change: Annotated[float, Ge(0)]


def read_change(change: float, *, precision: Precision) -> Reading:
    """Read a change by its size alone; whether up or down is good is the caller's to know."""
    if abs(change) < precision.detectable_change:
        return Reading.UNCLEAR
    return Reading.MEANINGFUL if abs(change) >= precision.important_change else Reading.REAL


def important_change(baseline: float, *, points: float, share: float) -> float:
    """The smaller of a fixed number of points and a share of the baseline: reaching either is enough (PRO-1)."""
    return min(points, share * baseline) if baseline > 0 else points
