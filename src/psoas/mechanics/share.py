"""Share: how hips and lumbar spine divide a movement. Every number is a range, because every body is partly unknown."""

from typing import Literal

from psoas.mechanics.tasks import Task, Validation
from psoas.vocabulary.body import Level
from psoas.vocabulary.value import value


@value
class Spread:
    """The body in the middle of every uncertainty, and the 5 and 95 % marks of the bodies that fit what is known."""

    mean: float
    low: float
    high: float


@value
class OtherCurve:
    """What the middle body would do with the second published family of hip curves (degrees; share 0 to 1)."""

    hip: float
    lumbar: float
    lumbar_share: float


@value
class Share:
    """Degrees, + in flexion; a share is a part of hip plus lumbar, 0 to 1."""

    psoas: Literal["share/1"] = "share/1"
    task: Task
    trunk: float
    """Inclination of the chest that was asked for (in seated-rotation: how far it is turned)."""
    validation: Validation
    """Validated only where every input lies inside what was compared with studies."""
    parameters: str
    hip: Spread
    """Pelvic tilt plus thigh inclination; of the trailing leg in terminal-stance."""
    lumbar: Spread
    """T12-L1 and the five levels together."""
    lumbar_share: Spread
    levels: dict[Level, Spread]
    outside: tuple[str, ...] = ()
    """Which inputs lie outside what was compared, in words; empty where validated."""
    other_curve: OtherCurve | None = None
    """None where that body cannot do it, or where hips turn instead of bend."""
    bodies: int | None = None
    """How many bodies were drawn."""
    left_out: int = 0
    """How many of those cannot do it and are not in the ranges."""
    says: tuple[str, ...] = ()
    """What was assumed, in words."""
