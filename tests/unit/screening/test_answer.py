"""Of several answers to one safety question the strictest holds: none hides one that means more."""

from dataclasses import replace
from itertools import permutations

import pytest
from example_people import MAYA, TODAY

from psoas.catalogue.catalogue import load
from psoas.screening.answer import ROUTINE_STRICTNESS, STRICTNESS, alarming, strictest
from psoas.screening.clearance import SCOPES, URGENCIES, ClearanceRecord
from psoas.screening.intake import Answer
from psoas.screening.triage import triage

FLAGS = tuple(load().red_flags)
UNEASED = replace(load(), red_flags={name: replace(flag, easings=()) for name, flag in load().red_flags.items()})


@pytest.mark.parametrize("question", FLAGS)
def test_the_answer_that_holds_is_as_urgent_and_closes_as_much_as_the_other(question: str) -> None:
    """Whichever two of the five answers were given, and in either order; easings aside, which belong to a person."""
    said = {answer: meaning(question, answer) for answer in STRICTNESS}

    for one, other in permutations(STRICTNESS, 2):
        held = strictest(question, (one, other), catalogue=load())
        assert held == strictest(question, (other, one), catalogue=load())
        assert all(mine >= theirs for mine, theirs in zip(said[held], said[other], strict=True)), (one, other, held)


def test_every_answer_has_a_place_in_both_orders() -> None:
    """What is not in the order could not be compared."""
    assert set(STRICTNESS) == set(ROUTINE_STRICTNESS) == {"no", "known", "old", "unsure", "yes"}


def meaning(question: str, answer: Answer) -> tuple[int, int]:
    record = record_of(question, answer)
    return URGENCIES.index(record.urgency), SCOPES.index(record.scope)


def record_of(question: str, answer: Answer) -> ClearanceRecord:
    intake = replace(MAYA, answers={**MAYA.answers, question: answer})
    return triage(intake, catalogue=UNEASED, today=TODAY).record


def test_a_new_or_doubtful_emergency_sign_is_told_at_once_and_nothing_else_is() -> None:
    """Known and no are for no alarm, and what nobody examined is for today; a less urgent question waits for the rest."""
    flags = load().red_flags.values()
    emergency = next(flag.id for flag in flags if flag.urgency == "emergency")
    later = next(flag.id for flag in flags if flag.urgency == "same-day")

    told = {answer: alarming({emergency: answer, later: "yes"}, catalogue=load()) for answer in STRICTNESS}
    assert {answer for answer, signs in told.items() if signs} == {"yes", "unsure"}
    assert [sign.id for sign in told["yes"]] == [emergency]
