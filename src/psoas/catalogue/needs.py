"""Needs that steer the choice: what a circumstance asks a plan to prefer, to bring later, or to leave out.

A limit protects; a need shapes. Neither is evidence that one movement is better: every row is a design choice of ours, [D].
"""

from typing import Annotated

from annotated_types import Interval, Len

from psoas.catalogue.entries import Pattern
from psoas.catalogue.safety_rules import LimitRow
from psoas.catalogue.texts import Text
from psoas.vocabulary.evidence import Status
from psoas.vocabulary.value import value


@value
class SpecialNeed:
    """One row. `when`: circumstances of which one is enough (ids of conditions, or of those planning derives itself)."""

    id: str
    when: Annotated[tuple[str, ...], Len(1)]
    prefer: tuple[str, ...] = ()
    """Exercises, best first: they come before variety, each as soon as its rung and its week allow."""
    first: tuple[Pattern, ...] = ()
    """Main patterns that come before the others when minutes are few."""
    after: tuple[str, ...] = ()
    """Exercises that wait until week `from_week`."""
    builds_on: tuple[str, ...] = ()
    """While none of these is open, nothing of `after` comes at all."""
    from_week: Annotated[int, Interval(ge=2, le=8)] | None = None
    mornings: tuple[str, ...] = ()
    """Exercises that do not stand in the evening."""
    stretch_hold_s: Annotated[int, Interval(ge=5, le=60)] | None = None
    """No stretch is held longer."""
    steady_walk: bool = False
    """Walking keeps its length: it does not grow from week to week."""
    rides_early: bool = False
    """Who owns a bike rides from the first week."""
    limits: tuple[LimitRow, ...] = ()
    """What it leaves out altogether, as a condition's limits do."""
    says: Text
    source: str
    status: Status
