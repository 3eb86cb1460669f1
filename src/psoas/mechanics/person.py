"""Who moves: size, age and what was measured. What is missing is unknown; the model then uses a reference and says so."""

from typing import Annotated

from annotated_types import Interval

from psoas.mechanics.parameters import values_of
from psoas.vocabulary.body import LUMBAR_LEVELS, Level, Sex
from psoas.vocabulary.value import value

LEVELS_UP: tuple[Level, ...] = ("L5-S1", "L4-L5", "L3-L4", "L2-L3", "L1-L2")
"""The order of the chain: from the pelvis upwards."""
FUSIBLE: tuple[Level, ...] = ("T12-L1", *LUMBAR_LEVELS)
REFERENCE_AGE = 40

Degrees = float


@value
class Person:
    """Each range is None when nobody measured it. Flexion is bent-knee; extension below zero is a hip that stays bent."""

    age: Annotated[float, Interval(ge=18, le=110)] | None = None
    sex: Sex = "unstated"
    height_m: Annotated[float, Interval(ge=0.9, le=2.5)] | None = None
    mass_kg: Annotated[float, Interval(ge=25, le=350)] | None = None
    straight_leg_raise: Annotated[Degrees, Interval(ge=5, le=130)] | None = None
    hip_flexion: Annotated[Degrees, Interval(ge=20, le=160)] | None = None
    hip_extension: Annotated[Degrees, Interval(ge=-40, le=50)] | None = None
    lumbar_flexion: Annotated[Degrees, Interval(ge=5, le=110)] | None = None
    fused: tuple[Level, ...] = ()


def height_of(person: Person) -> float:
    """Metres; the reference body's when unknown."""
    return person.height_m if person.height_m is not None else values_of("body-reference")[0]


def mass_of(person: Person) -> float:
    """Kilograms; the reference body's when unknown."""
    return person.mass_kg if person.mass_kg is not None else values_of("body-reference")[1]


def age_of(person: Person) -> float:
    """Years; 40 when unknown."""
    return person.age if person.age is not None else REFERENCE_AGE


def is_reference(person: Person) -> bool:
    """True when nothing of this person is known to the model."""
    return person == Person()
