"""A clinician's limits: what somebody who examined the person asks to leave out or to keep small, signed and dated.

    movement      left out
    dose          no more than this of one movement
    direction     the back: nothing beyond its neutral range; a hip: open up to an angle
    position      kneeling, lying face down and the like
    stage         as if still in this phase after an operation
    clearance     at least this strict: limited, restricted, or nothing for now

They only ever close. They hold until the day that was named with them, else until a clinician's word lifts them, which is
signed and dated as well; no file and no later answer makes them weaker. Status D: a person's own clinician decides here, and
what each direction and stage closes is a design choice of this project.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Interval, Len

from psoas.catalogue.demands import HipAngle
from psoas.vocabulary.body import Avoid
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.value import value

SET_BY = "set-by-"
"""How the id of every reason begins that a clinician's limits give."""
Profession = Literal["physician", "physiotherapist", "surgeon", "nurse", "midwife", "emergency-department"]
"""Who can set a limit, and end a stop: somebody whose trade it is to examine people."""
Direction = Literal[
    "lumbar-flexion",
    "lumbar-extension",
    "lumbar-rotation",
    "lumbar-side-bend",
    "hip-flexion",
    "hip-extension",
    "hip-internal-rotation",
    "hip-external-rotation",
    "hip-abduction",
    "hip-adduction",
]
WITH_AN_ANGLE = frozenset({"hip-flexion", "hip-extension", "hip-internal-rotation", "hip-external-rotation", "hip-abduction"})
"""The back and a leg across the midline are open or closed; every other direction of a hip is open up to an angle."""
Amount = Annotated[int, Ge(1)]


@value
class DirectionLimit:
    direction: Direction
    up_to_deg: HipAngle | None = None

    def __post_init__(self) -> None:
        if (self.direction in WITH_AN_ANGLE) is (self.up_to_deg is None):
            needed = self.direction in WITH_AN_ANGLE
            raise BadInput("up_to_deg", "needed: degrees, 0 to 150" if needed else f"no angle for {self.direction}")


@value
class DoseLimit:
    """No more than this of one movement. At least one number is given; what is absent is not limited."""

    exercise: str
    sets: Amount | None = None
    reps: Amount | None = None
    hold_s: Amount | None = None
    kg: Annotated[float, Gt(0), Interval(le=100)] | None = None
    band: Literal["light", "medium", "heavy"] | None = None

    def __post_init__(self) -> None:
        if all(number is None for number in (self.sets, self.reps, self.hold_s, self.kg, self.band)):
            raise BadInput("sets", "at least one of sets, reps, hold_s, kg, band")


@value
class Lifted:
    by: Profession
    on: date


@value
class ClinicianLimits:
    """The document limits/1: what one clinician asked on one day. At least one limit stands in it."""

    psoas: Literal["limits/1"] = "limits/1"
    by: Profession
    on: date
    until: date | None = None
    """The first day on which they no longer hold; None: until they are lifted."""
    exercises: Annotated[tuple[str, ...], Len(0, 200)] = ()
    doses: Annotated[tuple[DoseLimit, ...], Len(0, 200)] = ()
    directions: Annotated[tuple[DirectionLimit, ...], Len(0, 20)] = ()
    positions: tuple[Avoid, ...] = ()
    stage: str | None = None
    scope: Literal["limited", "restricted", "none"] | None = None
    note: Annotated[str, Len(1, 2000)] | None = None
    lifted: Lifted | None = None

    def __post_init__(self) -> None:
        if not (self.exercises or self.doses or self.directions or self.positions or self.stage or self.scope):
            raise BadInput("exercises", "at least one of exercises, doses, directions, positions, stage, scope")

    @property
    def id(self) -> str:
        return f"{SET_BY}{self.by}-{self.on}"

    def holds(self, today: date) -> bool:
        """Not over by its own day, and not lifted."""
        return not (self.until is not None and self.until <= today) and not (
            self.lifted is not None and self.lifted.on <= today
        )


def holding(told: Iterable[ClinicianLimits], *, today: date) -> tuple[ClinicianLimits, ...]:
    """Those that bind today."""
    return tuple(limits for limits in told if limits.holds(today))


def joined(*told: Iterable[ClinicianLimits]) -> tuple[ClinicianLimits, ...]:
    """All of them, each once, in order of days. A lifting stays with what it lifted; nothing else takes a limit away."""
    found: dict[ClinicianLimits, ClinicianLimits] = {}
    for limits in (one for some in told for one in some):
        unlifted = replace(limits, lifted=None)
        known = found.get(unlifted)
        if known is None or (known.lifted is None and limits.lifted is not None):
            found[unlifted] = limits
    return tuple(sorted(found.values(), key=lambda limits: limits.on))
