"""The hip as a spring: a sum of exponential limbs, each moved by the range it belongs to.

    R(h) = sum_i amplitude_i exp(rate_i h) + constant        Nm that one hip sets against h degrees of flexion

    limb                      moved by
    front (1 or 2 rows)       hip extension
    back, hamstrings (1, 2)   straight-leg raise
    capsule, flexed           knee-bent hip flexion
    capsule, extended         hip extension

Two families, Riener 1999 and Anderson 2007, differ more than anything else in the model: both are always run.

Everybody's own standing is an equilibrium, R(0) = 0 with straight knees (tonic offset), and every angle counts from there:
what moving a limb adds at hip 0 is taken off again. A limb moved toward less range then resists more at every h > 0. On a
chair or in a squat the knees are bent and the front of the hip is slack: no muscle has to balance it, so its part stays.
"""

from functools import cache

import numpy as np

from psoas.mechanics.bodies import Bodies, Floats
from psoas.mechanics.parameters import values_of

RADIAN = np.pi / 180
BEHIND = slice(2, 5)
"""The limbs that resist flexion, of six: front, front; back, back; capsule in flexion; capsule in extension. Riener's family
leaves the second of each pair empty."""
ROWS = ("18-25", "55-65", "over-65")


def limbs_of(bodies: Bodies, *, knee: float) -> tuple[Floats, Floats, Floats]:
    """Amplitudes and rates (N x 6, per degree) and constants (N) of one hip with the knee bent so far."""
    stop, stop_rate = _flexion_stop()
    brake, brake_rate = _extension_stop(bodies)
    capsule = np.column_stack([np.full(len(bodies), stop), brake])
    front, back, rates = _curves(bodies, knee=knee)
    resting_front, resting_back, _ = _curves(bodies, knee=0.0)
    unmoved = np.column_stack([front, back, capsule])
    rate = np.column_stack([rates, np.full(len(bodies), stop_rate), np.full(len(bodies), brake_rate)])
    moved = unmoved * np.exp(-rate * _shifts(bodies))
    balanced = slice(None) if knee == 0 else BEHIND
    at_rest = resting_front.sum(axis=1) + resting_back.sum(axis=1) + capsule.sum(axis=1)
    at_rest = at_rest + (moved - unmoved)[:, balanced].sum(axis=1)
    return bodies.hip_scale[:, None] * moved, rate, -bodies.hip_scale * at_rest


def _shifts(bodies: Bodies) -> Floats:
    """How far each limb is moved along the flexion axis: more extension moves the front limbs backwards."""
    front, back = -bodies.shift_extension, bodies.shift_hamstrings
    return np.column_stack([front, front, back, back, bodies.shift_flexion, front])


def _curves(bodies: Bodies, *, knee: float) -> tuple[Floats, Floats, Floats]:
    """Front (N x 2) and back (N x 2) amplitudes and their rates (N x 4) at hip 0, unmoved."""
    if not bodies.second_curve.any():
        front, back, rates = _riener(knee)
        many = len(bodies), 1
        return np.tile(front, many), np.tile(back, many), np.tile(rates, many)
    if bodies.second_curve.all():
        return _anderson(bodies)
    first_front, first_back, first_rate = _riener(knee)
    second_front, second_back, second_rate = _anderson(bodies)
    second = bodies.second_curve[:, None]
    return (
        np.where(second, second_front, first_front),
        np.where(second, second_back, first_back),
        np.where(second, second_rate, first_rate),
    )


def _riener(knee: float) -> tuple[Floats, Floats, Floats]:
    c0, c1, c2 = values_of("hip-extension-limb")
    d0, d1, d2 = values_of("hip-hamstring-limb")
    front, back = -np.exp(c0 + c1 * knee), np.exp(d0 + d1 * knee)
    return np.array([[front, 0.0]]), np.array([[back, 0.0]]), np.array([[c2, c2, d2, d2]])


def _anderson(bodies: Bodies) -> tuple[Floats, Floats, Floats]:
    """Rows of the table on both sides of this age, mixed in proportion. Per sex; the age gaps are bridged, not measured."""
    young, middle, old, later = values_of("anderson-ages")
    row = np.interp(bodies.age, [young, middle, old, later], [0.0, 1.0, 1.0, 2.0])
    below = np.minimum(row.astype(np.int64), 1)
    mix = (row - below)[:, None]
    sex = bodies.female.astype(np.int64)
    table = _anderson_table()
    low, high = table[sex, below], table[sex, below + 1]
    front = np.column_stack([low[:, 0], high[:, 0]]) * np.hstack([1 - mix, mix])
    back = np.column_stack([low[:, 2], high[:, 2]]) * np.hstack([1 - mix, mix])
    rate = np.column_stack([low[:, 1], high[:, 1], low[:, 3], high[:, 3]]) * RADIAN
    return front, back, rate


@cache
def _anderson_table() -> Floats:
    """Sex (male, female) x row of ages x (B1, k1, B2, k2). Young men's flexion limb is unusable: the next row's stands in."""
    table = np.array([[values_of(f"anderson-{sex}-{row}") for row in ROWS] for sex in ("male", "female")])
    table[0, 0, 2:] = table[0, 1, 2:]
    return table


def _flexion_stop() -> tuple[float, float]:
    size, rate, start = values_of("hip-end-stop-flexion")
    return float(size * np.exp(-rate * start)), rate * RADIAN


def _extension_stop(bodies: Bodies) -> tuple[Floats, float]:
    size, rate = values_of("hip-end-stop-extension")[:2]
    return -size * np.exp(-rate * bodies.extension_stop), rate * RADIAN
