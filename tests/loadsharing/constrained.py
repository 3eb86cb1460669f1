"""The general chain, compiled: chest free, up to two constraints, gravity, and muscle effort if it is weighed.

    minimise    U(x) + V(x) - couple * chest + W/2 sum_j (r_j / S_j)^2       x: pelvis L5 L4 L3 L2 L1 chest (7)
    subject to  sum_k P_ik sin x_k + Q_ik cos x_k + L_ik x_k = target_i      i = 1, 2 at most

    r_j = R_j + G_j       what muscle supplies at joint j: passive moment plus the weight of all above it; S_j its strength

Every place on the chain is a sum of sines and cosines of inclinations, so an angle, a reach and a balance all have this form.
Newton on the conditions of Karush, Kuhn and Tucker, H exact and dense, the step halved until the imbalance falls.
"""

# ruff: noqa: PLR0917, C901 - compiled code takes its arrays one by one, and a step has to stay in one loop
from dataclasses import dataclass
from math import cos, exp, sin

import numpy as np
from numpy.typing import NDArray

from psoas.mechanics.balance import SOLVED, UNSETTLED, Rest, first_guess
from psoas.mechanics.bodies import Bodies, Floats
from psoas.mechanics.chain import Chain, level_moment
from psoas.mechanics.compilation import compiled
from psoas.mechanics.hip import RADIAN
from psoas.mechanics.parameters import values_of
from psoas.mechanics.weight import GRAVITY, moments_of

TOLERANCE = 1e-8
ROUNDS = 100
STRIDE = 3.0
PELVIS_TURN = 25.0
SCALE = 100.0
"""Newton metres that a whole radian or metre of broken constraint counts for."""
M = level_moment()


Body = tuple[Floats, Floats, Floats, Floats, float, Floats, Floats]


@dataclass(frozen=True, kw_only=True)
class Constraints:
    """P, Q, L (N x m x 7 each, in one array N x m x 7 x 3) and targets (N x m)."""

    form: Floats
    target: Floats


def hold_chest(chest: Floats) -> Constraints:
    """The chest at these inclinations (degrees)."""
    form = np.zeros((len(chest), 1, 7, 3))
    form[:, 0, 6, 2] = 1
    return Constraints(form=form, target=chest[:, None] * RADIAN)


def balance_over(bodies: Bodies, forward: Floats) -> Constraints:
    """The centre of mass of all above the hips so far in front of them (m)."""
    x, y = moments_of(bodies)
    mass = (values_of("mass-shares")[3] * bodies.mass)[:, None]
    form = np.zeros((len(bodies), 1, 7, 3))
    form[:, 0, :, 0], form[:, 0, :, 1] = y / mass, x / mass
    return Constraints(form=form, target=forward[:, None])


def both(first: Constraints, second: Constraints) -> Constraints:
    """Two constraints at once."""
    return Constraints(form=np.concatenate([first.form, second.form], axis=1), target=np.hstack([first.target, second.target]))


def settle_constrained(
    chain: Chain, bodies: Bodies, constraints: Constraints, *, start: Floats, effort: float = 0.0, load: Floats | None = None
) -> tuple[Rest, Floats]:
    """Where the chain rests and the multipliers of its constraints (N x m; Nm for an angle, N for a place).

    `load` (kg) hangs from the shoulders, where only muscle feels it (it enters r, not V).
    """
    count = len(chain)
    forward, up = moments_of(bodies)
    if load is not None:
        up = up + np.outer(load, [*np.array(values_of("joint-steps-up")), values_of("chest-mass-height")[0]])
    pull = np.stack([-GRAVITY * forward, GRAVITY * up, GRAVITY * forward], axis=2)
    strength = np.outer(GRAVITY * bodies.mass * bodies.height, np.repeat(values_of("strength"), [1, 6]))
    angles, multiplier = np.ascontiguousarray(start, dtype=np.float64).copy(), np.zeros(constraints.target.shape)
    outcome = np.empty(count, dtype=np.int8)
    solve_each(
        _springs(chain),
        chain.weight,
        pull,
        strength,
        effort,
        constraints.form,
        constraints.target,
        angles,
        multiplier,
        outcome,
    )
    return Rest(angles=angles, couple=-multiplier[:, 0], outcome=outcome), multiplier


def start_at(chain: Chain, chest: Floats) -> Floats:
    """A first guess with the chest at these inclinations (N x 7)."""
    return np.column_stack([first_guess(chain, chest), chest])


def _springs(chain: Chain) -> Floats:
    """All springs of a body in one row: constant, top, then 5 x (linear, 1/bf, 1/be), then H x (size, rate)."""
    levels = np.stack([chain.linear, chain.flexion, chain.extension], axis=2).reshape(len(chain), 15)
    limbs = np.stack([chain.hip_size, chain.hip_rate], axis=2).reshape(len(chain), -1)
    return np.ascontiguousarray(np.column_stack([chain.hip_constant, chain.top, levels, limbs]))


@compiled
def solve_each(
    springs: Floats, weight: Floats, pull: Floats, strength: Floats, effort: float, form: Floats, target: Floats,
    angles: Floats, multiplier: Floats, outcome: NDArray[np.int8],
) -> None:  # fmt: skip
    """Every body in turn."""
    rules = target.shape[1]
    size = 7 + rules
    system, right, tried = np.empty((size, size)), np.empty(size), np.empty(7)
    other, other_right = np.empty((size, size)), np.empty(size)
    lever, supplied, bent, twice = np.empty((7, 7)), np.empty(7), np.empty(7), np.empty(7)
    factor, step = np.empty(rules), np.empty(size)
    work = (lever, supplied, bent, twice)
    for b in range(len(angles)):
        x = angles[b]
        factor[:] = 0.0
        body = (springs[b], weight[b], pull[b], strength[b], effort, form[b], target[b])
        left = assemble(x, factor, body, work, system, right)
        outcome[b] = UNSETTLED
        for _ in range(ROUNDS):
            if left <= (TOLERANCE * (1 + abs(factor[0]))) ** 2:
                outcome[b] = SOLVED
                break
            eliminate(system, right, step)
            largest = max(1.0, abs(step[0]) / PELVIS_TURN)
            for k in range(5):
                turn = step[k + 1] - step[k]
                largest = max(largest, turn * springs[b, 3 + 3 * k] / STRIDE, -turn * springs[b, 4 + 3 * k] / STRIDE)
            share, after, moved = 1.0 / largest, left, False
            for _halving in range(25):
                for k in range(7):
                    tried[k] = x[k] + share * step[k]
                for i in range(rules):
                    other_right[7 + i] = factor[i] + share * step[7 + i]
                after = assemble(tried, other_right[7:].copy(), body, work, other, other_right)
                if after < left * (1 - 1e-4 * share):
                    moved = True
                    break
                share /= 2
            if not moved:
                break
            for k in range(7):
                x[k] = tried[k]
            for i in range(rules):
                factor[i] += share * step[7 + i]
            system, other = other, system
            right, other_right = other_right, right
            left = after
        for i in range(rules):
            multiplier[b, i] = factor[i]


@compiled
def assemble(x: Floats, factor: Floats, body: Body, work: tuple[Floats, ...], system: Floats, right: Floats) -> float:
    """Hessian and Jacobian into `system`, minus the imbalance into `right`; returns the imbalance squared."""
    springs, weight, pull, strength, effort, form, target = body
    lever, supplied, bent, twice = work
    system[:, :] = 0.0
    right[:] = 0.0
    moments(x, springs, supplied, bent, twice)
    for k in range(7):
        sine, cosine = sin(x[k] * RADIAN), cos(x[k] * RADIAN)
        slope = weight[k, 0] * cosine - weight[k, 1] * sine + weight[k, 2]
        system[k, k] = bent[k] - (weight[k, 0] * sine + weight[k, 1] * cosine) * RADIAN
        right[k] = -supplied[k] - slope
        if k < 6:
            system[k, k] += bent[k + 1]
            system[k, k + 1] -= bent[k + 1]
            system[k + 1, k] -= bent[k + 1]
            right[k] += supplied[k + 1]
        for i in range(len(factor)):
            along = form[i, k, 0] * cosine - form[i, k, 1] * sine + form[i, k, 2]
            system[k, 7 + i] = along
            system[7 + i, k] = along * RADIAN * SCALE
            system[k, k] -= factor[i] * (form[i, k, 0] * sine + form[i, k, 1] * cosine) * RADIAN
            right[k] -= factor[i] * along
            right[7 + i] -= SCALE * (form[i, k, 0] * sine + form[i, k, 1] * cosine + form[i, k, 2] * x[k] * RADIAN)
    for i in range(len(factor)):
        right[7 + i] += SCALE * target[i]
    if effort > 0.0:
        weigh_effort(x, pull, strength, effort, lever, supplied, bent, twice, system, right)
    total = 0.0
    for k in range(len(right)):
        total += right[k] * right[k]
    return total


@compiled
def moments(x: Floats, springs: Floats, supplied: Floats, bent: Floats, twice: Floats) -> None:
    """Moment, stiffness (per degree) and its change (per degree squared) of each joint, hip first."""
    supplied[0], bent[0], twice[0] = springs[0], 0.0, 0.0
    for limb in range(17, len(springs), 2):
        if springs[limb] != 0.0:
            part, rate = springs[limb] * exp(springs[limb + 1] * x[0]), springs[limb + 1]
            supplied[0] += part
            bent[0] += rate * part
            twice[0] += rate * rate * part
    for k in range(5):
        linear, flexion, extension = springs[2 + 3 * k], springs[3 + 3 * k], springs[4 + 3 * k]
        bend = x[k + 1] - x[k]
        flexed, extended = M * exp(bend * flexion), M * exp(-bend * extension)
        supplied[k + 1] = linear * bend + flexed - extended
        bent[k + 1] = linear + flexed * flexion + extended * extension
        twice[k + 1] = flexed * flexion * flexion - extended * extension * extension
    supplied[6], bent[6], twice[6] = springs[1] * (x[6] - x[5]), springs[1], 0.0


@compiled
def weigh_effort(
    x: Floats, pull: Floats, strength: Floats, effort: float, lever: Floats, supplied: Floats, bent: Floats, twice: Floats,
    system: Floats, right: Floats,
) -> None:  # fmt: skip
    """Add W/2 sum (r/S)^2: its gradient to `right`, its whole Hessian to `system`. `lever` is dr_j/dx_k per degree."""
    lever[:, :] = 0.0
    above = 0.0
    for j in range(6, -1, -1):
        sine, cosine = sin(x[j] * RADIAN), cos(x[j] * RADIAN)
        above += pull[j, 0] * cosine - pull[j, 1] * sine + pull[j, 2]
        fall = -(pull[j, 0] * sine + pull[j, 1] * cosine) * RADIAN
        for i in range(j + 1):
            lever[i, j] += fall
        lever[j, j] += bent[j]
        if j > 0:
            lever[j, j - 1] -= bent[j]
        supplied[j] = effort * (supplied[j] + above) / strength[j] ** 2
    pressed = 0.0
    for j in range(7):
        pressed += supplied[j]
        sine, cosine = sin(x[j] * RADIAN), cos(x[j] * RADIAN)
        third = (pull[j, 1] * sine - pull[j, 0] * cosine) * RADIAN * RADIAN
        system[j, j] += (pressed * third + supplied[j] * twice[j]) / RADIAN
        if j > 0:
            system[j - 1, j - 1] += supplied[j] * twice[j] / RADIAN
            system[j, j - 1] -= supplied[j] * twice[j] / RADIAN
            system[j - 1, j] -= supplied[j] * twice[j] / RADIAN
        share = effort / strength[j] ** 2
        for k in range(7):
            right[k] -= supplied[j] * lever[j, k] / RADIAN
            for other in range(7):
                system[k, other] += share * lever[j, k] * lever[j, other] / RADIAN


@compiled
def eliminate(system: Floats, right: Floats, step: Floats) -> None:
    """Gauss with row exchange; `system` and `right` are used up."""
    size = len(right)
    for column in range(size):
        best = column
        for row in range(column + 1, size):
            if abs(system[row, column]) > abs(system[best, column]):
                best = row
        if best != column:
            for k in range(column, size):
                system[column, k], system[best, k] = system[best, k], system[column, k]
            right[column], right[best] = right[best], right[column]
        inverse = 1.0 / system[column, column] if system[column, column] != 0.0 else 0.0
        for row in range(column + 1, size):
            part = system[row, column] * inverse
            if part != 0.0:
                for k in range(column + 1, size):
                    system[row, k] -= part * system[column, k]
                right[row] -= part * right[column]
        system[column, column] = inverse
    for column in range(size - 1, -1, -1):
        total = right[column]
        for k in range(column + 1, size):
            total -= system[column, k] * step[k]
        step[column] = total * system[column, column]
