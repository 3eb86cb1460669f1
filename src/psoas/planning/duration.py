"""How long a session takes, in whole minutes rounded up.

    minutes = ceil((sum of sets x reps x (hold or tempo) + (sets - 1) x rest + 15 s an item
                    + 60 s for each change of level to or from the floor) / 60)

A session begins and ends off the floor, so one visit to the floor is two changes of level.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.dose import ITEM_S
from psoas.planning.plan import Day, Item

CHANGE_OF_LEVEL_S = 60


def item_seconds(item: Item, *, catalogue: Catalogue) -> Fraction:
    """One movement with its rests and the 15 seconds of getting ready."""
    exercise = catalogue.exercises[item.exercise]
    return item.dose.work_seconds(exercise) + ((item.sets - 1) * item.rest_s + ITEM_S)


def level_changes(on_floor: Iterable[bool]) -> int:
    """How often the body goes down to the floor or up again; before and after the session it is up."""
    changes, down = 0, False
    for floor in on_floor:
        changes += floor is not down
        down = floor
    return changes + down


def is_on_floor(exercise: str, *, catalogue: Catalogue) -> bool:
    return catalogue.exercises[exercise].demands.surface == "floor"


def session_minutes(items: tuple[Item, ...], *, catalogue: Catalogue) -> int:
    """Whole minutes, rounded up."""
    work = sum((item_seconds(item, catalogue=catalogue) for item in items), Fraction(0))
    changes = level_changes(is_on_floor(item.exercise, catalogue=catalogue) for item in items)
    return max(1, ceil((work + changes * CHANGE_OF_LEVEL_S) / 60))


def counted_minutes(day: Day) -> int:
    """What counts toward the minutes a day: all sessions but cardio and walking."""
    return day.exercise_minutes
