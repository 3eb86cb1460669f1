"""The scales a person answers on. Zero is an answer; a missing answer is None, never zero."""

from typing import Annotated

from annotated_types import Ge, Interval

PainScore = Annotated[int, Interval(ge=0, le=10)]
"""Pain 0 (none) to 10 (worst imaginable), a whole number: the numeric rating scale, PRO-1."""

Effort = Annotated[int, Interval(ge=0, le=10)]
"""Effort 0 (rest) to 10 (could not do one more), a whole number."""

Rating = Annotated[int, Interval(ge=0, le=10)]
"""Any other own-worded 0-10 rating: mobility, sleep, worry, an own activity."""

Seconds = Annotated[int, Ge(0)]
Count = Annotated[int, Ge(0)]
Degrees = Annotated[float, Interval(ge=-360, le=360)]
