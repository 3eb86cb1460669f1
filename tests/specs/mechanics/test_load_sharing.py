"""How hips and lumbar spine share a movement: the directions in which the model must answer.

The model explains and decides nothing. Its numbers are ranges; what is fixed here is which way they move.
"""

import numpy as np
import pytest
from tables import rows

from psoas.mechanics.bodies import moved_hips, reference_bodies
from psoas.mechanics.consistency import pelvis
from psoas.mechanics.person import Person
from psoas.mechanics.share import Share
from psoas.mechanics.sharing import OutOfReach, share_of
from psoas.mechanics.tasks import POSES, TASKS, Task, validation_of
from psoas.mechanics.validation import all_rows, state_of
from psoas.mechanics.whatif import compare


def shared(task: Task = "forward-bend", trunk: float | None = 90, *, fixed_effort: bool = False, **known: object) -> Share:
    """The share of a person of whom this is known; always the same luck."""
    person = Person(**known)  # type: ignore[arg-type]
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
    freer = next(what for what in compare(Person(), "forward-bend", trunk=90, rng=np.random.default_rng(1)))

    assert freer.change == "freer-hips"
    assert freer.at_effort.hip.low > 5
    assert abs(freer.at_effort.lumbar.low) < 0.1
    assert abs(freer.at_effort.lumbar.high) < 0.1
    assert freer.at_angle.points.high < 0


def test_the_words_do_not_frighten_and_promise_nothing() -> None:
    """Every sentence of every what-if."""
    said = " ".join(
        line for what in compare(Person(), "forward-bend", trunk=80, rng=np.random.default_rng(1)) for line in what.says
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


def test_the_declared_state_of_each_task_is_what_the_table_gives() -> None:
    """Nobody can call a movement validated by hand; rows that a person cannot run here (OpenSim) are not among those asked."""
    table = all_rows()

    assert {task: validation_of(task) for task in TASKS} == {task: state_of(task, table) for task in TASKS}
    assert all(row.found["fitted"].passes is not False for row in table if row.id[0] in "CS")
