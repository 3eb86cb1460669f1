"""The scales a person answers on, and the bands of pain. Zero is an answer; a missing answer is None, never zero."""

from typing import Annotated

from annotated_types import Ge, Interval

from psoas.vocabulary.evidence import Status
from psoas.vocabulary.value import value

PainScore = Annotated[int, Interval(ge=0, le=10)]
"""Pain 0 (none) to 10 (worst imaginable), a whole number: the numeric rating scale, PRO-1."""

Effort = Annotated[int, Interval(ge=0, le=10)]
"""Effort 0 (rest) to 10 (could not do one more), a whole number."""

Rating = Annotated[int, Interval(ge=0, le=10)]
"""Any other own-worded 0-10 rating: mobility, sleep, worry, an own activity."""

MARKS = range(11)
"""What can be answered on any of them, none to worst."""

Count = Annotated[int, Ge(0)]


@value
class Band:
    """Pain from this number up, until the next band begins."""

    name: str
    least: PainScore
    source: str
    status: Status


NOTICEABLE, HIGH, STRONG, SEVERE, WORST = 3, 6, 7, 8, 10
CALM = NOTICEABLE - 1
"""The most that is calm."""
BANDS = (
    Band(name="calm", least=0, source="PAIN-1", status="M"),
    Band(name="noticeable", least=NOTICEABLE, source="PAIN-1", status="M"),
    Band(name="high", least=HIGH, source="PAIN-1", status="M"),
    Band(name="strong", least=STRONG, source="psoas-opinion", status="D"),
    Band(name="severe", least=SEVERE, source="PAIN-4", status="V"),
    Band(name="worst", least=WORST, source="PAIN-4", status="V"),
)
"""Every number at which a rule reads pain differently; no rule has one of its own. Up to 5 is acceptable when it settles,
above it is high (PAIN-1, tried on knees and Achilles tendons, not on backs: PAIN-3); from 7 a person is asked to take care."""
IMPORTANT_CHANGE = 2
"""Points of 0-10 that people feel as a change: PRO-1."""
