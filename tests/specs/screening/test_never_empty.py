"""Nobody is left with an empty week: the rows that stay open."""

from dataclasses import replace

import pytest
from coded_people import FUSED, HIP, PEOPLE, fusion, is_open, operated, with_condition
from example_people import MAYA
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.screening.intake import Falls, Intake, Pregnancy

FEARFUL = Falls(last_12_months=2, unsteady=True, worried=True)
WEEK_ZERO = """breathing rest-legs-up indoor-walk ankle-pumps glute-squeeze brace-with-breath log-roll seated-hip-hinge
    assisted-sit-to-stand"""
PERSONS: dict[str, Intake] = {
    "fusion under 12 weeks": operated(fusion(30)),
    "fusion not cleared": operated(replace(FUSED, cleared_on=None)),
    "hip replaced and fusion": operated(HIP, FUSED),
    "healed vertebral fracture, afraid of falling": replace(MAYA, conditions=("vertebral-fracture",), falls=FEARFUL),
    "osteoporosis, afraid of falling": replace(MAYA, conditions=("osteoporosis",), falls=FEARFUL),
    "pregnant, 16 weeks on": replace(MAYA, pregnancy=Pregnancy(weeks=26)),
    "stenosis": with_condition("spinal-stenosis"),
}


def test_the_core_of_each_person_stays_open() -> None:
    """What is listed here is open for this person, whatever else is closed."""
    table = """
        person                                       | open
        fusion under 12 weeks                        | WEEK-ZERO
        fusion not cleared                           | WEEK-ZERO
        hip replaced and fusion                      | WEEK-ZERO even-weight-standing cued-walk seated-hip-abduction
        hip replaced and fusion                      | seated-pallof-press seated-chest-lift band-row heel-raise sit-to-stand
        hip replaced and fusion                      | weight-shift walking
        healed vertebral fracture, afraid of falling | sit-to-stand seated-chest-lift band-row wall-hip-hinge heel-raise
        healed vertebral fracture, afraid of falling | weight-shift semi-tandem-stand side-stepping supported-march
        healed vertebral fracture, afraid of falling | glute-bridge seated-hip-rotation walking
        osteoporosis, afraid of falling              | sit-to-stand seated-chest-lift band-row wall-hip-hinge heel-raise
        osteoporosis, afraid of falling              | weight-shift semi-tandem-stand side-stepping supported-march
        osteoporosis, afraid of falling              | glute-bridge seated-hip-rotation walking
        pregnant, 16 weeks on                        | seated-pelvic-tilt seated-hip-rotation worktop-plank standing-bird-dog
        pregnant, 16 weeks on                        | band-row sit-to-stand seated-pallof-press heel-raise walking
        pregnant, 16 weeks on                        | pedal-exerciser
        stenosis                                     | walk-with-rests cycling single-knee-to-chest seated-pelvic-tilt
        stenosis                                     | sit-to-stand seated-hip-rotation brace-with-breath pallof-press
        stenosis                                     | weight-shift semi-tandem-stand tandem-stance single-leg-stance
        stenosis                                     | side-stepping heel-to-toe-walk hip-circles
    """
    for row in rows(table):
        core = row["open"].replace("WEEK-ZERO", WEEK_ZERO).split()

        assert [movement for movement in core if not is_open(movement, PERSONS[row["person"]])] == [], row["person"]


def test_who_cannot_get_to_the_floor_keeps_every_bed_chair_standing_and_walking_row() -> None:
    """At least 65 rows; nothing on the floor, nothing that needs getting down."""
    intake = replace(MAYA, floor="no")
    exercises = load().exercises.values()
    kept = [exercise for exercise in exercises if is_open(exercise.id, intake)]

    assert len(kept) >= 65
    assert kept == [entry for entry in exercises if entry.demands.surface != "floor" and not entry.demands.floor_transfer]


def test_a_floor_nobody_spoke_of_is_closed_and_with_help_one_may_practise_getting_there() -> None:
    """Nothing known, nothing assumed; help may not be there, except for the practice that it is for."""
    table = """
        floor     | dead-bug | hip-90-90-supported | chair-to-kneel | floor-transfer
        alone     | open     | open                | open           | open
        with-help | open     | closed              | open           | open
        no        | open     | closed              | closed         | closed
                  | open     | closed              | closed         | closed
    """
    for row in rows(table):
        intake = replace(MAYA, floor=row.pop("floor") or None)

        assert {movement: "open" if is_open(movement, intake) else "closed" for movement in row} == row


@pytest.mark.parametrize("code", PEOPLE)
def test_everybody_has_walking_breathing_and_one_thing_to_do_sitting(code: str) -> None:
    """Under every single condition and phase."""
    for intake in PEOPLE[code]:
        assert is_open("breathing", intake)
        assert is_open("indoor-walk", intake)
        assert is_open("walking", intake)
        assert any(is_open(movement, intake) for movement in ("glute-squeeze", "seated-hip-hinge", "seated-hip-rotation"))
