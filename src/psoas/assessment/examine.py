"""The examination becomes a profile: motions, differences, findings, a pattern, and words."""

from psoas.assessment.asymmetry import Compared, compare_sides
from psoas.assessment.check import check_examination
from psoas.assessment.examination import Examination
from psoas.assessment.falls import fall_risk
from psoas.assessment.finding import describe_findings
from psoas.assessment.instrument import read_score
from psoas.assessment.motion import describe_motions, is_own_range, may_be_short
from psoas.assessment.pattern import find_pattern
from psoas.assessment.profile import Motion, Pattern, Profile
from psoas.assessment.words import OWN_RANGE_SAYS, PAINFUL_SAYS, PATTERN_SAYS, say_asymmetry, say_short
from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Intake


def examine(intake: Intake, examination: Examination, *, catalogue: Catalogue) -> Profile:
    """What was tried, measured and scored, beside its norms and with its errors. BadInput when it cannot be true."""
    check_examination(examination, catalogue=catalogue)
    compared = compare_sides(examination, intake=intake, catalogue=catalogue)
    motions = describe_motions(examination, compared, intake=intake, catalogue=catalogue)
    findings = describe_findings(examination, motions, catalogue=catalogue)
    falls = fall_risk(examination, intake=intake, catalogue=catalogue)
    pattern = find_pattern(
        examination, motions=motions, findings=findings, falls=bool(falls), intake=intake, catalogue=catalogue
    )
    says = _words(examination, pattern, motions=motions, compared=compared, intake=intake)
    scores = tuple(read_score(score, catalogue=catalogue) for score in examination.scores)
    return Profile(
        on=examination.on,
        pattern=pattern,
        motions=motions,
        asymmetries=tuple(pair.asymmetry for pair in compared if may_be_short(pair.shorter, intake)),
        findings=findings,
        says=(*says, *(reason.says for reason in falls), *scores),
    )


def _words(
    examination: Examination,
    pattern: Pattern,
    *,
    motions: tuple[Motion, ...],
    compared: tuple[Compared, ...],
    intake: Intake,
) -> tuple[str, ...]:
    says = [PATTERN_SAYS[pattern]]
    says += [say_short(m) for m in motions if m.short and m.band in {"1-to-2-sd-below", "over-2-sd-below"}]
    says += [say_asymmetry(pair.asymmetry) for pair in compared]
    if any(test.finding == "painful" for test in examination.tests):
        says.append(PAINFUL_SAYS)
    if any(is_own_range(m, intake) for m in examination.measures):
        says.append(OWN_RANGE_SAYS)
    return tuple(says)
