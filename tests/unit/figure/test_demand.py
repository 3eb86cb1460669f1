"""Demands: what the figure does is what the row declares."""

from dataclasses import replace

import pytest

from psoas.catalogue.catalogue import load
from psoas.catalogue.demands import Demands
from psoas.figure.demand import compare, disagreements, reach_of
from psoas.figure.motion_store import motion_of
from psoas.figure.movement import movements
from psoas.figure.reach import stays_within

ROWS = {**load().exercises, **load().tests}


@pytest.mark.parametrize("name", sorted(ROWS))
def test_no_figure_goes_further_than_its_row_declares(name: str) -> None:
    """A drill whose figure rounds the back cannot be declared neutral."""
    problems = compare(name, ROWS[name].demands, reach_of(motion_of(movements()[name])))

    assert [problem.says for problem in problems] == []


def codes(name: str, **changes: object) -> set[str]:
    demands: Demands = replace(ROWS[name].demands, **changes)  # type: ignore[arg-type]  # a test may change any field
    return {problem.code for problem in compare(name, demands, reach_of(motion_of(movements()[name])))}


def test_a_deep_squat_declared_shallow_is_found() -> None:
    """Hip flexion and lumbar flexion each have their own code."""
    found = codes("deep-squat-hold", hip_flexion_deg=60, lumbar_flexion="neutral")

    assert found >= {"F003", "F009"}


def test_a_child_s_pose_declared_neutral_is_found() -> None:
    """Forty degrees of lumbar bend cannot be neutral, nor a side reach straight."""
    assert {"F009", "F012"} <= codes("childs-pose-side-reach", lumbar_flexion="neutral", lumbar_side_bend="neutral")


def test_a_lunge_declared_without_hip_extension_is_found() -> None:
    """The stretched hip opens behind the body."""
    assert "F004" in codes("hip-flexor-lunge-stretch", hip_extension_deg=0)


def test_a_90_90_declared_without_turning_out_is_found() -> None:
    """The front leg turns out, the back leg turns in and away."""
    assert {"F006", "F007"} <= codes("hip-90-90-switch", hip_external_rotation_deg=0, hip_abduction_deg=0)


def test_figures_and_catalogue_agree() -> None:
    """The whole check, as `psoas check` runs it on the last build."""
    assert disagreements(load()) == ()


def test_a_card_can_say_how_far_the_lower_back_goes() -> None:
    """Rounded up to 5°; a row without a figure says nothing."""
    assert stays_within("clamshell", catalogue=load()).endswith("of standing.")
    assert stays_within("no-such-row", catalogue=load()) == ""
