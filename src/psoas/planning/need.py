"""What this person's plan has to answer: findings of the examination, and what an operation or age asks for.

Order is priority: what was found comes first, in the order it was found; then what fusion, falls and age ask for.
"""

from psoas.assessment.finding import SHORT_MEANS
from psoas.assessment.profile import Profile
from psoas.catalogue.entries import Finding
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

FINDING_SAYS: dict[Finding, str] = {
    "hip-extension-restriction": "Your hip reaches back less than it could",
    "hip-flexion-restriction": "Your hip bends less than it could",
    "hip-rotation-restriction": "Your hip turns less than it could",
    "hamstring-restriction": "The back of your thigh holds the leg back",
    "adductor-restriction": "The inner thigh holds the leg back",
    "thoracic-rotation-stiffness": "Your trunk turns less freely",
    "glute-strength": "Your buttocks can take more of the work",
    "core-control": "Your trunk can guide the movement more",
    "balance": "Balance deserves some practice",
    "endurance": "Staying power can grow",
    "body-awareness": "Feeling where hips and back are helps them share the work",
}

FUSION_NEEDS: tuple[Finding, ...] = ("balance", "glute-strength", "body-awareness")
"""MISSION 11: after a fusion the hips, balance and awareness get attention."""


@value
class Need:
    """One thing to answer. `short_side` is the side that gets more; None where both are alike."""

    finding: Finding
    short_side: Side | None
    says: str


def needs_of(profile: Profile | None, *, fused: bool, balance: bool) -> tuple[Need, ...]:
    """Each finding once, in order of priority."""
    found: list[tuple[Finding, Side]] = list(_found(profile)) if profile else []
    order = [finding for finding, _ in found]
    order += [*(FUSION_NEEDS if fused else ()), *(("balance",) if balance else ())]
    return tuple(_need(finding, found) for finding in dict.fromkeys(order))


def _found(profile: Profile) -> list[tuple[Finding, Side]]:
    short = [
        (finding, motion.side) for motion in profile.motions if motion.short for finding in SHORT_MEANS.get(motion.measure, ())
    ]
    shown = [(finding, test.side) for test in profile.findings for finding in test.points_to]
    return _with_asymmetries(profile, short + shown)


def _with_asymmetries(profile: Profile, found: list[tuple[Finding, Side]]) -> list[tuple[Finding, Side]]:
    """Where both sides are short and one is shorter by more than chance, the shorter one decides."""
    shorter = {asymmetry.measure: asymmetry.short_side for asymmetry in profile.asymmetries}
    short = {(motion.measure, motion.side) for motion in profile.motions if motion.short}
    longer: set[tuple[Finding, Side]] = set()
    for measure, side in shorter.items():
        other: Side = "right" if side == "left" else "left"
        if (measure, side) in short and (measure, other) in short:
            longer |= {(finding, other) for finding in SHORT_MEANS.get(measure, ())}
    return [pair for pair in found if pair not in longer]


def _need(finding: Finding, found: list[tuple[Finding, Side]]) -> Need:
    sides = {side for known, side in found if known == finding} & {"left", "right"}
    return Need(finding=finding, short_side=sides.pop() if len(sides) == 1 else None, says=FINDING_SAYS[finding])
