"""Living with a fusion: the stages of the way, and how everyday things are done on it.

    stage    early walking, activation, building, return, living with it: weeks, what to expect, what waits, what is a step on
    guide    one everyday thing or question of its own: rolling out of bed, stairs, sitting, many levels, a new hip as well

Both are advice for reading. What is open in a plan is decided by demands and limits alone.
"""

from typing import Annotated, Literal

from annotated_types import Interval, Len

from psoas.catalogue.texts import Text, Texts
from psoas.vocabulary.evidence import Status
from psoas.vocabulary.value import value

Topic = Literal["moving", "levels", "knowing", "calling"]


@value
class Stage:
    """A stretch of weeks after a fusion. `rows`: the condition rows that place a person here."""

    id: str
    name: Text
    weeks: Text
    rows: Annotated[tuple[str, ...], Len(1)]
    healing_weeks: Annotated[int, Interval(ge=0, le=24)]
    """Movements that need more healing than this do not belong to the stage."""
    says: Text
    expect: Texts
    aims: Texts
    waits: tuple[Text, ...] = ()
    steps_on: Text
    """What usually comes before the next stage."""
    exercises: Annotated[tuple[str, ...], Len(1)]
    habits: tuple[str, ...] = ()
    sources: Annotated[tuple[str, ...], Len(1)]
    status: Status


@value
class Guide:
    """How an everyday thing is done with a fusion. `when`: condition rows it is for; empty: for all with a fusion."""

    id: str
    name: Text
    topic: Topic
    when: tuple[str, ...] = ()
    says: Text
    steps: Texts
    practises: tuple[str, ...] = ()
    """Exercises that train it."""
    sources: Annotated[tuple[str, ...], Len(1)]
    status: Status
