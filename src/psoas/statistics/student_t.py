"""Student's t: how wide an interval must be when the noise itself was estimated from few occasions.

    P(T <= t) = 1 - I_x(v/2, 1/2) / 2        x = v / (v + t^2), t >= 0; I is the regularised incomplete beta function
    quantile  = the t at which P reaches the wanted part, by bisection

I_x(a, b) by its continued fraction (modified Lentz; Press et al., Numerical Recipes, 3rd ed., section 6.4 [M]). In plain
Python, because the pages that need it also run where no compiled library does.
"""

from math import exp, lgamma, log, log1p

TINY = 1e-300
CLOSE = 1e-15
MOST_TERMS = 500
HALVINGS = 200


def quantile(part: float, freedom: float) -> float:
    """The t below which this part (0.5 to 1, open) of Student's distribution lies; `freedom` above 0 need not be whole."""
    if not (0.5 < part < 1.0 and freedom > 0.0):
        raise ValueError("a part between 0.5 and 1 and freedom above 0")
    low, high = 0.0, 1.0
    while probability(high, freedom) < part:
        low, high = high, 2 * high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if probability(middle, freedom) < part else (low, middle)
    return (low + high) / 2


def probability(t: float, freedom: float) -> float:
    """The part of the distribution below `t`, for t of 0 or more."""
    return 1.0 - incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b), regularised; x from 0 to 1."""
    if x in (0.0, 1.0):
        return x
    if x > (a + 1) / (a + b + 2):  # the fraction converges fast on the other side
        return 1.0 - incomplete_beta(1.0 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return front * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1.0 / _kept_from_zero(1.0 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1.0 / _kept_from_zero(1.0 + term * d)
            c = _kept_from_zero(1.0 + term / c)
            value *= d * c
        if abs(d * c - 1.0) < CLOSE:
            break
    return value


def _kept_from_zero(number: float) -> float:
    return number if abs(number) > TINY else TINY
