"""What the rows close that neither the exercise list nor the drill table after fusion decides: our own choices."""

from dataclasses import replace

import pytest
from coded_people import days_ago, is_open, operated, with_condition
from example_people import ALL_NO, MAYA
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.catalogue.demands import Demands, closed_by
from psoas.screening.condition_rows import limits_from
from psoas.screening.intake import Falls, Intake, Return, Surgery


def test_each_row_closes_what_it_is_for_and_leaves_its_neighbour_open() -> None:
    """One row by itself, whoever it holds for."""
    table = """
        row                       | closed                                             | open
        osteoporosis              | lumbar-flexion-measure lumbar-extension-measure    | single-knee-to-chest
        vertebral-fracture        | seated-rotation-test hip-extension-measure         | seated-thoracic-rotation
        hypermobility             | childs-pose-side-reach lumbar-extension-measure    | hamstring-stretch
        ankylosing-spondylitis    | childs-pose-side-reach seated-rotation-test        | seated-thoracic-rotation
        lung-disease              | brisk-walking-intervals                            | walking
        parkinson-or-stroke       | brisk-walking-intervals hip-circles tandem-test    | tandem-stance
        uncontrolled-blood-pressure | goblet-squat suitcase-carry                      | band-row
        hernia-or-prolapse        | goblet-squat side-plank-knees                      | bodyweight-squat brace-with-breath
        hip-replacement           | hip-adduction-measure goblet-squat                 | brisk-walking-intervals
        spinal-stenosis           | hip-extension-measure                              | glute-bridge
        aortic-aneurysm           | hip-extension-measure                              | seated-hip-rotation
        disc-replacement-under-24 | side-plank                                         | side-plank-knees
        recent-operation          | band-row dead-bug brisk-walking-intervals bird-dog ball-release-glutes | heel-raise
        long-fusion               | childs-pose-side-reach lumbar-flexion-measure      | seated-thoracic-rotation
        fusion-to-upper-back      | standing-thoracic-rotation seated-rotation-measure | seated-chest-lift
        loaded-groin-ache         | walking hip-circles step-up bodyweight-squat       | sit-to-stand breathing
        after-a-simple-fall       | glute-bridge hip-hinge-deadlift                    | walking breathing
        sign-not-cleared          | glute-bridge sit-to-stand                          | walking breathing
        thigh-ache-with-bone-medicine | heel-raise step-up-low sit-to-stand walking     | glute-bridge breathing
        thigh-ache-with-bone-medicine | brisk-walking-intervals chair-stand-test       | assisted-sit-to-stand
        high-fall-risk            | brisk-walking-intervals pallof-press               | seated-pallof-press suitcase-carry
        one-fall                  | tandem-test single-leg-test                        | tandem-stance single-leg-stance
        pregnancy                 | hip-flexion-measure hip-extension-measure side-plank-test | side-plank-knees
        pelvic-girdle-pain        | single-leg-test hip-abduction-measure              | side-stepping
        calf-pain                 | walk-with-rests brisk-walking-intervals            | indoor-walk walking
        wound                     | self-massage-hands foam-roll-glutes                | walking
        strong-pain-now           | chair-stand-test                                   | bridge-test
        sixty-and-over            | bridge-hold-test side-plank-test                   | bridge-test side-plank
        floor-no                  | foam-roll-glutes hip-90-90-switch                  | dead-bug
        avoid-kneeling            | bird-dog hip-flexor-lunge-stretch side-plank-knees | dead-bug
        avoid-floor               | bird-dog glute-bridge-march                        | glute-bridge
        avoid-prone               | hip-extension-test foam-roll-hip-flexors           | glute-bridge
        avoid-supine              | glute-bridge bridge-test                           | clamshell
        avoid-side-lying          | clamshell side-plank                               | glute-bridge
        avoid-hands-and-knees     | bird-dog adductor-rock-back                        | hip-flexor-lunge-stretch
        avoid-single-leg          | single-leg-stance step-up                          | tandem-stance
        avoid-arms-overhead       | childs-pose-side-reach                             | band-row
    """
    catalogue = load()
    for row in rows(table):
        limits = limits_from(catalogue.conditions[row["row"]], catalogue)
        closed = [name for name in row["closed"].split() if not closed_by(name, _demands(name), limits)]
        opened = [name for name in row["open"].split() if closed_by(name, _demands(name), limits)]

        assert (closed, opened) == ([], []), row["row"]


def test_what_a_person_tells_brings_its_row() -> None:
    """A tested movement and what is told; each is open for somebody of 45 who tells nothing of it."""
    table = """
        told                             | closes
        born 1966                        | bridge-hold-test
        pain now 7                       | chair-stand-test
        one fall, steady                 | single-leg-test
        groin ache with bone medicine    | heel-raise
        known groin ache                 | deep-squat-hold
        known wound                      | self-massage-hands
        known calf pain                  | walk-with-rests
        known height loss                | hip-hinge-deadlift
        new numb strip in one leg        | hamstring-stretch
        knee replaced a month ago        | band-row
        emergency seen yesterday         | band-row
        returned with limits             | bird-dog
    """
    told = _told()
    assert [row["told"] for row in rows(table)] == list(told)
    for row in rows(table):
        assert is_open(row["closes"], MAYA)
        assert not is_open(row["closes"], told[row["told"]]), row["told"]


@pytest.mark.parametrize(
    "phase", ["not-cleared", "fusion-0-6", "fusion-6-12", "spine-surgery-under-12", "hip-surgery-under-12"]
)
def test_a_restricting_row_closes_all_but_week_zero_by_itself(phase: str) -> None:
    """None leans on another."""
    _closes_all_but_week_zero(phase)


@pytest.mark.parametrize("phase", ["birth-under-6", "circulation-not-cleared", "clot-not-cleared", "after-emergency"])
def test_so_do_birth_circulation_and_an_emergency(phase: str) -> None:
    """The same for what is no operation."""
    _closes_all_but_week_zero(phase)


def _closes_all_but_week_zero(phase: str) -> None:
    catalogue = load()
    limits = limits_from(catalogue.conditions[phase], catalogue)

    assert catalogue.conditions[phase].scope == "restricted"
    for exercise in catalogue.exercises.values():
        assert bool(closed_by(exercise.id, exercise.demands, limits)) is (exercise.demands.healing_weeks > 0)


def _told() -> dict[str, Intake]:
    seen = Return(answer="saddle-numbness", seen_on=days_ago(1), by="physician")
    return {
        "born 1966": replace(MAYA, born=1966),
        "pain now 7": replace(MAYA, pain=replace(MAYA.pain, now=7)),
        "one fall, steady": replace(MAYA, falls=Falls(last_12_months=1, unsteady=False)),
        "groin ache with bone medicine": replace(
            with_condition("bisphosphonates"), answers={**ALL_NO, "groin-or-thigh-pain-loading": "yes"}
        ),
        "known groin ache": replace(MAYA, answers={**ALL_NO, "groin-or-thigh-pain-loading": "known"}),
        "known wound": replace(MAYA, answers={**ALL_NO, "wound-problem": "known"}),
        "known calf pain": replace(MAYA, answers={**ALL_NO, "calf-pain-walking": "known"}),
        "known height loss": replace(MAYA, answers={**ALL_NO, "sudden-back-pain-or-height-loss": "known"}),
        "new numb strip in one leg": replace(MAYA, answers={**ALL_NO, "one-leg-numb": "yes"}),
        "knee replaced a month ago": operated(Surgery(what="knee-replacement", side="left", on=days_ago(30))),
        "emergency seen yesterday": replace(MAYA, answers={**ALL_NO, "saddle-numbness": "yes"}, returns=(seen,)),
        "returned with limits": replace(MAYA, returns=(replace(seen, limits=("hands-and-knees",)),)),
    }


def _demands(movement: str) -> Demands:
    catalogue = load()
    return (catalogue.exercises.get(movement) or catalogue.tests[movement]).demands
