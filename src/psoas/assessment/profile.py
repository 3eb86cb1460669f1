"""Profile: what the examination adds up to. A difference is told only when it exceeds its measurement error."""

from datetime import date
from typing import Literal

from psoas.catalogue.entries import Finding
from psoas.vocabulary.body import Measure, Side
from psoas.vocabulary.value import value

Pattern = Literal["stiff-hip", "mobile-back", "weak-bridge", "mixed", "nothing-found"]
Band = Literal["within-1-sd", "1-to-2-sd-below", "over-2-sd-below", "no-norm"]


@value
class MeasuredMotion:
    measure: Measure
    side: Side
    mean: float
    error: float | None
    """MDC95 in the measure's own unit."""
    trials: int
    norm: str | None
    """Id of the norm it stands beside; None where no norm fits position, device and age."""
    band: Band
    short: bool


@value
class Asymmetry:
    measure: Measure
    short_side: Side
    difference: float
    threshold: float


@value
class ProfileFinding:
    test: str
    side: Side
    finding: str
    points_to: tuple[Finding, ...] = ()


@value
class Profile:
    psoas: Literal["profile/1"] = "profile/1"
    on: date
    pattern: Pattern
    motions: tuple[MeasuredMotion, ...] = ()
    asymmetries: tuple[Asymmetry, ...] = ()
    findings: tuple[ProfileFinding, ...] = ()
    says: tuple[str, ...] = ()
