"""The pattern that the findings make, if they make one. Rules in order:

    stiff-hip       a short hip motion, one that is likely stiff on both sides, or a leg lift that does not come up
    mobile-back     a lower back that bends more than 1 SD above its norm, standing free (LPR-4)
    weak-bridge     a bridge felt in the back first or not coming up, or a short hold
    mixed           more than one of these, or findings that make none of them
    nothing-found   nothing points anywhere: a good answer

Not everybody has stiff hips and a mobile back (LPR-9, HS-2): the pattern follows what was found in this person.
"""

from psoas.assessment.asymmetry import mean_of
from psoas.assessment.examination import Examination, Measurement
from psoas.assessment.norms import find_standard
from psoas.assessment.profile import MeasuredMotion, Pattern, ProfileFinding
from psoas.assessment.protocol import HIP_MEASURES
from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Intake

STIFF_TESTS = {("hip-extension-test", "cannot-lift")}
WEAK_TESTS = {
    ("bridge-test", "back-strain"),
    ("bridge-test", "cannot-lift"),
    ("bridge-hold-test", "short-hold"),
}
WEAK_MEASURES = frozenset({"bridge-hold"})
BACK_MEASURES = frozenset({"lumbar-flexion", "lumbar-extension"})


def find_pattern(
    examination: Examination,
    *,
    motions: tuple[MeasuredMotion, ...],
    findings: tuple[ProfileFinding, ...],
    falls: bool,
    likely: bool,
    intake: Intake,
    catalogue: Catalogue,
) -> Pattern:
    """One word for what the findings add up to. `likely`: a hip is likely stiff although no norm fits (see `nearest`)."""
    seen: list[Pattern] = []
    if likely or _is_stiff(motions, findings):
        seen.append("stiff-hip")
    if any(_is_mobile(m, intake=intake, examination=examination, catalogue=catalogue) for m in examination.measures):
        seen.append("mobile-back")
    if _is_weak(motions, findings):
        seen.append("weak-bridge")
    if len(seen) == 1:
        return seen[0]
    anything = falls or any(m.short for m in motions) or any(f.points_to for f in findings)
    return "mixed" if seen or anything else "nothing-found"


def _is_stiff(motions: tuple[MeasuredMotion, ...], findings: tuple[ProfileFinding, ...]) -> bool:
    short = any(motion.short and motion.measure in HIP_MEASURES for motion in motions)
    return short or any((found.test, found.finding) in STIFF_TESTS for found in findings)


def _is_weak(motions: tuple[MeasuredMotion, ...], findings: tuple[ProfileFinding, ...]) -> bool:
    short = any(motion.short and motion.measure in WEAK_MEASURES for motion in motions)
    return short or any((found.test, found.finding) in WEAK_TESTS for found in findings)


def _is_mobile(measurement: Measurement, *, intake: Intake, examination: Examination, catalogue: Catalogue) -> bool:
    if measurement.measure not in BACK_MEASURES or measurement.device == "camera":
        return False
    age = intake.age(examination.on)
    standard = find_standard(measurement, age=age, sex=intake.sex, catalogue=catalogue)
    if standard is None or standard.sd is None:
        return False
    return mean_of(measurement) > standard.mean + standard.sd
