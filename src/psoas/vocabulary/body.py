"""The body: sides, spinal levels, postures, what is measured and with what.

Signs, used everywhere: flexion, abduction and turning in (internal rotation) are positive.
A side is left or right; `both` means that the movement has no side.
"""

from typing import Literal

Side = Literal["left", "right", "both"]
Sex = Literal["female", "male", "unstated"]

Level = Literal[
    "cervical",
    "thoracic",
    "T12-L1",
    "L1-L2",
    "L2-L3",
    "L3-L4",
    "L4-L5",
    "L5-S1",
    "sacrum-pelvis",
    "unknown",
]
LUMBAR_LEVELS: tuple[Level, ...] = ("L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1")

Measure = Literal[
    "hip-flexion",
    "hip-extension",
    "hip-abduction",
    "hip-adduction",
    "hip-internal-rotation",
    "hip-external-rotation",
    "straight-leg-raise",
    "lumbar-flexion",
    "lumbar-extension",
    "trunk-bend-t12",
    "trunk-bend-s1",
    "seated-rotation",
    "sit-to-stand-30s",
    "single-leg-stance",
    "tandem-stance",
    "bridge-hold",
    "side-plank",
]
Unit = Literal["deg", "s", "count"]
MeasuringPosition = Literal["seated", "prone", "supine", "standing", "half-kneeling"]
Device = Literal["phone", "camera", "goniometer", "mocap", "timer", "self"]

Equipment = Literal[
    "mat",
    "chair",
    "wall",
    "worktop",
    "bed",
    "table",
    "band",
    "weight",
    "step",
    "foam-roller",
    "ball",
    "bike",
]

Avoid = Literal["kneeling", "floor", "prone", "supine", "side-lying", "hands-and-knees", "single-leg", "arms-overhead"]
"""Positions that a person leaves out, by wish or because a clinician asked."""
