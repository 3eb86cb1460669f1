"""What this person's plan has to answer: findings of the examination, and what an operation or age asks for.

Order is priority: what was found comes first, in the order it was found; then what fusion, falls and age ask for.
"""

from psoas.assessment.finding import SHORT_MEANS
from psoas.assessment.profile import Profile
from psoas.catalogue.entries import Finding
from psoas.vocabulary.body import Measure, Side
from psoas.vocabulary.value import value

FUSION_NEEDS: tuple[Finding, ...] = ("balance", "glute-strength", "body-awareness")
"""After a fusion the hips, balance and awareness get attention (source-plan)."""


@value
class Need:
    """One thing to answer, said as the reason `found-<finding>`. `short_side` gets more; None where both are alike."""

    finding: Finding
    short_side: Side | None


def needs_of(profile: Profile | None, *, fused: bool, balance: bool) -> tuple[Need, ...]:
    """Each finding once, in order of priority: measured, seen in a test, asked for by fusion, falls or age."""
    measured = _measured(profile) if profile else []
    seen = [(finding, test.side) for test in profile.findings for finding in test.points_to] if profile else []
    order = [finding for finding, _ in (*measured, *seen)]
    order += [*(FUSION_NEEDS if fused else ()), *(("balance",) if balance else ())]
    return tuple(
        Need(
            finding=finding,
            short_side=_one_side(finding, measured) or (_one_side(finding, seen) if finding not in dict(measured) else None),
        )
        for finding in dict.fromkeys(order)
    )


def _measured(profile: Profile) -> list[tuple[Finding, Side]]:
    """Short motions; where both sides are short and one is shorter by more than chance, the shorter one alone."""
    short = {(motion.measure, motion.side) for motion in profile.motions if motion.short}
    shorter = {asymmetry.measure: asymmetry.short_side for asymmetry in profile.asymmetries}
    deciding = [
        m for m in profile.motions if m.short and shorter.get(m.measure, m.side) in {m.side, *_missing(m.measure, short)}
    ]
    return [(finding, motion.side) for motion in deciding for finding in SHORT_MEANS.get(motion.measure, ())]


def _missing(measure: Measure, short: set[tuple[Measure, Side]]) -> set[Side]:
    """Sides of this measure that are not short: an asymmetry toward them decides nothing."""
    sides: tuple[Side, ...] = ("left", "right")
    return {side for side in sides if (measure, side) not in short}


def _one_side(finding: Finding, found: list[tuple[Finding, Side]]) -> Side | None:
    sides = {side for known, side in found if known == finding}
    return sides.pop() if len(sides) == 1 and sides <= {"left", "right"} else None
