"""Is a hip likely stiff although no norm fits its position and device?

A norm of another device or position is never used as one. It is still a hint: when both sides lie clearly below the nearest
norm, a person is told "likely stiff, not certain", and no band and no "short" follow from it.

    clearly below    under mean - 1 SD - margins; a norm without SD lends the detectable change of its measure instead
    margins          5 degrees for another device (MEAS-4), 13 for another position (ROM-H9); both for both
    nearest          for this sex and age; one with a spread first, then one of the same position, then the narrower age band
"""

from psoas.assessment.asymmetry import mean_of
from psoas.assessment.examination import Examination, Measurement
from psoas.assessment.measured_motion import may_be_short
from psoas.assessment.norms import find_standard
from psoas.assessment.protocol import HIP_MEASURES
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Norm
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Measure, Sex

BOTH_SIDES = {"left", "right"}


def likely_stiff(examination: Examination, *, intake: Intake, catalogue: Catalogue) -> tuple[Measure, ...]:
    """Hip measures without a fitting norm whose every value, on both sides, is clearly below the nearest one."""
    age = intake.age(examination.on)
    by_measure: dict[Measure, list[Measurement]] = {}
    for measurement in examination.measures:
        if measurement.measure in HIP_MEASURES:
            by_measure.setdefault(measurement.measure, []).append(measurement)
    return tuple(
        measure
        for measure, values in by_measure.items()
        if {value.side for value in values} == BOTH_SIDES
        and all(_is_clearly_below(value, age=age, intake=intake, catalogue=catalogue) for value in values)
    )


def _is_clearly_below(measurement: Measurement, *, age: int, intake: Intake, catalogue: Catalogue) -> bool:
    standard = find_standard(measurement, age=age, sex=intake.sex, catalogue=catalogue)
    if not may_be_short(measurement, intake) or (standard is not None and standard.sd is not None):
        return False
    sexes: tuple[Sex, ...] = ("female", "male") if intake.sex == "unstated" else (intake.sex,)
    least = [_least(measurement, age=age, sex=sex, catalogue=catalogue) for sex in sexes]
    known = [value for value in least if value is not None]
    return len(known) == len(sexes) and mean_of(measurement) < min(known)


def _least(measurement: Measurement, *, age: int, sex: Sex, catalogue: Catalogue) -> float | None:
    """Under this, the value is clearly below the nearest norm; None where no norm is near."""
    near = [norm for norm in catalogue.norms.values() if _is_near(norm, measurement, age=age, sex=sex)]
    if not near:
        return None
    norm = min(near, key=lambda norm: (norm.sd is None, _elsewhere(norm, measurement), norm.age_to - norm.age_from, norm.id))
    spread = norm.sd if norm.sd is not None else _detectable(norm.measure, catalogue)
    margin = 0.0 if measurement.device in norm.devices else _margin("device", catalogue)
    margin += _margin("position", catalogue) if _elsewhere(norm, measurement) else 0.0
    return norm.mean - spread - margin


def _is_near(norm: Norm, measurement: Measurement, *, age: int, sex: Sex) -> bool:
    same = norm.measure == measurement.measure and norm.unit == measurement.unit
    return same and norm.sex in {"any", sex} and norm.age_from <= age <= norm.age_to


def _elsewhere(norm: Norm, measurement: Measurement) -> bool:
    return norm.position is not None and norm.position != measurement.position


def _detectable(measure: Measure, catalogue: Catalogue) -> float:
    return catalogue.thresholds[f"real-change-{measure}"].detectable_change or 0.0


def _margin(of: str, catalogue: Catalogue) -> float:
    return catalogue.thresholds[f"margin-{of}"].cut_off or 0.0
