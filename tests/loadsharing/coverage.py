"""How much of each published bell curve (mean, standard deviation) lies inside the range that a person is shown."""

from math import erf, sqrt

import numpy as np

from loadsharing.studies import COMPARISONS, Comparison
from psoas.mechanics.coverage import Coverage
from psoas.mechanics.share import Share, Spread
from psoas.mechanics.share_estimate import share_of
from psoas.mechanics.subject import Subject
from psoas.mechanics.tasks import POSES

AIM = (85, 95)
"""Percent of a study's people that a 5 to 95 % range should hold."""
SEED = 1
"""The seed of the command line: the very ranges that are shown."""
WHY = {
    (
        "D3",
        "hip",
    ): "these eight men differ less in the pelvis (5.2°) than in the lumbar spine (8.6°), but at one inclination of "
    "the chest both must have ranges of the same width",
    ("D7", "lumbar"): "the model's middle lies 10.6° above the study's mean at 80°, and the study lifted 15 kg",
}


def counted() -> tuple[Coverage, ...]:
    """One row for each published standard deviation."""
    return tuple(_count(one) for one in COMPARISONS if one.part)


def _count(one: Comparison) -> Coverage:
    shown = share_of(Subject(), one.task, trunk=one.trunk, rng=np.random.default_rng(SEED))
    low, high = limits(one, shown)
    held = round(100 * (_below((high - one.target) / one.tolerance) - _below((low - one.target) / one.tolerance)))
    why = "" if AIM[0] <= held <= AIM[1] else WHY[one.row, one.part]
    return Coverage(
        row=one.row,
        task=one.task,
        trunk=float(one.trunk),
        part=one.part,
        mean=one.target,
        spread=one.tolerance,
        held=held,
        why=why,
    )


def limits(one: Comparison, shown: Share) -> tuple[float, float]:
    """The range of the angle that the study measured."""
    whole: Spread = shown.lumbar if one.part == "lumbar" else shown.hip
    off = POSES[one.task].posture.thighs[0] if one.part == "tilt" else 0.0
    return whole.low - off, whole.high - off


def _below(marks: float) -> float:
    return (1 + erf(marks / sqrt(2))) / 2
