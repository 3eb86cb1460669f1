"""Does one side move less than the other, by more than chance?

Only angles of one measure, position and device are compared; the threshold is max(MDC95, 10 degrees).
"""

from psoas.assessment.examination import Examination, Measurement
from psoas.assessment.measurement_error import asymmetry_threshold, error_of
from psoas.assessment.profile import Asymmetry
from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value


@value
class Compared:
    """An asymmetry together with the measurement of its shorter side."""

    asymmetry: Asymmetry
    shorter: Measurement


def compare_sides(examination: Examination, *, intake: Intake, catalogue: Catalogue) -> tuple[Compared, ...]:
    """Every difference between left and right that is more than chance, in the order of the examination."""
    found = []
    for left in examination.measures:
        right = _other_side(left, examination)
        if right is not None and (compared := _compare(left, right, intake=intake, catalogue=catalogue)):
            found.append(compared)
    return tuple(found)


def mean_of(measurement: Measurement) -> float:
    """The mean of the trials."""
    return sum(measurement.values) / len(measurement.values)


def _other_side(left: Measurement, examination: Examination) -> Measurement | None:
    if left.side != "left" or left.unit != "deg":
        return None
    key = (left.measure, left.position, left.device)
    return next((m for m in examination.measures if m.side == "right" and (m.measure, m.position, m.device) == key), None)


def _compare(left: Measurement, right: Measurement, *, intake: Intake, catalogue: Catalogue) -> Compared | None:
    threshold = asymmetry_threshold(error_of(left, intake=intake, catalogue=catalogue))
    difference = mean_of(right) - mean_of(left)
    if abs(difference) <= threshold:
        return None
    side: Side = "left" if difference > 0 else "right"
    asymmetry = Asymmetry(measure=left.measure, short_side=side, difference=round(abs(difference), 1), threshold=threshold)
    return Compared(asymmetry=asymmetry, shorter=left if side == "left" else right)
