"""What a profile says, in plain warm words: what helps first, never what is wrong with somebody."""

from psoas.assessment.profile import Asymmetry, Motion, Pattern
from psoas.vocabulary.body import Measure

PATTERN_SAYS: dict[Pattern, str] = {
    "stiff-hip": "Your hips have room to move more. The plan spends most of its time there.",
    "mobile-back": "Your lower back moves easily. The plan trains the muscles that guide it, and keeps the hips moving.",
    "weak-bridge": "Your buttocks and trunk can take more of the work. The plan builds them up step by step.",
    "mixed": "A few things showed up together. The plan gives each of them a little time.",
    "nothing-found": "Nothing stood out, and that is a good answer. The plan is a general one, for hips and back alike.",
}

MEASURE_NAMES: dict[Measure, str] = {
    "hip-flexion": "hip bend",
    "hip-extension": "reach of the hip backward",
    "hip-abduction": "reach of the leg outward",
    "hip-adduction": "reach of the leg across",
    "hip-internal-rotation": "inward turn of the hip",
    "hip-external-rotation": "outward turn of the hip",
    "straight-leg-raise": "straight leg lift",
    "lumbar-flexion": "bend of the lower back",
    "lumbar-extension": "arch of the lower back",
    "trunk-bend-t12": "forward bend of the trunk",
    "trunk-bend-s1": "forward bend at the hips",
    "seated-rotation": "seated turn",
    "sit-to-stand-30s": "chair stand",
    "single-leg-stance": "stand on one leg",
    "tandem-stance": "heel-to-toe stand",
    "bridge-hold": "bridge hold",
    "side-plank": "side plank hold",
}


def say_asymmetry(asymmetry: Asymmetry) -> str:
    other = "right" if asymmetry.short_side == "left" else "left"
    name = MEASURE_NAMES[asymmetry.measure]
    side, size = asymmetry.short_side, asymmetry.difference
    return f"Your {side} side shows {size:g} degrees less {name} than the {other}: more than chance."


def say_short(motion: Motion) -> str:
    side = "" if motion.side == "both" else f"{motion.side} "
    size = "well" if motion.band == "over-2-sd-below" else "a little"
    return f"Your {side}{MEASURE_NAMES[motion.measure]} is {size} under the usual for your age: it gets more time."


def say_likely(measure: Measure) -> str:
    """No norm fits, and the nearest one lies well above on both sides."""
    return f"Your {MEASURE_NAMES[measure]} is likely stiff, not certain: on both sides it is well below the nearest norm."


def say_no_norm(measure: Measure) -> str:
    """Nothing published stands beside this value."""
    return f"Your {MEASURE_NAMES[measure]}: no norm for this position and device, so it is compared with yourself alone."


def say_no_spread(motion: Motion, usual: float, unit: str) -> str:
    """A usual value is known, but not how far people differ around it."""
    units = {"deg": "degrees", "s": "seconds", "count": "times"}
    name = MEASURE_NAMES[motion.measure]
    return f"Your {name}: the usual at your age is about {usual:.0f} {units[unit]}. How far people differ is not known to us."


def say_few(motion: Motion, people: int) -> str:
    """A norm from a small study."""
    return f"The usual {MEASURE_NAMES[motion.measure]} comes from {people} people alone: take it as a hint."


UNJUDGED_SAYS = (
    "Some of what you measured has no norm to stand beside: it says neither stiff nor free. "
    "The plan is a general one, for hips and back alike."
)
LIKELY_SAYS = "Your hips may have room to move more, but this is not certain. For now the plan is a general one."
OWN_RANGE_SAYS = "A replaced, arthritic or pinching hip has a range of its own. We describe it, and do not push it."
PAINFUL_SAYS = "Some tests hurt. The plan begins gently there."
"""Said when any test was painful."""
