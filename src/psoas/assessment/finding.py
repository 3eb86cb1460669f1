"""What each self-test points to, from the catalogue; and which finding a short motion is.

Arching in the leg lift is common in people without pain (T-2): it is described and never scored alone. It points somewhere
only when hip extension on that side is short too.
"""

from psoas.assessment.examination import Examination, TestFinding
from psoas.assessment.profile import MeasuredMotion, ProfileFinding
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Finding
from psoas.vocabulary.body import Measure

NEVER_ALONE = ("hip-extension-test", "back-arches")

SHORT_MEANS: dict[Measure, tuple[Finding, ...]] = {
    "hip-extension": ("hip-extension-restriction",),
    "hip-flexion": ("hip-flexion-restriction",),
    "hip-internal-rotation": ("hip-rotation-restriction",),
    "hip-external-rotation": ("hip-rotation-restriction",),
    "hip-abduction": ("adductor-restriction",),
    "hip-adduction": ("hip-rotation-restriction",),
    "straight-leg-raise": ("hamstring-restriction",),
    "seated-rotation": ("thoracic-rotation-stiffness",),
    "lumbar-flexion": ("body-awareness",),
    "lumbar-extension": ("body-awareness",),
    "single-leg-stance": ("balance",),
    "tandem-stance": ("balance",),
    "sit-to-stand-30s": ("balance", "glute-strength"),
    "bridge-hold": ("glute-strength",),
    "side-plank": ("core-control",),
}
"""A short motion as a finding a drill can answer. A short lower back is not stretched: it gets awareness drills."""


def describe_findings(
    examination: Examination, motions: tuple[MeasuredMotion, ...], *, catalogue: Catalogue
) -> tuple[ProfileFinding, ...]:
    """Each self-test with what it points to, in the order of the examination."""
    return tuple(_describe(test, motions, catalogue=catalogue) for test in examination.tests)


def _describe(test: TestFinding, motions: tuple[MeasuredMotion, ...], *, catalogue: Catalogue) -> ProfileFinding:
    results = catalogue.tests[test.test].results
    points_to = next((result.points_to for result in results if result.finding == test.finding), ())
    if (test.test, test.finding) == NEVER_ALONE and not _short_extension(test, motions):
        points_to = ()
    return ProfileFinding(test=test.test, side=test.side, finding=test.finding, points_to=points_to)


def _short_extension(test: TestFinding, motions: tuple[MeasuredMotion, ...]) -> bool:
    return any(m.measure == "hip-extension" and m.side == test.side and m.short for m in motions)
