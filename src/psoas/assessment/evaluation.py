"""The examination becomes a profile: motions, differences, findings, a pattern, and words."""

from psoas.assessment.asymmetry import compare_sides
from psoas.assessment.clinical_pattern import find_pattern
from psoas.assessment.examination import Examination
from psoas.assessment.examination_check import check_examination
from psoas.assessment.fall_risk import fall_risk
from psoas.assessment.finding import describe_findings
from psoas.assessment.instrument import read_score
from psoas.assessment.measured_motion import describe_motions, may_be_short
from psoas.assessment.nearest_norm import likely_stiff
from psoas.assessment.profile import Profile
from psoas.assessment.remarks import remarks_on
from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Intake


def examine(intake: Intake, examination: Examination, *, catalogue: Catalogue) -> Profile:
    """What was tried, measured and scored, beside its norms and with its errors. BadInput when it cannot be true."""
    check_examination(examination, catalogue=catalogue)
    compared = compare_sides(examination, intake=intake, catalogue=catalogue)
    motions = describe_motions(examination, compared, intake=intake, catalogue=catalogue)
    findings = describe_findings(examination, motions, catalogue=catalogue)
    falls = fall_risk(examination, intake=intake, catalogue=catalogue)
    likely = likely_stiff(examination, intake=intake, catalogue=catalogue)
    pattern = find_pattern(
        examination,
        motions=motions,
        findings=findings,
        falls=bool(falls),
        likely=bool(likely),
        intake=intake,
        catalogue=catalogue,
    )
    says = remarks_on(
        examination, pattern, motions=motions, compared=compared, likely=likely, intake=intake, catalogue=catalogue
    )
    scores = tuple(read_score(score, catalogue=catalogue) for score in examination.scores)
    return Profile(
        on=examination.on,
        pattern=pattern,
        motions=motions,
        asymmetries=tuple(pair.asymmetry for pair in compared if may_be_short(pair.shorter, intake)),
        findings=findings,
        says=(*says, *(reason.says for reason in falls), *scores),
    )
