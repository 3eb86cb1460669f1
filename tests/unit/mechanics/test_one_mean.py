"""One person and a table of people are told the same."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.mechanics.balance import settle_at_angle
from psoas.mechanics.chain import chain_of
from psoas.mechanics.columns import bodies_of, columns_of, fused_of
from psoas.mechanics.envelope import validation_of
from psoas.mechanics.kernel import settle_population
from psoas.mechanics.population import share_population
from psoas.mechanics.share import Share
from psoas.mechanics.share_estimate import OutOfReach, share_of
from psoas.mechanics.subject import FUSIBLE, Subject
from psoas.mechanics.tasks import POSES, Task
from psoas.mechanics.weight import reach_of

NAMES: tuple[Task, ...] = ("forward-bend", "sitting", "sit-to-stand", "squat", "terminal-stance")


def maybe(low: float, high: float) -> st.SearchStrategy[float | None]:
    return st.none() | st.floats(low, high)


people = st.builds(
    Subject,
    age=maybe(18, 90),
    sex=st.sampled_from(["female", "male", "unstated"]),
    mass_kg=maybe(45, 140),
    straight_leg_raise=maybe(30, 110),
    hip_flexion=maybe(80, 140),
    hip_extension=maybe(-5, 30),
    lumbar_flexion=maybe(15, 80),
    fused=st.sets(st.sampled_from(FUSIBLE), max_size=2).map(tuple),
)
pairs = st.none() | st.tuples(st.floats(20, 80), st.floats(15, 70))


@settings(max_examples=60, deadline=None)
@given(person=people, pair=pairs, task=st.sampled_from(NAMES), part=st.floats(0.05, 0.75))
def test_single_and_table_have_one_mean(person: Subject, pair: tuple[float, float] | None, task: Task, part: float) -> None:
    """Whoever asks, whatever is known, to a billionth of a degree before both are rounded alike."""
    if pair is not None:
        person = Subject(**{**vars(person), "trunk_bend_s1": pair[0], "trunk_bend_t12": pair[0] + pair[1]})
    low, high = POSES[task].lean
    trunk = low + part * (high - low)
    table = share_population(columns_of(person), fused_of(person), task, np.array([trunk]))
    try:
        single: Share = share_of(person, task, trunk=trunk, rng=np.random.default_rng(1))
    except OutOfReach:
        return

    assert table.outcome[0] == 0
    assert single.hip.mean == pytest.approx(table.hip[0], abs=5.1e-5)
    assert single.lumbar.mean == pytest.approx(table.lumbar[0], abs=5.1e-5)
    assert single.lumbar_share.mean == pytest.approx(table.share[0], abs=5.1e-5)
    assert single.levels["L5-S1"].mean == pytest.approx(table.levels[0, 0], abs=5.1e-5)
    assert (validation_of(person, task, trunk) == "validated") == table.validated[0]


@settings(max_examples=60, deadline=None)
@given(person=people, task=st.sampled_from(NAMES), part=st.floats(0.05, 0.75))
def test_the_two_solvers_behind_them_agree_to_a_billionth_of_a_degree(person: Subject, task: Task, part: float) -> None:
    """Plain numpy for one person, compiled lanes for a table."""
    low, high = POSES[task].lean
    body, chest = bodies_of(person), np.array([low + part * (high - low)])
    chain, reach = chain_of(body, POSES[task].posture), reach_of(body)
    plain, lanes = settle_at_angle(chain, chest, reach=reach), settle_population(chain, chest, reach=reach)

    assert plain.outcome[0] == lanes.outcome[0]
    np.testing.assert_allclose(plain.angles, lanes.angles, atol=1e-9)
