"""Where the chain comes to rest: damped Newton on arrays, plain numpy (nothing to compile: for the web process).

    x <- x - s H^-1 g      H tridiagonal; s halved until |g| falls, no joint turning more than STRIDE times its length a step

Out of reach: the couple that the task needs is more than the weight of the trunk could ever make about the hips.
Shapes: N bodies; x is N x 6 (chest held at an angle) or N x 7 (chest free under a couple).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from psoas.mechanics.bodies import Flags, Floats
from psoas.mechanics.chain import Chain, couple_at_chest, hessian, residual, rows_of

SOLVED, OUT_OF_REACH, UNSETTLED = 0, 1, 2
Outcome = Literal["solved", "out-of-reach", "unsettled"]
OUTCOMES: tuple[Outcome, ...] = ("solved", "out-of-reach", "unsettled")

TOLERANCE = 1e-10
"""Nm left at any segment, against a moment of 1 Nm; larger moments, in proportion."""
ROUNDS = 80
HALVINGS = 30
STRIDE = 3.0
HIP_STRIDE = 25.0
"""Degrees the pelvis may turn in one step."""


@dataclass(frozen=True, kw_only=True)
class Rest:
    """Inclinations at rest (N x 7: pelvis to chest), the couple on the chest (N), and how it ended (N)."""

    angles: Floats
    couple: Floats
    outcome: NDArray[np.int8]

    @property
    def solved(self) -> Flags:
        return np.asarray(self.outcome == SOLVED)


def settle_at_angle(chain: Chain, chest: Floats, *, reach: Floats, start: Floats | None = None) -> Rest:
    """The chest is held at these inclinations (degrees); `start` (N x 6) is a place to begin from, if one is known."""
    x, settled = _newton(chain, first_guess(chain, chest) if start is None else start, chest, None)
    couple = couple_at_chest(chain, x, chest)
    return _rest(np.column_stack([x, chest]), couple, settled, reach)


def settle_under_couple(chain: Chain, couple: Floats, *, start: Floats, reach: Floats) -> Rest:
    """The chest is free and a couple (Nm) bends it; `start` (N x 7) is a posture to begin from."""
    x, settled = _newton(chain, start, np.zeros(len(chain)), couple)
    return _rest(x, couple, settled, reach)


def first_guess(chain: Chain, chest: Floats) -> Floats:
    """Each joint turned in proportion to how soft it is halfway."""
    levels = 1 / (chain.linear + 2 * chain.flexion)
    soft = np.column_stack([np.full(len(chain), 1.2), levels, 1 / chain.top])
    parts = soft / soft.sum(axis=1, keepdims=True)
    guess: Floats = np.cumsum(parts, axis=1)[:, :6] * chest[:, None]
    return guess


def _rest(angles: Floats, couple: Floats, settled: Flags, reach: Floats) -> Rest:
    outcome = np.where(settled, np.where(np.abs(couple) > reach, OUT_OF_REACH, SOLVED), UNSETTLED)
    return Rest(angles=angles, couple=couple, outcome=outcome.astype(np.int8))


def _newton(chain: Chain, x: Floats, chest: Floats, couple: Floats | None) -> tuple[Floats, Flags]:
    """Rows that have come to rest, or that no step can better, leave the round."""
    x, settled = x.copy(), np.zeros(len(x), dtype=np.bool_)
    busy = np.arange(len(x))
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(ROUNDS):
            settled[busy] = _quiet(chain, x, chest, couple, busy)
            busy = busy[~settled[busy]]
            if not busy.size:
                break
            part, held = rows_of(chain, busy), None if couple is None else couple[busy]
            out = residual(part, x[busy], chest[busy], held)
            diagonal, beside = hessian(part, x[busy], chest[busy], held)
            step = _capped(part, solve_tridiagonal(diagonal, beside, -out))
            better, moved = _damped(part, x[busy], chest[busy], held, step, out)
            busy = busy[moved]
            x[busy] = better[moved]
    return x, settled


def _quiet(chain: Chain, x: Floats, chest: Floats, couple: Floats | None, rows: NDArray[np.int64]) -> Flags:
    """Which of these rows have come to rest."""
    part, held = rows_of(chain, rows), None if couple is None else couple[rows]
    return _settled(part, x[rows], chest[rows], held, residual(part, x[rows], chest[rows], held))


def _settled(chain: Chain, x: Floats, chest: Floats, couple: Floats | None, out: Floats) -> Flags:
    """Nothing is left over, and the equilibrium is a stable one."""
    held = couple_at_chest(chain, x, chest) if couple is None else couple
    quiet = np.max(np.abs(out), axis=1) <= TOLERANCE * (1 + np.abs(held))
    return np.asarray(quiet & _stable(*hessian(chain, x, chest, couple)))


def _stable(diagonal: Floats, beside: Floats) -> Flags:
    """All pivots of the elimination positive: the energy is at a minimum."""
    pivot, least = diagonal[:, 0], diagonal[:, 0]
    for column in range(1, diagonal.shape[1]):
        pivot = diagonal[:, column] - beside[:, column - 1] ** 2 / pivot
        least = np.minimum(least, pivot)
    return np.asarray(least > 0)


def _capped(chain: Chain, step: Floats) -> Floats:
    """No exponential may grow more than exp(STRIDE)-fold in one step."""
    turn = np.abs(np.diff(step[:, :6], axis=1)) * np.maximum(chain.flexion, chain.extension)
    largest = np.maximum(turn.max(axis=1) / STRIDE, np.abs(step[:, 0]) / HIP_STRIDE)
    capped: Floats = step / np.maximum(largest, 1.0)[:, None]
    return capped


def _damped(  # noqa: PLR0917  # the state of a Newton step
    chain: Chain, x: Floats, chest: Floats, couple: Floats | None, step: Floats, out: Floats
) -> tuple[Floats, Flags]:
    """Halve the step of those rows whose imbalance would grow; and which rows found a better place."""
    before = np.linalg.norm(out, axis=1)
    share, worse, tried = np.ones(len(x)), np.ones(len(x), dtype=np.bool_), x
    for _ in range(HALVINGS):
        tried = x + share[:, None] * step
        left = residual(chain, tried, chest, couple)
        worse = ~(np.linalg.norm(left, axis=1) <= before * (1 - 1e-4 * share))
        if not worse.any():
            break
        share = np.where(worse, share / 2, share)
    return tried, ~worse


def solve_tridiagonal(diagonal: Floats, beside: Floats, right: Floats) -> Floats:
    """N symmetric tridiagonal systems at once. Pivots below zero are turned over: then the step still goes downhill."""
    count = diagonal.shape[1]
    pivot, down = np.empty_like(diagonal), np.empty_like(right)
    pivot[:, 0], down[:, 0] = _positive(diagonal[:, 0]), right[:, 0]
    for column in range(1, count):
        factor = beside[:, column - 1] / pivot[:, column - 1]
        pivot[:, column] = _positive(diagonal[:, column] - factor * beside[:, column - 1])
        down[:, column] = right[:, column] - factor * down[:, column - 1]
    solution = np.empty_like(right)
    solution[:, -1] = down[:, -1] / pivot[:, -1]
    for column in range(count - 2, -1, -1):
        solution[:, column] = (down[:, column] - beside[:, column] * solution[:, column + 1]) / pivot[:, column]
    return solution


def _positive(pivot: Floats) -> Floats:
    return np.maximum(np.abs(pivot), 1e-9)
