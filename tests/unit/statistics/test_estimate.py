"""A regression pulled toward nothing."""

from random import Random

import numpy as np
import pytest
from scipy.special import stdtrit

from psoas.statistics.estimate import Estimate, Prior, estimate_effects, inverse
from psoas.statistics.student_t import quantile

PRIOR = Prior(expected_effect=1.5, noise=1.0, noise_weight=4.0)


def effects(present: list[list[float]], outcome: list[float]) -> tuple[Estimate, ...]:
    return estimate_effects(present, outcome, prior=PRIOR)


def test_an_estimate_lies_between_nothing_and_what_was_seen() -> None:
    (found,) = effects([[1.0]] * 4, [-2.0] * 4)

    assert -2 < found.mean < 0
    assert found.low < found.mean < found.high


def test_more_of_the_same_evidence_is_believed_more() -> None:
    (few,) = effects([[1.0]] * 3, [-2.0] * 3)
    (many,) = effects([[1.0]] * 30, [-2.0] * 30)

    assert abs(many.mean) > abs(few.mean)
    assert many.high - many.low < few.high - few.low


def test_things_that_always_come_together_share_and_stay_uncertain() -> None:
    """Their parts are equal and add up to little more than the whole; neither is claimed to be the cause."""
    left, right = effects([[1.0, 1.0]] * 10, [-2.0] * 10)

    assert left.mean == pytest.approx(right.mean)
    assert left.mean + right.mean == pytest.approx(-2, abs=0.1)
    assert left.low < 0 < left.high


def test_things_that_come_apart_are_told_apart() -> None:
    """The change follows the second thing; the first is only in its company."""
    first, second = effects([[1.0, 1.0]] * 6 + [[1.0, 0.0]] * 6, [-3.0] * 6 + [0.0] * 6)

    assert first.low < 0 < first.high
    assert second.high < 0


def test_noise_in_the_evidence_widens_the_interval() -> None:
    (calm,) = effects([[1.0]] * 6, [-1.0] * 6)
    (wild,) = effects([[1.0]] * 6, [-5.0, 3.0, -4.0, 2.0, -3.0, 1.0])

    assert wild.high - wild.low > calm.high - calm.low


def test_the_closed_form_agrees_with_a_known_noise_by_hand() -> None:
    """With very firm belief in the noise, one thing in n occasions: mean = sum / (n + s2 / T2), normal limits."""
    firm = Prior(expected_effect=1.5, noise=1.0, noise_weight=1e9)
    (found,) = estimate_effects([[1.0]] * 4, [-2.0] * 4, prior=firm)

    precision = 4 + 1 / 1.5**2
    assert found.mean == pytest.approx(-8 / precision)
    assert found.high - found.mean == pytest.approx(1.6449 / precision**0.5, rel=1e-3)


@pytest.mark.parametrize("things", [1, 2, 7, 40])
def test_an_inverse_is_what_linear_algebra_says(things: int) -> None:
    """Beside LAPACK, on matrices as a diary makes them."""
    random = Random(things)
    present = np.array([[float(random.random() < 0.3) for _ in range(things)] for _ in range(90)])
    precision = present.T @ present + np.eye(things) / 1.5**2

    assert np.array(inverse(precision.tolist())) == pytest.approx(np.linalg.inv(precision), abs=1e-12)


@pytest.mark.parametrize("freedom", [0.5, 1.0, 2.0, 4.0, 4.37, 9.0, 31.5, 120.0, 2500.0])
@pytest.mark.parametrize("part", [0.51, 0.75, 0.95, 0.975, 0.9995])
def test_students_t_is_the_librarys(part: float, freedom: float) -> None:
    """Beside SciPy's own."""
    assert quantile(part, freedom) == pytest.approx(float(stdtrit(freedom, part)), rel=1e-9)


@pytest.mark.parametrize(("part", "freedom"), [(0.5, 4.0), (1.0, 4.0), (0.95, 0.0)])
def test_no_quantile_outside_the_distribution(part: float, freedom: float) -> None:
    with pytest.raises(ValueError, match="between"):
        quantile(part, freedom)
