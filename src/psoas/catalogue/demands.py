"""What a movement asks of the body, and what a condition forbids.

Every exercise, test and measurement declares all of its demands; every condition, operation, phase and `avoid` item declares
the demands it forbids, with reason, source and status. A movement is closed when any of its demands is forbidden.
The full matrix is derived from these two lists and nothing else.

Scales run from harmless to demanding; `forbids` with `at_least` closes that step and all above it.

    scale             steps
    spinal range      neutral (within about 10 deg of standing) < mid < end
    knee              easy < bent (loaded beyond about 60 deg, or legs crossed) < deep-or-kneeling
    balance           steady (lying, sitting) < supported (standing, both feet, hand support in reach)
                      < challenging (narrow or one leg, hand support) < unsupported
    load              none < body < light (band, 1-4 kg) < moderate (from about 5 kg)
    trunk effort      none < light < strong (long levers, planks)
    pressure          none < hands < ball < roller
    weight on wrists  none < light (worktop) < full (hands and knees)
    shoulder          free < light (band, hand on wall) < loaded (forearm or side plank)
    vigour            rest < easy < moderate (strength work, can talk) < brisk
    healing           weeks after spine surgery from which the movement may be offered (0, 6, 12, 24; 6 = only as part of the
                      surgeon's own programme, so closed until 12 here)
"""

from typing import Annotated, Literal

from annotated_types import Interval

from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.evidence import Reason, Status
from psoas.vocabulary.value import value

Posture = Literal[
    "standing",
    "walking",
    "sitting",
    "supine",
    "side-lying",
    "prone",
    "hands-and-knees",
    "half-kneeling",
    "floor-sitting",
    "cycling",
]
Surface = Literal["feet", "chair", "bed", "floor"]
"""Where the body is: `bed` means that a bed is enough (the floor is a variant); `floor` needs getting down and up."""

SpinalRange = Literal["neutral", "mid", "end"]
Knee = Literal["easy", "bent", "deep-or-kneeling"]
Balance = Literal["steady", "supported", "challenging", "unsupported"]
Load = Literal["none", "body", "light", "moderate"]
TrunkEffort = Literal["none", "light", "strong"]
Pressure = Literal["none", "hands", "ball", "roller"]
Wrists = Literal["none", "light", "full"]
Shoulder = Literal["free", "light", "loaded"]
Vigour = Literal["rest", "easy", "moderate", "brisk"]
Healing = Literal[0, 6, 12, 24]
HipAngle = Annotated[int, Interval(ge=0, le=150)]

SCALES: dict[str, tuple[str, ...]] = {
    "lumbar_flexion": ("neutral", "mid", "end"),
    "lumbar_extension": ("neutral", "mid", "end"),
    "lumbar_rotation": ("neutral", "mid", "end"),
    "lumbar_side_bend": ("neutral", "mid", "end"),
    "knee": ("easy", "bent", "deep-or-kneeling"),
    "balance": ("steady", "supported", "challenging", "unsupported"),
    "load": ("none", "body", "light", "moderate"),
    "trunk_effort": ("none", "light", "strong"),
    "pressure": ("none", "hands", "ball", "roller"),
    "wrists": ("none", "light", "full"),
    "shoulder": ("free", "light", "loaded"),
    "vigour": ("rest", "easy", "moderate", "brisk"),
}


@value
class Demands:
    """Everything a movement asks, at its hardest prescribed moment. No field has a default: a missing one is a lint error."""

    posture: Posture
    surface: Surface
    floor_transfer: bool
    lumbar_flexion: SpinalRange
    lumbar_extension: SpinalRange
    lumbar_rotation: SpinalRange
    lumbar_side_bend: SpinalRange
    hip_flexion_deg: HipAngle
    hip_extension_deg: HipAngle
    hip_internal_rotation_deg: HipAngle
    hip_external_rotation_deg: HipAngle
    hip_abduction_deg: HipAngle
    hip_adduction_past_midline: bool
    knee: Knee
    single_leg: bool
    balance: Balance
    load: Load
    effort_hold_s: Annotated[int, Interval(ge=0, le=120)]
    trunk_effort: TrunkEffort
    pressure: Pressure
    hip_side_pressure: bool
    wrists: Wrists
    shoulder: Shoulder
    arms_overhead: bool
    nerve_stretch: bool
    head_low: bool
    vigour: Vigour
    healing_weeks: Healing


@value
class Forbid:
    """One forbidden demand. Exactly one of `at_least` (a step, a number or true) and `one_of` (postures, surfaces) is set.

    With `postures` it is forbidden in these postures only: to load a leg in standing, say.
    """

    demand: str
    at_least: str | int | bool | None = None
    one_of: tuple[str, ...] = ()
    postures: tuple[Posture, ...] = ()

    def __post_init__(self) -> None:
        if (self.at_least is None) == (not self.one_of):
            raise BadInput("forbid", "either at_least or one_of, one of the two")


@value
class Limit:
    """A limit that holds for a person: one forbidden demand or a few named exercises, and who asks for it.

    `closes` names exercises closed outright; `opens` names exceptions that this limit's own `forbid` does not close.
    """

    id: str
    forbid: Forbid | None = None
    closes: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    says: str
    source: str
    status: Status

    def __post_init__(self) -> None:
        if self.forbid is None and not self.closes:
            raise BadInput("limit", "a demand to forbid, or exercises to close")


def meets(demands: Demands, forbid: Forbid) -> bool:
    """Does a movement with these demands ask for what is forbidden?"""
    if forbid.postures and demands.posture not in forbid.postures:
        return False
    asked = getattr(demands, forbid.demand)
    if forbid.one_of:
        return asked in forbid.one_of
    if isinstance(asked, str):
        scale = SCALES[forbid.demand]
        return scale.index(asked) >= scale.index(str(forbid.at_least))
    if isinstance(asked, bool):
        return asked is forbid.at_least
    return bool(asked >= int(forbid.at_least or 0))


def closed_by(exercise: str, demands: Demands, limits: tuple[Limit, ...]) -> tuple[Reason, ...]:
    """Every reason that closes this movement; empty means open. Limits combine: one is enough."""
    return tuple(
        Reason(id=limit.id, says=limit.says, source=limit.source) for limit in limits if _closes(limit, exercise, demands)
    )


def _closes(limit: Limit, exercise: str, demands: Demands) -> bool:
    if exercise in limit.closes:
        return True
    if exercise in limit.opens or limit.forbid is None:
        return False
    return meets(demands, limit.forbid)
