"""Where a person stands on the way after a fusion."""

from dataclasses import replace

import pytest
from coded_people import FUSED, HIP, fusion, operated
from example_people import FRANK, MAYA, TODAY

from psoas.catalogue.catalogue import load
from psoas.screening.fusion_stage import FusionStages, stages_after_fusion
from psoas.screening.intake import Intake


def way(intake: Intake | None) -> FusionStages:
    return stages_after_fusion(intake, catalogue=load(), today=TODAY)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (10, "fusion-early-walking"),
        (60, "fusion-activating"),
        (100, "fusion-building"),
        (168, "fusion-living"),
        (4000, "fusion-living"),
    ],
)
def test_the_stage_follows_the_weeks_since_the_operation(days: int, stage: str) -> None:
    """Six, twelve and twenty-four weeks."""
    found = way(operated(fusion(days))).here

    assert found is not None
    assert found.id == stage


def test_after_a_second_fusion_the_way_begins_anew() -> None:
    """The earlier stage is the careful one."""
    here = way(operated(FUSED, fusion(20))).here

    assert here is not None
    assert here.id == "fusion-early-walking"


def test_levels_and_hip_decide_which_guides_are_meant() -> None:
    """Two named levels ask for none of them; unknown levels count as many; a hip as well has its own."""
    unknown = replace(FUSED, levels=("unknown",))
    long = replace(FUSED, levels=("L5-S1", "sacrum-pelvis"))

    assert [guide.id for guide in way(FRANK).meant] == []
    assert [guide.id for guide in way(operated(long)).meant] == ["fusion-many-levels"]
    assert [guide.id for guide in way(operated(unknown)).meant] == [
        "fusion-many-levels",
        "fusion-up-to-the-chest",
        "fusion-levels-not-known",
    ]
    assert [guide.id for guide in way(operated(HIP, FUSED)).meant] == ["fusion-with-a-new-hip"]


def test_without_a_fusion_everything_can_be_read_and_nobody_is_placed() -> None:
    """Also before anybody has answered anything."""
    for intake in (None, MAYA):
        found = way(intake)

        assert found.here is None
        assert len(found.guides) == len(load().guides)


def test_a_missing_clearance_is_said() -> None:
    """The page asks for the day; the limits close the movements."""
    assert way(FRANK).cleared
    assert not way(operated(replace(FUSED, cleared_on=None))).cleared
