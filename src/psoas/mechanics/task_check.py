"""Is what was asked possible at all? Ranges of the inputs, in one place, with words that name them."""

from collections.abc import Mapping
from math import isfinite

from psoas.mechanics.subject import FUSIBLE, Subject
from psoas.mechanics.tasks import POSES, Task
from psoas.vocabulary.errors import BadInput

ALLOWED: Mapping[str, tuple[float, float]] = {
    "straight_leg_raise": (5, 130),
    "hip_flexion": (20, 160),
    "hip_extension": (-40, 50),
    "lumbar_flexion": (5, 110),
    "trunk_bend_t12": (10, 160),
    "trunk_bend_s1": (0, 130),
    "age": (18, 110),
    "height_m": (0.9, 2.5),
    "mass_kg": (25, 350),
}
"""What a body can be or do, in degrees, years, metres and kilograms."""

APART = 5.0
"""Degrees that chest and sacrum must lie apart in a full bend."""


def check_person(person: Subject) -> None:
    """BadInput, naming the field, when a number is outside what a body can do or a level cannot be fused."""
    for field, (low, high) in ALLOWED.items():
        number = getattr(person, field)
        if number is not None and not (isfinite(number) and low <= number <= high):
            raise BadInput(field, f"a number from {low:g} to {high:g}")
    check_pair(person.trunk_bend_t12, person.trunk_bend_s1)
    if any(level not in FUSIBLE for level in person.fused):
        raise BadInput("fused", f"one of {', '.join(FUSIBLE)}")


def check_pair(chest: float | None, sacrum: float | None) -> None:
    """BadInput unless both were read in the same full bend and the chest went further."""
    if (chest is None) != (sacrum is None):
        raise BadInput("trunk_bend_t12" if chest is None else "trunk_bend_s1", "needed: chest and sacrum count only together")
    if chest is not None and sacrum is not None and chest - sacrum < APART:
        raise BadInput("trunk_bend_s1", f"at least {APART:g} degrees less than the chest ({chest:g})")


def check_trunk(task: Task, trunk: float | None) -> None:
    """BadInput when a task needs an inclination and has none, or has one that nobody can take."""
    low, high = POSES[task].lean
    if trunk is None and POSES[task].chest is None:
        raise BadInput("trunk", f"needed for {task}: degrees from {low:g} to {high:g}")
    if trunk is not None and not (isfinite(trunk) and low <= trunk <= high):
        raise BadInput("trunk", f"degrees from {low:g} to {high:g} for {task}")
