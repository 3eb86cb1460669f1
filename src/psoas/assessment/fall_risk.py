"""Does a simple test say that balance and leg strength deserve care? The fall-prevention cut-offs (STEADI, B-1).

    30-second chair stand   below the count for age and sex, from 60
    heel-to-toe stand       below 10 seconds

Sex unstated: the mean of both cut-offs. One reason is enough to plan as for high fall risk.
"""

from psoas.assessment.asymmetry import mean_of
from psoas.assessment.examination import Examination, Measurement
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Threshold
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Sex
from psoas.vocabulary.evidence import Reason

FALL_TESTS = frozenset({"sit-to-stand-30s", "tandem-stance"})
BELOW_BY_FINDING = {("chair-stand-test", "below"), ("tandem-test", "under-ten")}


def fall_risk(examination: Examination, *, intake: Intake, catalogue: Catalogue) -> tuple[Reason, ...]:
    """Why this examination asks for fall care; empty when it does not."""
    age = intake.age(examination.on)
    measured = [m for m in examination.measures if m.measure in FALL_TESTS]
    below = [m for m in measured if is_below_cut_off(m, age=age, sex=intake.sex, catalogue=catalogue)]
    reasons = [_reason(m.measure, catalogue) for m in below]
    reasons += [_reason(test.test, catalogue) for test in examination.tests if (test.test, test.finding) in BELOW_BY_FINDING]
    return tuple(dict.fromkeys(reasons))


def is_below_cut_off(measurement: Measurement, *, age: int, sex: Sex, catalogue: Catalogue) -> bool:
    """Below the cut-off for this age and sex; without a cut-off, no."""
    cut_off = cut_off_of(measurement, age=age, sex=sex, catalogue=catalogue)
    return cut_off is not None and mean_of(measurement) < cut_off


def cut_off_of(measurement: Measurement, *, age: int, sex: Sex, catalogue: Catalogue) -> float | None:
    """The published cut-off; sex unstated: the mean of both."""
    rows = [row for row in catalogue.thresholds.values() if _fits(row, measurement, age=age)]
    cuts = [row.cut_off for row in rows if row.cut_off is not None and (sex == "unstated" or row.sex in {"any", sex})]
    return sum(cuts) / len(cuts) if cuts else None


def _fits(row: Threshold, measurement: Measurement, *, age: int) -> bool:
    return row.measure == measurement.measure and row.cut_off is not None and row.age_from <= age <= row.age_to


def _reason(what: str, catalogue: Catalogue) -> Reason:
    return catalogue.reason("chair-stand-below" if what in {"sit-to-stand-30s", "chair-stand-test"} else "tandem-below")
