"""The sentences of a profile, in the order they are read: what it adds up to, then each value that deserves a word.

"Nothing stood out" is said only when everything measured could be compared. A value without a norm says so, and a hip that is
likely stiff although no norm fits is called likely, never certain.
"""

from collections.abc import Iterator

from psoas.assessment.asymmetry import Compared
from psoas.assessment.examination import Examination
from psoas.assessment.fall_risk import FALL_TESTS
from psoas.assessment.measured_motion import is_own_range
from psoas.assessment.phrases import (
    say_asymmetry,
    say_few,
    say_likely,
    say_no_norm,
    say_no_spread,
    say_short,
)
from psoas.assessment.profile import MeasuredMotion, Pattern
from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Measure

FEW_PEOPLE = 30
"""A norm from fewer people is told as a hint."""
BELOW = {"1-to-2-sd-below", "over-2-sd-below"}


def remarks_on(
    examination: Examination,
    pattern: Pattern,
    *,
    motions: tuple[MeasuredMotion, ...],
    compared: tuple[Compared, ...],
    likely: tuple[Measure, ...],
    intake: Intake,
    catalogue: Catalogue,
) -> tuple[str, ...]:
    """What the profile says, each sentence once."""
    says = [catalogue.says(_sum(pattern, motions=motions, likely=likely))]
    says += [say_short(motion, catalogue) for motion in motions if motion.short and motion.band in BELOW]
    says += [say_asymmetry(pair.asymmetry, catalogue) for pair in compared]
    says += [say_likely(measure, catalogue) for measure in likely]
    says += _without_band(motions, likely=likely, catalogue=catalogue)
    says += _from_few(motions, catalogue=catalogue)
    if any(test.finding == "painful" for test in examination.tests):
        says.append(catalogue.says("some-tests-hurt"))
    if any(is_own_range(measurement, intake) for measurement in examination.measures):
        says.append(catalogue.says("own-range"))
    return tuple(dict.fromkeys(says))


def _sum(pattern: Pattern, *, motions: tuple[MeasuredMotion, ...], likely: tuple[Measure, ...]) -> str:
    """The id of the first sentence: the pattern, unless it would claim more than was compared."""
    if likely and pattern == "stiff-hip" and not any(motion.short for motion in motions):
        return "pattern-likely"
    if pattern == "nothing-found" and any(map(_is_unjudged, motions)):
        return "pattern-unjudged"
    return f"pattern-{pattern}"


def _is_unjudged(motion: MeasuredMotion) -> bool:
    """No band, and no cut-off of its own either."""
    return motion.band == "no-norm" and motion.measure not in FALL_TESTS


def _without_band(motions: tuple[MeasuredMotion, ...], *, likely: tuple[Measure, ...], catalogue: Catalogue) -> Iterator[str]:
    for motion in motions:
        if not _is_unjudged(motion):
            continue
        norm = catalogue.norms.get(motion.norm or "")
        if norm is not None and motion.measure not in likely:
            yield say_no_spread(motion, norm.mean, norm.unit, catalogue)
        else:
            yield say_no_norm(motion.measure, catalogue)


def _from_few(motions: tuple[MeasuredMotion, ...], *, catalogue: Catalogue) -> Iterator[str]:
    for motion in motions:
        norm = catalogue.norms.get(motion.norm or "")
        if norm is not None and norm.people is not None and norm.people < FEW_PEOPLE:
            yield say_few(motion, norm.people, catalogue)
