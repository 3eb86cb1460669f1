"""The energy that a chain at rest has least of: the solvers never need it, the checks do."""

import numpy as np

from psoas.mechanics.bodies import Floats
from psoas.mechanics.chain import Chain, level_moment, level_parts
from psoas.mechanics.hip import RADIAN


def energy(chain: Chain, x: Floats, chest: Floats, couple: Floats | None) -> Floats:
    """What `residual` is the gradient of (Nm x radian)."""
    angles = np.column_stack([x, chest]) if couple is None else x
    bend = np.diff(angles, axis=1)
    rate = np.where(chain.hip_rate == 0, 1.0, chain.hip_rate)
    hip = (chain.hip_size / rate * np.exp(rate * angles[:, :1])).sum(axis=1) + chain.hip_constant * angles[:, 0]
    flexed, extended = level_parts(chain, bend[:, :5])
    level = chain.linear * bend[:, :5] ** 2 / 2 + level_moment() * (flexed / chain.flexion + extended / chain.extension)
    springs = (hip + level.sum(axis=1) + chain.top * bend[:, 5] ** 2 / 2) * RADIAN
    turned = angles * RADIAN
    basis = np.stack([np.sin(turned), np.cos(turned), turned], axis=2)
    total: Floats = springs + (chain.weight * basis).sum(axis=(1, 2))
    return total if couple is None else total - couple * turned[:, 6]
