"""Solvers of the chain: they agree, they settle, and they say so when they cannot."""

import numpy as np
import pytest
from loadsharing.consistency import difference_errors
from loadsharing.constrained import balance_over, both, hold_chest, settle_constrained, start_at
from loadsharing.crowd import random_bodies, random_trunks, reference_bodies
from loadsharing.energy import energy
from loadsharing.peers import joint_moments
from scipy.optimize import minimize

from psoas.mechanics.balance import OUT_OF_REACH, SOLVED, UNSETTLED, settle_at_angle, settle_under_couple
from psoas.mechanics.bodies import Bodies
from psoas.mechanics.chain import Chain, chain_of, residual, rows_of
from psoas.mechanics.kernel import settle_population
from psoas.mechanics.posture import Posture
from psoas.mechanics.tasks import SEATED
from psoas.mechanics.weight import GRAVITY, moments_of, reach_of

STANDING = Posture()


def test_two_thousand_random_people_all_come_to_rest_or_are_told_out_of_reach() -> None:
    """None may be left unsettled, and what counts as solved has nothing left over."""
    settles_everybody(2_000)


@pytest.mark.slow
def test_a_hundred_thousand_random_people_all_come_to_rest_or_are_told_out_of_reach() -> None:
    """The same crowd, fifty times as large."""
    settles_everybody(100_000)


def settles_everybody(count: int) -> None:
    rng = np.random.default_rng(5)
    bodies, trunks = random_bodies(rng, count), random_trunks(rng, count)
    chain = chain_of(bodies, STANDING)

    rest = settle_population(chain, trunks, reach=reach_of(bodies))

    left = np.abs(residual(chain, rest.angles[:, :6], trunks, None)).max(axis=1)
    assert not np.any(rest.outcome == UNSETTLED)
    assert np.mean(rest.outcome == SOLVED) > 0.98  # a third of the usual lumbar range is stiff at every level
    assert np.all(left <= 1e-8 * (1 + np.abs(rest.couple)))


def test_three_solvers_give_the_same_angles() -> None:
    """Plain numpy, compiled lanes and the constrained solver, standing and seated, with people who do not fill a lane."""
    rng = np.random.default_rng(6)
    bodies, trunks = random_bodies(rng, 203), random_trunks(rng, 203) / 2
    for posture in (STANDING, SEATED, Posture(gravity=0.05), Posture(thighs=(-11.0, 25.0))):
        chain = chain_of(bodies, posture)
        plain = settle_at_angle(chain, trunks, reach=reach_of(bodies))
        lanes = settle_population(chain, trunks, reach=reach_of(bodies))
        general, _ = settle_constrained(chain, bodies, hold_chest(trunks), start=start_at(chain, trunks))
        solved = (plain.outcome != UNSETTLED) & (lanes.outcome != UNSETTLED) & (general.outcome != UNSETTLED)

        assert np.mean(solved) > 0.95
        np.testing.assert_array_equal(lanes.outcome, plain.outcome)
        np.testing.assert_allclose(lanes.angles[solved], plain.angles[solved], atol=1e-9)
        np.testing.assert_allclose(general.angles[solved], plain.angles[solved], atol=1e-5)
        np.testing.assert_allclose(general.couple[solved], plain.couple[solved], atol=1e-4)


def test_a_couple_takes_the_chest_back_to_the_angle_it_was_measured_at() -> None:
    """Fixed effort is the other side of fixed angle."""
    bodies = random_bodies(np.random.default_rng(7), 50)
    chain = chain_of(bodies, STANDING)
    trunks = np.linspace(10, 70, 50)
    asked = settle_at_angle(chain, trunks, reach=reach_of(bodies))

    given = settle_under_couple(chain, asked.couple, start=np.zeros((50, 7)), reach=reach_of(bodies))

    both_solved = asked.solved & given.solved
    assert both_solved.mean() > 0.95
    np.testing.assert_allclose(given.angles[both_solved], asked.angles[both_solved], atol=1e-5)


def test_derivatives_agree_with_finite_differences() -> None:
    """Gradient of the energy, Hessian of the gradient, with weight and seat."""
    bodies = random_bodies(np.random.default_rng(8), 40)
    chain = chain_of(bodies, Posture(thighs=(20.0, 20.0), knees=(30.0, 30.0), seat=True, gravity=0.05))
    x = np.random.default_rng(9).uniform(-5, 25, (40, 6))

    gradient, curvature = difference_errors(chain, x, np.full(40, 40.0))

    assert gradient < 1e-6
    assert curvature < 1e-6


def test_a_body_that_cannot_bend_is_told_out_of_reach() -> None:
    """Everything fused and stiff hips: the weight of the trunk does not bring it to 115 degrees."""
    plain = reference_bodies(1)
    stiff = type(plain)(**{**vars(plain), "fused": np.ones((1, 6), dtype=np.bool_), "shift_hamstrings": np.array([-65.0])})

    rest = settle_at_angle(chain_of(stiff, STANDING), np.array([115.0]), reach=reach_of(stiff))

    assert rest.outcome[0] == OUT_OF_REACH


def test_weighed_effort_finds_the_minimum_that_a_general_minimiser_finds() -> None:
    """W > 0: the constrained solver against SciPy on the written energy, whose effort term is built here from scratch."""
    bodies = reference_bodies(1)
    chain, chest = chain_of(bodies, STANDING), np.array([60.0])
    rest, _ = settle_constrained(chain, bodies, hold_chest(chest), start=start_at(chain, chest), effort=50.0)

    def total(x: np.ndarray) -> float:
        return float(energy(chain, x[None], chest, None)[0]) + effort_energy(bodies, np.append(x, 60.0), chain, weight=50.0)

    found = minimize(total, rest.angles[0, :6] + 1.0, method="BFGS", options={"gtol": 1e-9})
    np.testing.assert_allclose(rest.angles[0, :6], found.x, atol=2e-3)


def effort_energy(bodies: Bodies, angles: np.ndarray, chain: Chain, *, weight: float) -> float:
    """Nm x radian for one body; strength 0.322 (hips) and 0.161 (each lumbar joint) of weight times height."""
    forward, up = (parts[0] for parts in moments_of(bodies))
    tilt = np.radians(angles)
    per_segment = GRAVITY * (-forward * np.cos(tilt) - up * np.sin(tilt) + forward)
    held = np.array([per_segment[k:].sum() for k in range(7)]) + joint_moments(chain, np.diff(tilt, prepend=0.0))
    strength = GRAVITY * bodies.mass[0] * bodies.height[0] * np.array([0.322, *[0.161] * 6])
    return float(weight / 2 * ((held / strength) ** 2).sum())


def test_more_load_on_muscle_moves_the_bend_into_the_lumbar_spine() -> None:
    """S2, third part: with effort weighed, fifteen kilograms in the arms take the pelvis back."""
    bodies, chest = reference_bodies(1), np.array([70.0])
    chain = chain_of(bodies, STANDING)
    pelvis = [
        settle_constrained(chain, bodies, hold_chest(chest), start=start_at(chain, chest), effort=20.0, load=np.array([load]))[
            0
        ].angles[0, 0]
        for load in (0.0, 15.0)
    ]

    assert pelvis[1] < pelvis[0]


def test_one_and_two_constraints_are_met() -> None:
    """A balance alone, and a balance together with an angle."""
    bodies = reference_bodies(3)
    chain = chain_of(bodies, Posture(thighs=(85.0, 85.0), knees=(115.0, 115.0)))
    start, forward = start_at(chain, np.full(3, 40.0)), np.full(3, 0.2)

    one, _ = settle_constrained(chain, bodies, balance_over(bodies, forward), start=start)
    two, _ = settle_constrained(chain, bodies, both(hold_chest(np.full(3, 50.0)), balance_over(bodies, forward)), start=start)

    for rest in (one, two):
        turned = np.radians(rest.angles)[:, None, :, None] * np.ones(3)
        form = balance_over(bodies, forward).form
        place = (form[..., 0] * np.sin(turned[..., 0]) + form[..., 1] * np.cos(turned[..., 0])).sum(axis=2)[:, 0]
        assert np.all(rest.outcome == SOLVED)
        np.testing.assert_allclose(place, 0.2, atol=1e-8)
    np.testing.assert_allclose(two.angles[:, 6], 50.0, atol=1e-7)


def test_nobodys_answer_depends_on_who_stands_beside_them() -> None:
    """Cut into groups of any size, the same bits: so a table has one checksum however it is cut."""
    rng = np.random.default_rng(10)
    bodies, trunks = random_bodies(rng, 1_000), random_trunks(rng, 1_000)
    chain, reach = chain_of(bodies, STANDING), reach_of(bodies)
    whole = settle_population(chain, trunks, reach=reach)

    for size in (1, 7, 16, 333):
        for first in range(0, 1_000, size if size > 1 else 101):
            part = np.arange(first, min(first + size, 1_000))
            alone = settle_population(rows_of(chain, part), trunks[part], reach=reach[part])
            np.testing.assert_array_equal(alone.angles, whole.angles[part])
