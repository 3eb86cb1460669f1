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
    return f"Your {side}{MEASURE_NAMES[motion.measure]} is a little under the usual for your age: it gets more time."


OWN_RANGE_SAYS = "A replaced, arthritic or pinching hip has a range of its own. We describe it, and do not push it."
PAINFUL_SAYS = "Some tests hurt. The plan begins gently there."
"""Said when any test was painful."""
