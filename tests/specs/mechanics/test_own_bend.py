"""A person's own full bend: what was read there is what the model then says there.

Chest (T12) and sacrum (S1) are read in one full bend. Given both, hips and all six lumbar joints follow from them; what was
not measured stays a range, and the errors of both readings are carried through.
"""

import numpy as np
import pytest
from loadsharing.pairs import KINDS, miss, plausible
from text_tables import rows

from psoas.mechanics.picture import draw_picture
from psoas.mechanics.share import Share
from psoas.mechanics.share_estimate import share_of
from psoas.mechanics.subject import Subject
from psoas.mechanics.task_check import check_person
from psoas.vocabulary.errors import BadInput


def bent(trunk: float, **known: object) -> Share:
    """A forward bend of a person of whom this is known."""
    return share_of(Subject(**known), "forward-bend", trunk=trunk, rng=np.random.default_rng(1))  # type: ignore[arg-type]


def test_chest_and_sacrum_give_their_own_bend_back() -> None:
    """At the inclination of the chest that was read: lumbar flexion is chest minus sacrum, the hips are the sacrum."""
    table = """
        chest | sacrum | lumbar | hip
        100   | 70     | 30     | 70
        113   | 53     | 60     | 53
        90    | 30     | 60     | 30
        80    | 55     | 25     | 55
        120   | 80     | 40     | 80
        65    | 50     | 15     | 50
    """
    for row in rows(table):
        chest = float(row["chest"])
        found = bent(chest, trunk_bend_t12=chest, trunk_bend_s1=float(row["sacrum"]))

        assert found.lumbar.mean == pytest.approx(float(row["lumbar"]), abs=0.01), row
        assert found.hip.mean == pytest.approx(float(row["hip"]), abs=0.01), row


@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_every_plausible_pair_comes_back_within_two_degrees(kind: int) -> None:
    """Plain people, two fused levels, stiff hips, 75 years; with either hip curve."""
    for chest, sacrum in plausible():
        person = Subject(trunk_bend_t12=chest, trunk_bend_s1=sacrum, **KINDS[kind])  # type: ignore[arg-type]

        assert max(miss(person), miss(person, second_curve=True)) < 2, (chest, sacrum)


def test_every_joint_follows_the_measured_range_the_uppermost_too() -> None:
    """Half the lumbar flexion in the same full bend is half in each joint."""
    wide, narrow = (bent(53 + lumbar, trunk_bend_t12=53.0 + lumbar, trunk_bend_s1=53.0) for lumbar in (60.0, 30.0))

    for level, angle in narrow.levels.items():
        assert angle.mean == pytest.approx(wide.levels[level].mean / 2, abs=0.01), level


def test_a_lumbar_flexion_alone_holds_at_the_effort_of_a_full_bend() -> None:
    """Springs in a row: whatever the hips do, the lumbar spine then turns as far as was measured."""
    table = """
        lumbar | trunk that the same hips then reach
        20     | 71.5
        40     | 91.5
        60     | 111.5
    """
    for row in rows(table):
        lumbar = float(row["lumbar"])
        found = bent(float(row["trunk that the same hips then reach"]), lumbar_flexion=lumbar)

        assert found.lumbar.mean == pytest.approx(lumbar, abs=0.1), row


def test_no_bend_takes_the_lumbar_spine_further_than_was_read() -> None:
    """Asked for more, the hips do the rest; below, the lumbar spine keeps its part."""
    table = """
        known               | trunk | lumbar | hip
        lumbar_flexion = 20 | 113   | 20     | 93
        lumbar_flexion = 5  | 110   | 5      | 105
        lumbar_flexion = 30 | 100   | 30     | 70
        lumbar_flexion = 30 | 40    | 18     | 22
        pair = 95, 50       | 110   | 45     | 65
        pair = 95, 50       | 60    | 31.4   | 28.6
    """
    for row in rows(table):
        name, told = row["known"].split(" = ")
        chest, _, sacrum = told.partition(", ")
        known = {name: float(told)} if name != "pair" else {"trunk_bend_t12": float(chest), "trunk_bend_s1": float(sacrum)}
        found = bent(float(row["trunk"]), **known)

        assert found.lumbar.mean == pytest.approx(float(row["lumbar"]), abs=0.5), row
        assert found.hip.mean == pytest.approx(float(row["hip"]), abs=0.5), row


def test_a_typed_hip_and_lumbar_flexion_come_back_as_one_bend() -> None:
    """Hips that flex so far and a lumbar spine that flexes so far give a bend of both together, within two degrees."""
    for chest, sacrum in plausible():
        if sacrum >= 20 and chest - sacrum <= 75:
            found = bent(chest, hip_flexion=sacrum, lumbar_flexion=chest - sacrum)
            assert found.lumbar.mean == pytest.approx(chest - sacrum, abs=2), (chest, sacrum)


def test_the_picture_says_the_same_of_a_measured_bend() -> None:
    """At every notch, below and beyond the full bend that was read."""
    person = Subject(trunk_bend_t12=95.0, trunk_bend_s1=50.0)
    now = draw_picture(person, rng=np.random.default_rng(1)).sides[0]

    for one in now.bends[::4]:
        single = share_of(person, "forward-bend", trunk=one.trunk, rng=np.random.default_rng(1))
        assert one.lumbar.mean == pytest.approx(single.lumbar.mean, abs=2e-4)
        assert one.validation == single.validation


def test_measuring_narrows_the_range() -> None:
    """Most at the measured bend, where about the error of two readings is left (1.645 x 4.6° each way), elsewhere too."""
    blind, seen = bent(100), bent(100, trunk_bend_t12=100.0, trunk_bend_s1=55.0)
    elsewhere, seen_elsewhere = bent(60), bent(60, trunk_bend_t12=100.0, trunk_bend_s1=55.0)

    assert 11 < seen.lumbar.high - seen.lumbar.low < 2 * 1.645 * 4.6 + 0.5
    assert seen.lumbar.high - seen.lumbar.low < 0.6 * (blind.lumbar.high - blind.lumbar.low)
    assert seen_elsewhere.lumbar.high - seen_elsewhere.lumbar.low < elsewhere.lumbar.high - elsewhere.lumbar.low


def test_a_pair_that_cannot_be_is_named() -> None:
    """Half a pair, or a sacrum that went further than the chest."""
    table = """
        chest | sacrum | named
        100   |        | trunk_bend_s1
              | 60     | trunk_bend_t12
        60    | 70     | trunk_bend_s1
    """
    for row in rows(table):
        chest, sacrum = (float(cell) if cell else None for cell in (row["chest"], row["sacrum"]))
        with pytest.raises(BadInput) as caught:
            check_person(Subject(trunk_bend_t12=chest, trunk_bend_s1=sacrum))
        assert caught.value.field == row["named"]
