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
"""

from typing import Annotated

import numpy as np
from annotated_types import Gt
from numpy.typing import NDArray

from psoas.vocabulary.value import value

Matrix = NDArray[np.float64]
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


def estimate_effects(present: Matrix, outcome: Matrix, *, prior: Prior) -> tuple[Estimate, ...]:
    """One estimate for each column of `present` (occasion x thing) from one `outcome` an occasion."""
    from scipy.special import stdtrit  # noqa: PLC0415  # slow to load, and only a ranking needs it

    first, _ = _posterior(present, outcome, variance=prior.noise**2, prior=prior)
    variance, freedom = _noise(present, outcome, first, prior)
    mean, covariance = _posterior(present, outcome, variance=variance, prior=prior)
    margin = float(stdtrit(freedom, UPPER_TAIL)) * np.sqrt(np.diag(covariance))
    return tuple(Estimate(mean=float(m), low=float(m - w), high=float(m + w)) for m, w in zip(mean, margin, strict=True))


def _posterior(present: Matrix, outcome: Matrix, *, variance: float, prior: Prior) -> tuple[Matrix, Matrix]:
    """Mean and covariance of the contributions for a known noise."""
    things = present.shape[1]
    precision = present.T @ present / variance + np.eye(things) / prior.expected_effect**2
    covariance: Matrix = np.asarray(np.linalg.inv(precision), dtype=np.float64)
    return covariance @ (present.T @ outcome) / variance, covariance


def _noise(present: Matrix, outcome: Matrix, effects: Matrix, prior: Prior) -> tuple[float, float]:
    """Variance of an occasion and its degrees of freedom, from what the first pass left over."""
    _, covariance = _posterior(present, outcome, variance=prior.noise**2, prior=prior)
    used = float(np.trace(covariance @ (present.T @ present))) / prior.noise**2
    left_over = outcome - present @ effects
    freedom = prior.noise_weight + max(0.0, len(outcome) - used)
    return (prior.noise_weight * prior.noise**2 + float(left_over @ left_over)) / freedom, freedom
