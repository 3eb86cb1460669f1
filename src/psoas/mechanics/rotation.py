"""Turning to one side while seated: hips, lumbar levels and chest in series about the long axis.

    hips      2 c0 (exp(c1 (|q| - c2)) - exp(-c1 c2))     nearly slack, then steep
    levels    10 Nm at their axial range, linear; a fused level has 50 Nm per degree more
    chest     the same, with the rib cage taking its part away

All carry one couple, so the turn is the sum of what each gives to it.
"""

from dataclasses import dataclass

import numpy as np

from psoas.mechanics.bodies import Bodies, Floats
from psoas.mechanics.hip import RADIAN
from psoas.mechanics.parameters import value_of, values_of

BISECTIONS = 60
ROTATION_SPREAD = 8.0
"""Standard deviation of hip rotation between people (degrees, ROM-H4)."""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """Degrees of each part (N; levels N x 6, T12-L1 last) and the couple (Nm)."""

    hips: Floats
    levels: Floats
    chest: Floats
    couple: Floats


def settle_turn(bodies: Bodies, trunk: Floats, *, hip_luck: Floats, pelvis_held: bool = False) -> Turn:
    """The couple at which all parts together make this turn, found by halving."""
    give = _compliance(bodies)
    slack = values_of("hip-rotation")[2] + np.clip(hip_luck * ROTATION_SPREAD, -20, 30) * RADIAN
    low, high = np.zeros(len(bodies)), trunk / give.sum(axis=1)
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        hips = np.zeros(len(bodies)) if pelvis_held else _hips(middle, slack)
        short = hips + middle * give.sum(axis=1) < trunk
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    hips = np.zeros(len(bodies)) if pelvis_held else _hips(high, slack)
    return Turn(hips=hips, levels=give[:, :6] * high[:, None], chest=give[:, 6] * high, couple=high)


def _hips(couple: Floats, slack: Floats) -> Floats:
    """How far both hips turn under a couple (degrees)."""
    size, rate = values_of("hip-rotation")[:2]
    turn: Floats = (slack + np.log(couple / (2 * size) + np.exp(-rate * slack)) / rate) / RADIAN
    return turn


def _compliance(bodies: Bodies) -> Floats:
    """Degrees per Nm of the five levels, T12-L1 and the chest (N x 7)."""
    chest, top = values_of("axial-range-chest")
    ranges = np.array([*values_of("axial-range"), top, chest * (1 - value_of("rib-cage"))])
    stiff = values_of("level-curve")[0] / ranges
    fused = np.column_stack([bodies.fused, np.zeros(len(bodies), dtype=np.bool_)])
    give: Floats = 1 / (stiff + value_of("fused-stiffness") * fused)
    return give
