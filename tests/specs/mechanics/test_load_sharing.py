"""How hips and lumbar spine share a movement: the directions in which the model must answer.

The model explains and decides nothing. Its numbers are ranges; what is fixed here is which way they move.
"""

import numpy as np
import pytest
from loadsharing.consistency import pelvis
from loadsharing.crowd import reference_bodies
from loadsharing.page import all_rows
from loadsharing.reversals import LEAST, rises
from text_tables import rows

from psoas.mechanics.bodies import moved_hips
from psoas.mechanics.joint_angles import move
from psoas.mechanics.share import Share
from psoas.mechanics.share_estimate import OutOfReach, share_of
from psoas.mechanics.subject import Subject
from psoas.mechanics.tasks import POSES, TASKS, Task
from psoas.mechanics.uncertainty import draw_bodies, draw_luck
from psoas.mechanics.what_if import compare


def shared(task: Task = "forward-bend", trunk: float | None = 90, *, fixed_effort: bool = False, **known: object) -> Share:
    """The share of a person of whom this is known; always the same luck."""
    person = Subject(**known)  # type: ignore[arg-type]
    return share_of(person, task, trunk=trunk, rng=np.random.default_rng(1), fixed_effort=fixed_effort)


def test_what_is_stiff_sends_the_motion_elsewhere() -> None:
    """At the same bend, compared with somebody of whom nothing is known."""
    table = """
        known                     | task         | hip  | lumbar
        straight_leg_raise = 50   | forward-bend | less | more
        straight_leg_raise = 95   | forward-bend | more | less
        hip_flexion = 80          | forward-bend | less | more
        straight_leg_raise = 50   | sitting      | less | more
        hip_flexion = 80          | sitting      | less | more
        lumbar_flexion = 30       | forward-bend | more | less
        lumbar_flexion = 30       | squat        | more | less
        fused = L4-L5             | forward-bend | more | less
        fused = L4-L5             | sitting      | more | less
    """
    for row in rows(table):
        name, told = row["known"].split(" = ")
        known = {name: (told,) if name == "fused" else float(told)}
        task, trunk = ("forward-bend", 90) if row["task"] == "forward-bend" else (row["task"], None)
        plain, changed = shared(task, trunk), shared(task, trunk, **known)

        assert (changed.hip.mean > plain.hip.mean) == (row["hip"] == "more"), row
        assert (changed.lumbar.mean > plain.lumbar.mean) == (row["lumbar"] == "more"), row


def test_a_hip_that_does_not_extend_makes_the_lumbar_spine_extend_in_walking() -> None:
    """Terminal stance: the trailing hip stops early, the pelvis tips forward and the lumbar spine arches."""
    now, posture = reference_bodies(1), POSES["terminal-stance"].posture

    assert pelvis(moved_hips(now, -10), posture, 0) > pelvis(now, posture, 0)


def test_at_the_same_effort_freer_hips_move_the_hips_alone() -> None:
    """Fixed effort: every part in the row carries the same couple, so the lumbar spine does not notice."""
    freer = next(what for what in compare(Subject(), "forward-bend", trunk=90, rng=np.random.default_rng(1)))

    assert freer.change == "freer-hips"
    assert freer.at_effort.hip.low > 5
    assert abs(freer.at_effort.lumbar.low) < 0.1
    assert abs(freer.at_effort.lumbar.high) < 0.1
    assert freer.at_angle.points.high < 0


def test_the_words_do_not_frighten_and_promise_nothing() -> None:
    """Every sentence of every what-if."""
    said = " ".join(
        line for what in compare(Subject(), "forward-bend", trunk=80, rng=np.random.default_rng(1)) for line in what.says
    )

    assert "not proven" in said
    assert not any(word in said.lower() for word in ("wear", "damage", "abnormal", "degenerat", "!"))


@pytest.mark.parametrize("task", TASKS)
def test_parts_add_up_and_ranges_hold_their_mean(task: Task) -> None:
    """Levels add up to lumbar; a standing or seated bend adds up to trunk plus thigh."""
    found = shared(task, 80 if task == "forward-bend" else None)

    ranges = [found.hip, found.lumbar, found.lumbar_share, *found.levels.values()]
    assert all(part.low <= part.mean <= part.high for part in ranges)
    assert sum(level.mean for level in found.levels.values()) == pytest.approx(found.lumbar.mean, abs=1e-3)
    assert list(found.levels) == ["T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"]
    assert 0 <= found.lumbar_share.low <= found.lumbar_share.high <= 1
    if task != "seated-rotation":
        assert found.hip.mean + found.lumbar.mean == pytest.approx(found.trunk + POSES[task].posture.thighs[0], abs=1e-3)


def test_a_measured_range_narrows_the_answer() -> None:
    """Less unknown, less width."""
    blind = shared()
    seen = shared(straight_leg_raise=72, hip_flexion=121, hip_extension=19, lumbar_flexion=52)

    assert seen.lumbar.high - seen.lumbar.low < blind.lumbar.high - blind.lumbar.low


def test_a_fused_level_keeps_about_a_degree() -> None:
    """Residual motion 0.3 to 1.2 degrees in a full bend."""
    assert 0.3 < shared(trunk=110, fused=("L4-L5",)).levels["L4-L5"].mean < 1.2


def test_the_same_question_gets_the_same_answer() -> None:
    """Chance is an argument."""
    assert shared(age=52, sex="female") == shared(age=52, sex="female")


def test_what_no_body_can_do_is_refused_and_not_invented() -> None:
    """Five fused levels and hips that bend 30 degrees do not reach 125."""
    with pytest.raises(OutOfReach, match="not solvable"):
        shared(trunk=125, straight_leg_raise=10, hip_flexion=30, fused=("L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"))


def test_a_reference_person_is_told_apart_from_a_measured_one() -> None:
    """In the first sentence."""
    assert "not you" in shared().says[0]
    assert "not you" not in shared(age=60).says[0]


def test_every_row_of_the_table_that_checks_code_and_signs_passes() -> None:
    """Rows that cannot run here (OpenSim) are not among those asked."""
    assert all(row.found["fitted"].passes is not False for row in all_rows(1_000) if row.id[0] in "CS")


def test_stiffer_hips_never_send_less_motion_to_the_lumbar_spine() -> None:
    """Every hip range 10 degrees less, the reference body, counted from its own standing: degrees of lumbar flexion more."""
    table = """
        task         | 5   | 10  | 20  | 30  | 45  | 60  | 75  | 90
        forward-bend | 0.6 | 1.1 | 2.4 | 3.7 | 5.5 | 6.8 | 7.3 | 7.3
        sitting      | 7.4 | 7.4 | 7.3 | 7.2 | 6.9 | 6.7 | 6.7 | 6.8
        squat        | 3.0 | 3.3 | 3.7 | 4.2 | 4.7 | 5.2 | 5.7 | 6.1
    """
    now, stiff = reference_bodies(1), moved_hips(reference_bodies(1), -10)
    for row in rows(table):
        posture = POSES[row["task"]].posture  # type: ignore[index]
        for trunk, more in list(row.items())[1:]:
            found = pelvis(now, posture, float(trunk)) - pelvis(stiff, posture, float(trunk))
            assert found == pytest.approx(float(more), abs=0.06), (row["task"], trunk)


@pytest.mark.parametrize("count", [2_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_no_random_body_answers_the_other_way_round(count: int) -> None:
    """Far more varied than people, with and without fused levels, both hip curves, at eight bends of four movements."""
    for task, trunk, rise in rises(count):
        assert len(rise) == count, (task, trunk)
        assert rise.min() > -LEAST, (task, trunk)


def test_a_straight_leg_raise_says_little_about_how_a_person_bends() -> None:
    """LPR-11: no relation in back pain. Among possible bodies it explains less than a tenth of the differences at 60°."""
    luck = draw_luck(np.random.default_rng(3), count=4_000)
    bodies = draw_bodies(Subject(), luck)
    lumbar = move(bodies, "forward-bend", 60, luck=np.zeros(len(bodies))).lumbar

    assert abs(np.corrcoef(bodies.shift_hamstrings[1:], lumbar[1:])[0, 1]) < 0.3


@pytest.mark.parametrize("task", ["forward-bend", "sitting", "squat"])
def test_height_and_mass_change_no_angle_and_that_is_said(task: Task) -> None:
    """Springs and seat are taken to grow together."""
    trunk = 60.0 if task == "forward-bend" else None
    light, heavy = (shared(task, trunk, mass_kg=mass, height_m=height) for mass, height in ((46, 1.5), (109, 1.95)))

    assert light.lumbar == heavy.lumbar
    assert any("mass change nothing" in line for line in light.says)


def test_bodies_that_cannot_do_it_are_counted_and_told() -> None:
    """Sitting at a fixed effort leaves many of them without a rest."""
    found = shared("sitting", None, fixed_effort=True)

    assert found.bodies == 600
    assert found.left_out > 0
    assert any(f"{found.left_out} of {found.bodies} bodies" in line for line in found.says)


def test_nobody_is_told_that_nine_of_ten_people_lie_inside() -> None:
    """What was counted in studies is said instead."""
    said = " ".join(line for task in TASKS for line in shared(task, 70 if task == "forward-bend" else None).says)

    assert "nine of ten" not in said
    assert "it holds 69 to 98 % of theirs" in said


def test_the_second_hip_curve_is_told_beside_the_range() -> None:
    """Published curves differ several-fold: the largest uncertainty of all."""
    found = shared()

    assert found.other_curve is not None
    assert found.other_curve.lumbar < found.lumbar.mean - 5
