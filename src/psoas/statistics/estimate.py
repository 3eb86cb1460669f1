"""What each of several things contributes, when they come together: a regression pulled toward nothing.

    y = X b + e        y: one number an occasion; X: occasion x thing, 1 where the thing was present
    b ~ N(0, T^2)      the prior: without evidence a thing does nothing; T = `expected_effect`
    e ~ N(0, s^2)      the noise of an occasion; s starts at `noise`, believed as much as `noise_weight` occasions

    precision   P = X'X / s^2 + I / T^2
    estimate    b = P^-1 X'y / s^2                          shrunk toward zero, most where there is least evidence
    interval    b +- t(0.95, v) sqrt(diag P^-1)             90 %, Student's t with v = noise_weight + spare occasions
    noise       s^2 = (noise_weight noise^2 + residuals) / v        spare occasions = n - trace of the hat matrix

Things that always come together cannot be told apart: each gets an equal part and an interval as wide as the prior leaves
it. That is how the prior deals with collinearity; nothing has to be inverted that cannot be.

In plain Python: there are at most as many things as movements, and the page that shows them must also work where no compiled
library is.
"""

from collections.abc import Sequence
from typing import Annotated

from annotated_types import Gt

from psoas.statistics.student_t import quantile
from psoas.vocabulary.value import value

Vector = Sequence[float]
Matrix = Sequence[Vector]
"""Row by row."""
UPPER_TAIL = 0.95
"""Five per cent above and five below leave 90 %."""


@value
class Prior:
    """What is believed before the first occasion, in the unit of y."""

    expected_effect: Annotated[float, Gt(0)]
    noise: Annotated[float, Gt(0)]
    noise_weight: Annotated[float, Gt(0)]


@value
class Estimate:
    """A contribution and the 90 % interval around it."""

    mean: float
    low: float
    high: float


def estimate_effects(present: Matrix, outcome: Vector, *, prior: Prior) -> tuple[Estimate, ...]:
    """One estimate for each column of `present` (occasion x thing) from one `outcome` an occasion."""
    together, toward = _products(present), _toward(present, outcome)
    first, spread = _posterior(together, toward, variance=prior.noise**2, prior=prior)
    used = sum(_dot(spread[i], together[i]) for i in range(len(spread))) / prior.noise**2
    variance, freedom = _noise(present, outcome, first, used=used, prior=prior)
    mean, covariance = _posterior(together, toward, variance=variance, prior=prior)
    times = quantile(UPPER_TAIL, freedom)
    margins = [times * covariance[i][i] ** 0.5 for i in range(len(mean))]
    return tuple(Estimate(mean=m, low=m - w, high=m + w) for m, w in zip(mean, margins, strict=True))


def _products(present: Matrix) -> list[list[float]]:
    """X'X: how often two things came together."""
    columns = list(zip(*present, strict=True))
    return [[_dot(one, other) for other in columns] for one in columns]


def _toward(present: Matrix, outcome: Vector) -> list[float]:
    """X'y."""
    return [_dot(column, outcome) for column in zip(*present, strict=True)]


def _posterior(together: Matrix, toward: Vector, *, variance: float, prior: Prior) -> tuple[list[float], list[list[float]]]:
    """Mean and covariance of the contributions for a known noise."""
    pull = 1 / prior.expected_effect**2
    precision = [[n / variance + pull * (i == j) for j, n in enumerate(row)] for i, row in enumerate(together)]
    covariance = inverse(precision)
    return [_dot(row, toward) / variance for row in covariance], covariance


def _noise(present: Matrix, outcome: Vector, effects: Vector, *, used: float, prior: Prior) -> tuple[float, float]:
    """Variance of an occasion and its degrees of freedom, from what the first pass left over."""
    left_over = [y - _dot(row, effects) for row, y in zip(present, outcome, strict=True)]
    freedom = prior.noise_weight + max(0.0, len(outcome) - used)
    return (prior.noise_weight * prior.noise**2 + _dot(left_over, left_over)) / freedom, freedom


def inverse(matrix: Matrix) -> list[list[float]]:
    """Of a symmetric positive definite matrix, by sweeping its pivots one after another (Goodnight 1979 [M])."""
    swept = [list(row) for row in matrix]
    for k, pivot_row in enumerate(swept):
        pivot = pivot_row[k]
        pivot_row[:] = [n / pivot for n in pivot_row]
        for i, row in enumerate(swept):
            if i != k:
                factor, row[k] = row[k], 0.0
                row[:] = [n - factor * p for n, p in zip(row, pivot_row, strict=True)]
                row[k] = -factor / pivot
        pivot_row[k] = 1 / pivot
    return swept


def _dot(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
