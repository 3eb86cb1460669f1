"""Each measured motion beside its norm: mean, error, band, and whether it is short.

    band     within-1-sd | 1-to-2-sd-below | over-2-sd-below | no-norm
    short    more than 1 SD below its age row, or the shorter side of an asymmetry

A replaced, arthritic or pinching hip is described and never short: its range is its own, and nobody stretches against bone.
The camera never judges hip rotation nor the lower back (CAM-1, CAM-4; docs/clinical/evidence.md).
"""

from psoas.assessment.asymmetry import Compared, mean_of
from psoas.assessment.examination import Examination, Measurement
from psoas.assessment.measurement_error import error_of
from psoas.assessment.norms import Standard, find_standard
from psoas.assessment.profile import Band, MeasuredMotion
from psoas.assessment.protocol import HIP_MEASURES
from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Side

OWN_RANGE_CONDITIONS = frozenset({"hip-osteoarthritis", "groin-pinch"})
"""The intake names no side for these, so they are read as both."""
CAMERA_CANNOT = frozenset({"hip-internal-rotation", "hip-external-rotation", "lumbar-flexion", "lumbar-extension"})


def describe_motions(
    examination: Examination, compared: tuple[Compared, ...], *, intake: Intake, catalogue: Catalogue
) -> tuple[MeasuredMotion, ...]:
    """One motion for each measurement, in the order of the examination."""
    shorter = tuple(pair.shorter for pair in compared)
    age = intake.age(examination.on)
    return tuple(
        _describe(measurement, asymmetric=measurement in shorter, age=age, intake=intake, catalogue=catalogue)
        for measurement in examination.measures
    )


def may_be_short(measurement: Measurement, intake: Intake) -> bool:
    """Is this an angle that its device can read, of a hip that may catch up?"""
    return _is_judged(measurement) and not is_own_range(measurement, intake)


def is_own_range(measurement: Measurement, intake: Intake) -> bool:
    """A hip that is replaced on this side, arthritic or pinching."""
    if measurement.measure not in HIP_MEASURES:
        return False
    return bool(OWN_RANGE_CONDITIONS & set(intake.conditions)) or measurement.side in _replaced_hips(intake)


def _replaced_hips(intake: Intake) -> set[Side]:
    replaced = [surgery.side for surgery in intake.surgeries if surgery.what == "hip-replacement"]
    if any(side not in {"left", "right"} for side in replaced):
        return {"left", "right"}
    return {side for side in replaced if side is not None}


def _describe(measurement: Measurement, *, asymmetric: bool, age: int, intake: Intake, catalogue: Catalogue) -> MeasuredMotion:
    standard = find_standard(measurement, age=age, sex=intake.sex, catalogue=catalogue) if _is_judged(measurement) else None
    mean = mean_of(measurement)
    band = band_of(mean, standard)
    below = band in {"1-to-2-sd-below", "over-2-sd-below"}
    return MeasuredMotion(
        measure=measurement.measure,
        side=measurement.side,
        mean=round(mean, 1),
        error=error_of(measurement, intake=intake, catalogue=catalogue),
        trials=len(measurement.values),
        norm=standard.id if standard else None,
        band=band,
        short=(below or asymmetric) and may_be_short(measurement, intake),
    )


def _is_judged(measurement: Measurement) -> bool:
    return measurement.device != "camera" or measurement.measure not in CAMERA_CANNOT


def band_of(mean: float, standard: Standard | None) -> Band:
    """Where the mean stands below its norm; above it is within, since more range is no finding here."""
    if standard is None or standard.sd is None:
        return "no-norm"
    below = standard.mean - mean
    if below > 2 * standard.sd:
        return "over-2-sd-below"
    return "1-to-2-sd-below" if below > standard.sd else "within-1-sd"
