"""Share: how hips and lumbar spine divide a movement. Every number is a range, because every body is partly unknown."""

from typing import Literal

from psoas.mechanics.tasks import Task, Validation
from psoas.vocabulary.body import Level
from psoas.vocabulary.value import value


@value
class Range:
    """The mean with the hip curve that agrees with the studies, and where nine of ten bodies lie with either one."""

    mean: float
    low: float
    high: float


@value
class Share:
    """Degrees, + in flexion; a share is a part of hip plus lumbar, 0 to 1."""

    psoas: Literal["share/1"] = "share/1"
    task: Task
    trunk: float
    """Inclination of the chest that was asked for (in seated-rotation: how far it is turned)."""
    validation: Validation
    parameters: str
    hip: Range
    """Pelvic tilt plus thigh inclination; of the trailing leg in terminal-stance."""
    lumbar: Range
    """T12-L1 and the five levels together."""
    lumbar_share: Range
    levels: dict[Level, Range]
    says: tuple[str, ...] = ()
    """What was assumed, in words."""
