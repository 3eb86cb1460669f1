"""Who moves: size, age and what was measured. What is missing is unknown; the model then uses a reference and says so."""

from typing import Annotated

from annotated_types import Interval

from psoas.vocabulary.body import LUMBAR_LEVELS, Level, Sex
from psoas.vocabulary.value import value

LEVELS_UP: tuple[Level, ...] = ("L5-S1", "L4-L5", "L3-L4", "L2-L3", "L1-L2")
"""The order of the chain: from the pelvis upwards."""
FUSIBLE: tuple[Level, ...] = ("T12-L1", *LUMBAR_LEVELS)
REFERENCE_AGE = 40

Degrees = float


@value
class Subject:
    """Each range is None when nobody measured it. Flexion is bent-knee; extension below zero is a hip that stays bent.

    `trunk_bend_*` are the inclinations of chest and sacrum in this person's own full bend: they count only together, and then
    before `lumbar_flexion`.
    """

    age: Annotated[float, Interval(ge=18, le=110)] | None = None
    sex: Sex = "unstated"
    height_m: Annotated[float, Interval(ge=0.9, le=2.5)] | None = None
    mass_kg: Annotated[float, Interval(ge=25, le=350)] | None = None
    straight_leg_raise: Annotated[Degrees, Interval(ge=5, le=130)] | None = None
    hip_flexion: Annotated[Degrees, Interval(ge=20, le=160)] | None = None
    hip_extension: Annotated[Degrees, Interval(ge=-40, le=50)] | None = None
    lumbar_flexion: Annotated[Degrees, Interval(ge=5, le=110)] | None = None
    trunk_bend_t12: Annotated[Degrees, Interval(ge=10, le=160)] | None = None
    trunk_bend_s1: Annotated[Degrees, Interval(ge=0, le=130)] | None = None
    fused: tuple[Level, ...] = ()


def is_reference(person: Subject) -> bool:
    """True when nothing of this person is known to the model."""
    return person == Subject()
