"""Whoever is measured: nothing is said to be ordinary that was not compared, and a stiffer hip is never told freer."""

from dataclasses import replace
from random import Random

import pytest
from random_people import random_examination, random_person

from psoas.assessment.evaluation import examine
from psoas.assessment.examination import Examination, Measurement
from psoas.assessment.fall_risk import FALL_TESTS
from psoas.assessment.nearest_norm import likely_stiff
from psoas.assessment.protocol import HIP_MEASURES, PROTOCOLS
from psoas.catalogue.catalogue import load

PEOPLE = range(150)


def lowered(measurement: Measurement) -> Measurement:
    """Ten degrees less at a hip, not below what a body can show."""
    if measurement.measure not in HIP_MEASURES:
        return measurement
    low = PROTOCOLS[measurement.measure].low
    return replace(measurement, values=tuple(max(value - 10, low) for value in measurement.values))


@pytest.mark.parametrize("seed", PEOPLE)
def test_nothing_stood_out_is_said_only_where_everything_was_compared(seed: int) -> None:
    """A value without a norm is neither good nor bad."""
    random = Random(seed)
    profile = examine(random_person(random), random_examination(random), catalogue=load())
    judged = all(motion.band != "no-norm" or motion.measure in FALL_TESTS for motion in profile.motions)

    assert judged or not any("Nothing stood out" in line for line in profile.says)


@pytest.mark.parametrize("seed", PEOPLE)
def test_a_hip_that_moves_less_stays_likely_stiff_and_gets_no_band_from_it(seed: int) -> None:
    """Monotone; a hint changes neither band nor short side."""
    random = Random(seed)
    intake, examination = random_person(random), random_examination(random)
    less = Examination(on=examination.on, measures=tuple(map(lowered, examination.measures)))
    likely = likely_stiff(examination, intake=intake, catalogue=load())

    assert set(likely) <= set(likely_stiff(less, intake=intake, catalogue=load()))
    for motion in examine(intake, examination, catalogue=load()).motions:
        assert motion.measure not in likely or motion.band == "no-norm"
