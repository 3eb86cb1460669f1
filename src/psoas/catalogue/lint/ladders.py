"""From an easy row to the top of each ladder, with no dead end and no circle.

A ladder may fork: two rows can name the same easier one, which itself goes on to only one of them. So one exercise stands
above another when either says so:

    a < b    when a.harder is b, or b.easier is a
"""

from collections.abc import Iterator, Mapping

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise

MOST_HEALING_AT_THE_FOOT = 12
"""Weeks after a fusion (FUS-1, FUS-PHASES: the plan opens at twelve)."""
TOO_HARD_TO_BEGIN = {"balance": ("unsupported",), "load": ("moderate",), "trunk_effort": ("strong",)}


def unknown_rungs(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A rung names an exercise that does not exist."""
    for exercise in catalogue.exercises.values():
        for rung in (exercise.easier, exercise.harder):
            if rung is not None and rung not in catalogue.exercises:
                yield exercise.id, f"no exercise {rung}"


def lone_exercises(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """An exercise on no ladder."""
    for exercise in catalogue.exercises.values():
        if exercise.easier is None and exercise.harder is None:
            yield exercise.id, "stands on no ladder"


def circular_ladders(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Going up leads back to where it began."""
    above = _above(catalogue)
    for exercise in above:
        if exercise in _reached(above[exercise], above):
            yield exercise, "harder than itself"


def dead_ends(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """One row names the other, which goes no further in that direction."""
    exercises = catalogue.exercises
    for exercise in exercises.values():
        below = exercises.get(exercise.easier or "")
        if below is not None and below.harder is None:
            yield below.id, f"goes no further up, though {exercise.id} stands above it"
        beyond = exercises.get(exercise.harder or "")
        if beyond is not None and beyond.easier is None:
            yield beyond.id, f"has no way down, though {exercise.id} stands below it"


def hard_beginnings(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The foot of a ladder asks too much to begin with."""
    for exercise in catalogue.exercises.values():
        if exercise.easier is None and (asks := _asks_too_much(exercise)):
            yield exercise.id, f"is the lowest rung and asks for {asks}"


def _asks_too_much(exercise: Exercise) -> str | None:
    demands = exercise.demands
    if demands.floor_transfer or demands.surface == "floor":
        return "the floor"
    if demands.healing_weeks > MOST_HEALING_AT_THE_FOOT and exercise.family not in SPINE_MOVES_FIRST:
        return f"{demands.healing_weeks} weeks of healing"
    for name, steps in TOO_HARD_TO_BEGIN.items():
        if getattr(demands, name) in steps:
            return f"{name.replace('_', ' ')} {getattr(demands, name)}"
    return None


SPINE_MOVES_FIRST = ("trunk-rotation", "side-stretch")
"""Families whose easiest row already moves the spine itself; they open at 24 weeks (psoas-opinion)."""


def easier_harder_rungs(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A harder rung opens earlier than the easier one: after an operation, or (in the same role) in the eight weeks."""
    exercises = catalogue.exercises
    for lower, uppers in _above(catalogue).items():
        for upper in uppers:
            below, beyond = exercises[lower], exercises[upper]
            if beyond.demands.healing_weeks < below.demands.healing_weeks:
                yield upper, f"opens earlier after an operation than the easier {lower}"
            if beyond.role == below.role and beyond.week < below.week:
                yield upper, f"joins in an earlier week than the easier {lower}"


def unreached_rows(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A family of which no row can be reached from an entry: somebody who begins there never arrives."""
    above = _above(catalogue)
    entries = {exercise.id for exercise in catalogue.exercises.values() if exercise.easier is None}
    reached = entries | _reached(entries, above)
    for exercise in catalogue.exercises:
        if exercise not in reached:
            yield exercise, "no way up leads here from the foot of a ladder"


def _above(catalogue: Catalogue) -> Mapping[str, set[str]]:
    """For each exercise those directly above it."""
    above: dict[str, set[str]] = {exercise: set() for exercise in catalogue.exercises}
    for exercise in catalogue.exercises.values():
        if exercise.harder in above:
            above[exercise.id].add(str(exercise.harder))
        if exercise.easier in above:
            above[str(exercise.easier)].add(exercise.id)
    return above


def _reached(beginnings: set[str], above: Mapping[str, set[str]]) -> set[str]:
    """All that can be reached upward, the beginnings included."""
    reached: set[str] = set()
    waiting = list(beginnings)
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += above[here]
    return reached
