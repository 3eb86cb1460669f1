"""Which sentence is said when."""

from itertools import pairwise

import pytest
from player_sessions import HOLD, LEFT, WALK, scripted

from psoas.catalogue.catalogue import load
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Item, Session
from psoas.session.cues import tell
from psoas.session.script import script_of
from psoas.session.steps import Step
from psoas.session.timing import spoken_ms

CATALOGUE = load()


def test_getting_ready_tells_the_set_up_sentence_by_sentence() -> None:
    """First the name, then each thing to do."""
    ready = scripted(LEFT).steps[0]

    assert (ready.says, [line.says for line in ready.lines]) == ("Get ready: Chair turn, left side.", ["Settle in."])


def test_the_steps_are_said_while_the_first_repetitions_happen() -> None:
    """And once only: the second set keeps one thing in mind."""
    first, second = (step for step in scripted(LEFT).steps if step.kind == "work")

    assert [line.says for line in first.lines] == ["Move.", "Come back.", "Last one."]
    assert [line.says for line in second.lines] == ["Slow and small.", "Last one."]


def test_a_hold_is_told_halfway_and_a_long_bout_its_last_minute() -> None:
    """Each at its own moment."""
    hold = scripted(HOLD).steps[2]
    walk = scripted(WALK).steps[1]

    assert (10_000, "Halfway.") in [(line.at_ms, line.says) for line in hold.lines]
    assert [(line.at_ms, line.says) for line in walk.lines][-2:] == [(150_000, "Halfway."), (240_000, "One minute left.")]


def test_what_does_not_fit_is_not_said_half() -> None:
    """The steps of a movement are told whole or not at all."""
    assert (
        tell("Hold.", must=("A sentence that takes more than two seconds to say.",), may=(), signals=(), lasts_ms=2_000)
        is None
    )


def test_a_cue_steps_aside_for_a_signal() -> None:
    """It is said after it, or left out."""
    hold = scripted(HOLD).steps[4]
    signal = next(line for line in hold.lines if line.says == "Halfway.")

    assert all(not (line.at_ms < signal.at_ms < line.at_ms + spoken_ms(line.says)) for line in hold.lines)


@pytest.mark.parametrize("exercise", CATALOGUE.exercises.values(), ids=lambda exercise: exercise.id)
def test_every_exercise_tells_its_set_up_and_all_its_steps(exercise: Exercise) -> None:
    """In order, none over another, all before the first set is over; one thing to keep in mind comes later."""
    first_set, said = _until_first_set(exercise)
    wanted = [*exercise.setup, *exercise.steps]

    assert [sentence for sentence in said if sentence in wanted] == wanted
    assert first_set.kind in ("work", "hold")


@pytest.mark.parametrize("exercise", CATALOGUE.exercises.values(), ids=lambda exercise: exercise.id)
def test_no_sentence_is_said_over_another(exercise: Exercise) -> None:
    """Each begins when the one before is over, and ends with its step."""
    for step in _steps(exercise):
        told = [(0, step.says), *((line.at_ms, line.says) for line in step.lines)]
        assert all(at + spoken_ms(says) <= then for (at, says), (then, _) in pairwise(told)), step
        if step.lines and step.lines[-1].says != "Last one.":
            assert step.lines[-1].at_ms + spoken_ms(step.lines[-1].says) <= step.lasts_ms


def _steps(exercise: Exercise) -> tuple[Step, ...]:
    dose = exercise.dose
    item = Item(
        exercise=exercise.id,
        side="left" if exercise.sides == "each" else "both",
        sets=dose.sets.low,
        reps=dose.reps.low,
        hold_s=dose.hold_s.low if dose.hold_s else None,
        rest_s=dose.rest_s,
    )
    session = Session(kind="mobility", part_of_day="any", minutes=6, items=(item,))
    return script_of(session, catalogue=CATALOGUE).parts[0].choices[0].steps


def _until_first_set(exercise: Exercise) -> tuple[Step, list[str]]:
    ready, first, *_ = _steps(exercise)
    return first, [line.says for line in (*ready.lines, *first.lines)]
