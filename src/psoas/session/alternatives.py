"""Alternatives: what may be done instead of an item, from the nearest easier rung down, open and at its least dose.

An alternative is never harder than what it stands in for: the ladder is followed downwards only.
"""

from collections.abc import Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Item, Session
from psoas.vocabulary.body import Side

BOTH: tuple[Side, ...] = ("both",)
EACH: tuple[Side, ...] = ("left", "right")


def alternatives_of(session: Session, *, open_ids: frozenset[str], catalogue: Catalogue) -> dict[str, tuple[Item, ...]]:
    """For each exercise of the session its easier open rungs, as items of every side they have."""
    names = dict.fromkeys(item.exercise for item in session.items)
    return {name: tuple(_items(name, open_ids, catalogue)) for name in names}


def _items(name: str, open_ids: frozenset[str], catalogue: Catalogue) -> Iterator[Item]:
    for exercise in _easier_rungs(name, catalogue):
        if exercise.id in open_ids:
            yield from (_least(exercise, side) for side in (EACH if exercise.sides == "each" else BOTH))


def _easier_rungs(name: str, catalogue: Catalogue) -> Iterator[Exercise]:
    """Down the ladder to its foot; a ladder that bites its own tail ends there."""
    seen = {name}
    below = catalogue.exercises[name].easier
    while below is not None and below not in seen:
        seen.add(below)
        yield catalogue.exercises[below]
        below = catalogue.exercises[below].easier


def _least(exercise: Exercise, side: Side) -> Item:
    dose = exercise.dose
    hold_s = dose.hold_s.low if dose.hold_s else None
    return Item(exercise=exercise.id, side=side, sets=dose.sets.low, reps=dose.reps.low, hold_s=hold_s, rest_s=dose.rest_s)
