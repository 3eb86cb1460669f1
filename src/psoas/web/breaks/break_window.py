"""What the window of the breaks is given: breaks of which nothing was said, their movements, what may be had at any time."""

from collections.abc import Mapping
from datetime import date

from psoas.vocabulary.dates import ClockTime
from psoas.vocabulary.value import value


@value
class BreakSlot:
    """A break that is to come."""

    day: date
    at: ClockTime
    exercise: str


@value
class BreakMovement:
    """What it is called, how it is done, and where its figure is served."""

    name: str
    how: tuple[str, ...]
    motion: str


@value
class BreakWindow:
    """Today's and tomorrow's breaks; `spare`: what may be had at any time."""

    slots: tuple[BreakSlot, ...]
    movements: Mapping[str, BreakMovement]
    spare: tuple[str, ...]
