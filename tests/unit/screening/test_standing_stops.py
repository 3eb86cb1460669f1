"""A stop ends by a recorded return; a slip can be put right on the day it was made."""

from dataclasses import replace
from datetime import date

import pytest
from example_people import MAYA

from psoas import journey
from psoas.adaptation.rescreening import intake_now
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Entry
from psoas.screening.intake import Answer, Return
from psoas.screening.standing_stops import AnswersTold, standing

MON, TUE = date(2026, 11, 23), date(2026, 11, 24)
NUMB = "saddle-numbness"


def told(*days: tuple[date, Answer], returns: tuple[Return, ...] = (), again: bool = False) -> dict[str, Answer]:
    found = standing(
        [AnswersTold(on=on, answers={NUMB: answer}, again=again and at > 0) for at, (on, answer) in enumerate(days)],
        returns,
        catalogue=load(),
    )
    return {question: answers[-1] for question, answers in found.items()}


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_later_no_does_not_end_a_stop(answer: Answer) -> None:
    """What was there yesterday wants a look, also when it is gone today."""
    assert told((MON, answer), (TUE, "no")) == {NUMB: answer}


def test_a_slip_is_put_right_on_its_day() -> None:
    """Ticked by mistake, and noticed on the page that says so."""
    assert told((MON, "yes"), (MON, "no")) == {}


def test_a_return_ends_it_and_an_old_return_does_not_end_a_new_one() -> None:
    """Seen on the day it was told or since."""
    seen = (Return(answer=NUMB, seen_on=MON, by="emergency-department"),)

    assert told((MON, "yes"), (TUE, "no"), returns=seen) == {}
    assert told((TUE, "yes"), (date(2026, 11, 26), "no"), returns=seen) == {NUMB: "yes"}


def test_keeping_the_whole_intake_again_is_not_telling_it_again() -> None:
    """A return from the day of the answer still counts when another page was changed since."""
    seen = (Return(answer=NUMB, seen_on=MON, by="emergency-department"),)

    assert told((MON, "yes"), (TUE, "yes"), (date(2026, 11, 26), "no"), returns=seen, again=True) == {}


def test_an_answer_that_only_limits_may_simply_change() -> None:
    """Nothing was stopped by it."""
    days = [AnswersTold(on=MON, answers={"one-leg-numb": "yes"}), AnswersTold(on=TUE, answers={"one-leg-numb": "no"})]

    assert standing(days, (), catalogue=load()) == {}


@pytest.mark.parametrize("question", sorted(load().red_flags))
def test_no_answer_told_later_opens_what_an_earlier_one_closed(question: str) -> None:
    """An easing that speaks of `yes` and not of `old` ends no stop: only a return does."""
    for first in ("yes", "old", "unsure"):
        for later in ("yes", "old", "unsure", "known", "no"):
            pages = [AnswersTold(on=MON, answers={question: first}), AnswersTold(on=TUE, answers={question: later})]
            closed = journey.screen(replace(MAYA, answers={**MAYA.answers, question: first}), today=TUE)
            last = replace(MAYA, answers={**MAYA.answers, question: later})
            held = journey.screen(journey.with_standing(last, pages, today=TUE), today=TUE)
            if closed.scope == "none":
                assert held.scope == "none", (first, later)


def test_the_diary_opens_nothing_by_a_later_yes() -> None:
    """Two weeks old and never looked at on Monday, "yes" on Tuesday: what closed on Monday stays closed."""
    question = "sudden-back-pain-or-height-loss"
    entries = [Entry(on=MON, answers={question: "old"}), Entry(on=TUE, answers={question: "yes"})]

    assert journey.screen(intake_now(MAYA, entries, catalogue=load(), today=TUE), today=TUE).scope == "none"
