"""The chain: pelvis, five lumbar vertebrae and chest on the thighs, each joint a spring.

    unknown   x = inclinations of pelvis L5 L4 L3 L2 L1 (and of the chest, when its effort is given instead of its angle)
    minimise  U_hip(x0) + sum_j U_j(x_j+1 - x_j) + sum_k V_k(x_k) - couple * chest
    V_k(A)  = P_k sin A + Q_k cos A + L_k A         weight (less its tangent at standing) and seat, where a task has them

A level: R(t) = (k0 + fused) t + m (exp(t/bf) - 1) - m (exp(-t/be) - 1), degrees and Nm; bf, be = 0.37 x rotation at 10 Nm.
Moments are derivatives by radians, stiffnesses are Nm per degree. Each unknown touches only its neighbours: the Hessian is
tridiagonal.
"""

from dataclasses import dataclass, fields
from functools import cache

import numpy as np
from numpy.typing import NDArray

from psoas.mechanics.bodies import Bodies, Floats
from psoas.mechanics.hip import RADIAN, limbs_of
from psoas.mechanics.parameters import value_of, values_of
from psoas.mechanics.posture import Posture
from psoas.mechanics.weight import GRAVITY, SEGMENTS, moments_of, seat_of


@dataclass(frozen=True, kw_only=True)
class Levels:
    """The lumbar springs of N bodies: Nm per degree and per degree, N x 5; `top` is T12-L1 (N)."""

    linear: Floats
    flexion: Floats
    extension: Floats
    top: Floats


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The springs and weights of N bodies in one posture."""

    hip_size: Floats
    """N x H: both hips' limbs, amplitude at pelvis 0."""
    hip_rate: Floats
    hip_constant: Floats
    linear: Floats
    """N x 5: Nm per degree."""
    flexion: Floats
    """N x 5: 1/bf, per degree."""
    extension: Floats
    top: Floats
    weight: Floats
    """N x 7 x 3: P, Q, L of each segment (Nm)."""

    def __len__(self) -> int:
        return len(self.top)


def chain_of(bodies: Bodies, posture: Posture, *, chest: Floats | None = None) -> Chain:
    """The chain of these bodies standing, sitting or stepping like this.

    `chest` (degrees) is where the chest will be: how much of their muscle has set in by then. Without it, springs alone.
    """
    size, rate, constant = _both_hips(bodies, posture)
    if chest is not None:
        constant = constant + bodies.muscle * _set_in(posture, chest)
    levels = levels_of(bodies)
    return Chain(
        hip_size=size,
        hip_rate=rate,
        hip_constant=constant,
        linear=levels.linear,
        flexion=levels.flexion,
        extension=levels.extension,
        top=levels.top,
        weight=_weights(bodies, posture),
    )


def levels_of(bodies: Bodies) -> Levels:
    """The springs above the pelvis; no posture changes them."""
    length = values_of("level-curve")[1]
    screws = value_of("fused-stiffness") * bodies.fused
    return Levels(
        linear=bodies.neutral[:, None] + screws[:, :5],
        flexion=1 / (length * bodies.flexion_at_10),
        extension=1 / (length * bodies.extension_at_10),
        top=bodies.top + screws[:, 5],
    )


def _set_in(posture: Posture, chest: Floats) -> Floats:
    """The part of muscle's couple: none in standing, all after so many degrees of chest and thigh."""
    moved: Floats = (np.abs(chest) + max(map(abs, posture.thighs))) / values_of("spread-muscle")[1]
    return np.minimum(moved, 1.0)


@cache
def level_moment() -> float:
    """m, so that the exponential reaches 10 Nm at the rotation of 10 Nm."""
    moment, length = values_of("level-curve")
    return float(moment / np.expm1(1 / length))


def rows_of(chain: Chain, rows: NDArray[np.int64]) -> Chain:
    """The chain of some of the bodies."""
    return Chain(**{field.name: getattr(chain, field.name)[rows] for field in fields(chain)})


def _both_hips(bodies: Bodies, posture: Posture) -> tuple[Floats, Floats, Floats]:
    """Two equal hips are one of twice the size; two unequal ones stand side by side on the pelvis."""
    legs = tuple(zip(posture.thighs, posture.knees, strict=True))
    if legs[0] == legs[1]:
        size, rate, constant = _one_hip(bodies, *legs[0])
        return 2 * size, rate, 2 * constant
    (size, rate, constant), (more, more_rate, more_constant) = (_one_hip(bodies, *leg) for leg in legs)
    return np.hstack([size, more]), np.hstack([rate, more_rate]), constant + more_constant


def _one_hip(bodies: Bodies, thigh: float, knee: float) -> tuple[Floats, Floats, Floats]:
    size, rate, constant = limbs_of(bodies, knee=knee)
    return size * np.exp(rate * thigh), rate, constant


def _weights(bodies: Bodies, posture: Posture) -> Floats:
    if not posture.gravity and not posture.seat:
        return np.zeros((len(bodies), SEGMENTS, 3))
    forward, up = moments_of(bodies)
    pull = GRAVITY * posture.gravity
    weight = np.stack([-pull * forward, pull * up, pull * forward], axis=2)
    if posture.seat:
        behind, below = seat_of(bodies)
        weight[:, 0, 0] -= behind
        weight[:, 0, 1] += below
    return weight


def residual(chain: Chain, x: Floats, chest: Floats, couple: Floats | None) -> Floats:
    """The gradient: what is out of balance at each segment, Nm (N x 6, or N x 7 with a free chest under a couple)."""
    angles = np.column_stack([x, chest]) if couple is None else x
    bend = np.diff(angles, axis=1)
    flexed, extended = level_parts(chain, bend[:, :5])
    levels = chain.linear * bend[:, :5] + level_moment() * (flexed - extended)
    springs = np.column_stack([hip_couple(chain, angles[:, 0]), levels, chain.top * bend[:, 5]])
    pull = chain.weight[:, :, 0] * np.cos(angles * RADIAN) - chain.weight[:, :, 1] * np.sin(angles * RADIAN)
    balance = springs - np.column_stack([springs[:, 1:], np.zeros(len(chain))]) + pull + chain.weight[:, :, 2]
    if couple is None:
        return balance[:, :6]
    balance[:, 6] -= couple
    return balance


def hessian(chain: Chain, x: Floats, chest: Floats, couple: Floats | None) -> tuple[Floats, Floats]:
    """Diagonal (N x 6 or 7) and off-diagonal (one column less) of the Hessian, Nm per degree."""
    angles = np.column_stack([x, chest]) if couple is None else x
    bend = np.diff(angles, axis=1)
    flexed, extended = level_parts(chain, bend[:, :5])
    levels = chain.linear + level_moment() * (flexed * chain.flexion + extended * chain.extension)
    hip = (chain.hip_size * chain.hip_rate * np.exp(chain.hip_rate * angles[:, :1])).sum(axis=1)
    stiffness = np.column_stack([hip, levels, chain.top])
    pull = -chain.weight[:, :, 0] * np.sin(angles * RADIAN) - chain.weight[:, :, 1] * np.cos(angles * RADIAN)
    diagonal = stiffness + np.column_stack([stiffness[:, 1:], np.zeros(len(chain))]) + pull * RADIAN
    size = 6 if couple is None else 7
    return diagonal[:, :size], -stiffness[:, 1:size]


def couple_at_chest(chain: Chain, x: Floats, chest: Floats) -> Floats:
    """The couple that holds the chest at its angle: the effort of the task (Nm)."""
    pull = chain.weight[:, 6]
    held: Floats = chain.top * (chest - x[:, 5]) + pull[:, 0] * np.cos(chest * RADIAN) - pull[:, 1] * np.sin(chest * RADIAN)
    return held + pull[:, 2]


def hip_couple(chain: Chain, pelvis: Floats) -> Floats:
    """What both hips set against a pelvis tilted so far (Nm)."""
    moment: Floats = (chain.hip_size * np.exp(chain.hip_rate * pelvis[:, None])).sum(axis=1)
    return moment + chain.hip_constant


def level_parts(chain: Chain, bend: Floats) -> tuple[Floats, Floats]:
    return np.exp(bend * chain.flexion), np.exp(-bend * chain.extension)
