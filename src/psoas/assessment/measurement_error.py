"""How far may a value be off by chance? MDC95 by measure and device, from the thresholds of the catalogue.

Any camera angle: 15 degrees (CAM-2). Lumbar flexion by phone: 13 with back pain, 9 without (MEAS-5, MEAS-8).
"""

from psoas.assessment.examination import Measurement
from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Intake

LEAST_ASYMMETRY_DEG = 10.0
"""A smaller difference between sides is ordinary: `asymmetry-least` of the thresholds, a choice of this project."""


def error_of(measurement: Measurement, *, intake: Intake, catalogue: Catalogue) -> float | None:
    """MDC95 in the measure's own unit; None where nothing is published."""
    row = catalogue.thresholds.get(_row(measurement, intake=intake))
    if row is None or measurement.device not in row.devices:
        return None
    return row.detectable_change


def _row(measurement: Measurement, *, intake: Intake) -> str:
    if measurement.device == "camera" and measurement.unit == "deg":
        return "real-change-camera"
    pain_free = intake.pain.now == 0 and intake.pain.average_week == 0
    suffix = "-pain-free" if measurement.measure == "lumbar-flexion" and pain_free else ""
    return f"real-change-{measurement.measure}{suffix}"


def asymmetry_threshold(error: float | None) -> float:
    """A difference between sides is told only above the measurement error and above 10 degrees."""
    return max(error or 0.0, LEAST_ASYMMETRY_DEG)
