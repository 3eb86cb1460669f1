"""The same equilibrium as `balance`, compiled, for populations: sixteen bodies side by side.

In: the arrays of a `Chain` and the chest's inclination of each body. Out, written into the arrays given: inclinations N x 7,
the couple on the chest, an outcome.

A tridiagonal solve waits for each of its divisions in turn, so bodies are taken in lanes: every line of arithmetic works on
LANES bodies, which the compiler turns into vector instructions. A lane whose imbalance would grow halves its own step; a lane
that has come to rest stays where it is until its neighbours have, too: nobody's answer depends on who stands beside them.
"""

# ruff: noqa: PLR0917, C901, PLR0912 - compiled code takes its arrays one by one, and a step has to stay in one loop
from math import cos, sin

import numpy as np
from numpy.typing import NDArray

from psoas.mechanics.balance import OUT_OF_REACH, SOLVED, UNSETTLED, Rest
from psoas.mechanics.bodies import Floats
from psoas.mechanics.chain import Chain, level_moment
from psoas.mechanics.compilation import compiled
from psoas.mechanics.hip import RADIAN

Work = tuple[Floats, ...]
Outcomes = NDArray[np.int8]

LANES = 16
TOLERANCE = 1e-6
"""Nm, against 1 Nm, before the last step, which squares it: some 1e-11 degrees, so that a table and a single person agree."""
ROUNDS = 400
PELVIS_TURN = 25.0
GROWTH = 3.0
AIMING, STRETCH = 3, 1.5
FUSED = 20.0
"""Nm per degree: a level stiffer than this is not bent by the first guess."""
M = level_moment()


def settle_population(chain: Chain, chest: Floats, *, reach: Floats) -> Rest:
    """As `balance.settle_at_angle`, compiled."""
    angles = np.empty((len(chain), 7))
    couple, outcome = np.empty(len(chain)), np.empty(len(chain), dtype=np.int8)
    given = (np.ascontiguousarray(chest), angles, couple)
    solve_all(*arrays_of(chain), *given, outcome)  # type: ignore[call-arg,arg-type]  # eight arrays in a row
    outcome[(outcome == SOLVED) & (np.abs(couple) > reach)] = OUT_OF_REACH
    return Rest(angles=angles, couple=couple, outcome=outcome)


def arrays_of(chain: Chain) -> tuple[Floats, ...]:
    """The chain as the compiled functions take it."""
    fields = (chain.hip_size, chain.hip_rate, chain.hip_constant, chain.linear, chain.flexion, chain.extension, chain.top)
    return (*map(np.ascontiguousarray, fields), np.ascontiguousarray(chain.weight))


@compiled
def solve_all(
    hip_size: Floats,
    hip_rate: Floats,
    hip_constant: Floats,
    linear: Floats,
    flexion: Floats,
    extension: Floats,
    top: Floats,
    weight: Floats,
    chest: Floats,
    angles: Floats,
    couple: Floats,
    outcome: Outcomes,
) -> None:
    """Every body, LANES at a time; a last, shorter group is filled up with its first body."""
    limbs = hip_size.shape[1]
    weighs = bool(np.any(weight))
    size, rate = np.empty((limbs, LANES)), np.empty((limbs, LANES))
    level, pull = np.empty((3, 5, LANES)), np.zeros((7, 3, LANES))
    row = np.empty((3, LANES))
    x = np.empty((7, LANES))
    work = workspace()
    for first in range(0, len(top), LANES):
        for lane in range(LANES):
            b = first + lane if first + lane < len(top) else first
            for k in range(limbs):
                size[k, lane], rate[k, lane] = hip_size[b, k], hip_rate[b, k]
            for k in range(5):
                level[0, k, lane], level[1, k, lane], level[2, k, lane] = linear[b, k], flexion[b, k], extension[b, k]
            row[0, lane], row[1, lane] = hip_constant[b], top[b]
            x[6, lane] = chest[b]
            if weighs:
                for k in range(7):
                    for part in range(3):
                        pull[k, part, lane] = weight[b, k, part]
        settle(x, size, rate, level, row, pull, weighs, work)
        for lane in range(min(LANES, len(top) - first)):
            b = first + lane
            for k in range(7):
                angles[b, k] = x[k, lane]
            couple[b] = row[1, lane] * (x[6, lane] - x[5, lane]) + draw(x[6, lane], pull[6, 0, lane], pull[6, 1, lane])
            couple[b] += pull[6, 2, lane]
            outcome[b] = SOLVED if row[2, lane] == 1.0 else UNSETTLED


@compiled
def workspace() -> Work:
    """Arrays that every group uses again; the weights' stiffness starts, and without weights stays, at nothing."""
    grid = (6, LANES)
    return (
        np.empty(grid), np.empty((7, LANES)), np.zeros(grid), np.empty(grid), np.empty((7, LANES)), np.zeros(grid),
        np.empty((7, LANES)), np.empty(grid), np.empty(grid), np.empty(LANES), np.empty(LANES), np.empty(LANES),
        np.empty(LANES),
    )  # fmt: skip


@compiled
def settle(x: Floats, size: Floats, rate: Floats, level: Floats, row: Floats, pull: Floats, weighs: bool, work: Work) -> None:
    """Newton in lockstep; row[2] says which lanes have come to rest."""
    slope, stiff, stiff_pull, new_slope, new_stiff, new_pull, tried, step, pivot, left, after, share, largest = work
    aim(x, size, rate, level, row, pivot)
    for k in range(6):
        for lane in range(LANES):
            step[k, lane] = 0.0
    for lane in range(LANES):
        tried[6, lane] = x[6, lane]
        left[lane], share[lane], row[2, lane] = np.inf, 1.0, 0.0
    for _ in range(ROUNDS):
        for k in range(6):
            for lane in range(LANES):
                tried[k, lane] = x[k, lane] + share[lane] * step[k, lane]
        evaluate(tried, size, rate, level, row, pull, weighs, new_slope, new_stiff, new_pull, after)
        resting = 0.0
        for lane in range(LANES):
            better = row[2, lane] == 0.0 and after[lane] <= left[lane] * (1 - 1e-4 * share[lane])
            share[lane] = 1.0 if better else share[lane] / 2
            left[lane] = after[lane] if better else left[lane]
        for k in range(6):
            for lane in range(LANES):
                better = share[lane] == 1.0
                x[k, lane] = tried[k, lane] if better else x[k, lane]
                slope[k, lane] = new_slope[k, lane] if better else slope[k, lane]
                stiff_pull[k, lane] = new_pull[k, lane] if better else stiff_pull[k, lane]
        for k in range(7):
            for lane in range(LANES):
                stiff[k, lane] = new_stiff[k, lane] if share[lane] == 1.0 else stiff[k, lane]
        for lane in range(LANES):
            held = abs(row[1, lane] * (x[6, lane] - x[5, lane]))
            row[2, lane] = 1.0 if left[lane] <= (TOLERANCE * (1 + held)) ** 2 else row[2, lane]
            resting += row[2, lane]
        downhill(slope, stiff, stiff_pull, level, pivot, step, largest)
        if resting == LANES:
            break
    for k in range(6):
        for lane in range(LANES):
            x[k, lane] += step[k, lane] if row[2, lane] == 1.0 else 0.0


@compiled
def aim(x: Floats, size: Floats, rate: Floats, level: Floats, row: Floats, spare: Floats) -> None:
    """A good place to begin: all free levels bent by the same part v of their own length, weight left out.

    One equation, the moment of the hips against that of a free level, brought near its root by a few Newton steps in v.
    """
    v, free, soft, firm, ratio = spare[0], spare[1], spare[2], spare[3], spare[4]
    for lane in range(LANES):
        free[lane], soft[lane], firm[lane], ratio[lane] = 0.0, 0.0, 0.0, 0.0
    for k in range(5):
        for lane in range(LANES):
            moves = 1.0 if level[0, k, lane] < FUSED else 0.0
            free[lane] += moves / level[1, k, lane]
            soft[lane] += moves
            firm[lane] += moves * level[0, k, lane] / level[1, k, lane]
            ratio[lane] += moves * level[2, k, lane] / level[1, k, lane]
    for lane in range(LANES):
        count = max(soft[lane], 1.0)
        firm[lane] /= count
        ratio[lane] /= count
        v[lane] = 0.5 * x[6, lane] / max(free[lane], 10.0)
    for _ in range(AIMING):
        for lane in range(LANES):
            ahead, back = M * swift_exp(v[lane]), M * swift_exp(-v[lane] * ratio[lane])
            moment = firm[lane] * v[lane] + ahead - back
            rise = firm[lane] + ahead + ratio[lane] * back
            x[0, lane] = x[6, lane] - v[lane] * free[lane] - moment / row[1, lane]
            spare[5, lane] = moment
            soft[lane] = rise
        for lane in range(LANES):
            x[1, lane], x[2, lane] = row[0, lane], 0.0
        for k in range(size.shape[0]):
            for lane in range(LANES):
                part = size[k, lane] * swift_exp(rate[k, lane] * x[0, lane])
                x[1, lane] += part
                x[2, lane] += rate[k, lane] * part
        for lane in range(LANES):
            slope = x[2, lane] * (free[lane] + soft[lane] / row[1, lane]) + soft[lane]
            change = (x[1, lane] - spare[5, lane]) / slope
            v[lane] += min(max(change, -STRETCH), STRETCH)
    for lane in range(LANES):
        moment = firm[lane] * v[lane] + M * swift_exp(v[lane]) - M * swift_exp(-v[lane] * ratio[lane])
        x[0, lane] = x[6, lane] - v[lane] * free[lane] - moment / row[1, lane]
    for k in range(5):
        for lane in range(LANES):
            moves = 1.0 if level[0, k, lane] < FUSED else 0.0
            x[k + 1, lane] = x[k, lane] + moves * v[lane] / level[1, k, lane]


@compiled
def evaluate(
    x: Floats,
    size: Floats,
    rate: Floats,
    level: Floats,
    row: Floats,
    pull: Floats,
    weighs: bool,
    slope: Floats,
    stiff: Floats,
    stiff_pull: Floats,
    total: Floats,
) -> None:
    """The imbalance into `slope`, stiffnesses into `stiff`, those of weight into `stiff_pull`, |slope|^2 into `total`."""
    for lane in range(LANES):
        slope[0, lane] = row[0, lane]
        stiff[0, lane] = 0.0
        total[lane] = 0.0
        stiff[6, lane] = row[1, lane]
        slope[5, lane] = -row[1, lane] * (x[6, lane] - x[5, lane])
    for k in range(size.shape[0]):
        for lane in range(LANES):
            part = size[k, lane] * swift_exp(rate[k, lane] * x[0, lane])
            slope[0, lane] += part
            stiff[0, lane] += rate[k, lane] * part
    for k in range(1, 5):
        for lane in range(LANES):
            slope[k, lane] = 0.0
    for k in range(5):
        for lane in range(LANES):
            bend = x[k + 1, lane] - x[k, lane]
            flexed = M * swift_exp(bend * level[1, k, lane])
            extended = M * swift_exp(-bend * level[2, k, lane])
            moment = level[0, k, lane] * bend + flexed - extended
            stiff[k + 1, lane] = level[0, k, lane] + flexed * level[1, k, lane] + extended * level[2, k, lane]
            slope[k, lane] -= moment
            slope[k + 1, lane] += moment
    if weighs:
        for k in range(6):
            for lane in range(LANES):
                slope[k, lane] += draw(x[k, lane], pull[k, 0, lane], pull[k, 1, lane]) + pull[k, 2, lane]
                stiff_pull[k, lane] = draw(x[k, lane], -pull[k, 1, lane], pull[k, 0, lane]) * RADIAN
    for k in range(6):
        for lane in range(LANES):
            total[lane] += slope[k, lane] * slope[k, lane]


@compiled
def downhill(
    slope: Floats, stiff: Floats, stiff_pull: Floats, level: Floats, pivot: Floats, step: Floats, largest: Floats
) -> None:
    """The Newton step, pivots turned positive, no exponential growing more than exp(3)-fold."""
    for lane in range(LANES):
        pivot[0, lane] = 1.0 / max(abs(stiff[0, lane] + stiff[1, lane] + stiff_pull[0, lane]), 1e-9)
        step[0, lane] = -slope[0, lane]
    for k in range(1, 6):
        for lane in range(LANES):
            factor = stiff[k, lane] * pivot[k - 1, lane]
            diagonal = stiff[k, lane] + stiff[k + 1, lane] + stiff_pull[k, lane] - factor * stiff[k, lane]
            step[k, lane] = factor * step[k - 1, lane] - slope[k, lane]
            pivot[k, lane] = 1.0 / max(abs(diagonal), 1e-9)
    for lane in range(LANES):
        step[5, lane] *= pivot[5, lane]
        largest[lane] = 1.0
    for k in range(4, -1, -1):
        for lane in range(LANES):
            step[k, lane] = (step[k, lane] + stiff[k + 1, lane] * step[k + 1, lane]) * pivot[k, lane]
            turn = (step[k + 1, lane] - step[k, lane]) * (1 / GROWTH)
            largest[lane] = max(largest[lane], turn * level[1, k, lane], -turn * level[2, k, lane])
    for lane in range(LANES):
        largest[lane] = 1.0 / max(largest[lane], abs(step[0, lane]) * (1 / PELVIS_TURN))
    for k in range(6):
        for lane in range(LANES):
            step[k, lane] *= largest[lane]


@compiled
def swift_exp(power: float) -> float:
    """exp(power) by sums and products alone, so that lanes stay vectors: a Taylor polynomial of power/256, squared 8 times.

    Relative error below 1e-12 for |power| < 60; beyond, the value at 60 (no step ever comes near it).
    """
    z = min(max(power, -60.0), 60.0) * (1 / 256)
    y = 1 + z * (1 / 9) * (1 + z * (1 / 10))
    y = 1 + z * (1 / 6) * (1 + z * (1 / 7) * (1 + z * (1 / 8) * y))
    y = 1 + z * (1 + z * (1 / 2) * (1 + z * (1 / 3) * (1 + z * (1 / 4) * (1 + z * (1 / 5) * y))))
    y *= y
    y *= y
    y *= y
    y *= y
    y *= y
    y *= y
    y *= y
    return y * y


@compiled
def draw(angle: float, sine: float, cosine: float) -> float:
    """The derivative of P sin A + Q cos A."""
    return sine * cos(angle * RADIAN) - cosine * sin(angle * RADIAN)
