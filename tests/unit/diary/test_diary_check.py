"""What a diary may say."""

from dataclasses import replace

import pytest
from example_people import START
from example_plans import FIGURE_4, SQUAT, done, entry

from psoas.catalogue.catalogue import load
from psoas.diary.diary_check import check_diary, in_order
from psoas.diary.entry import BreakTaken, Diary, Entry
from psoas.planning.dose import Load
from psoas.vocabulary.errors import BadInput

GOOD = entry(
    1,
    done(FIGURE_4, load=Load(band="light")),
    done(SQUAT, pain=0),
    relief=("seated-figure-4", "heat-and-ice"),
    habits=("desk-setup",),
    micro_breaks=(BreakTaken(at="10:00", exercise="hip-circles", did="yes"),),
    answers={"saddle-numbness": "no"},
)


def test_a_full_entry_is_accepted() -> None:
    check_diary(Diary(entries=(GOOD,)), catalogue=load())


def test_an_entry_that_knows_only_its_day_is_accepted() -> None:
    check_diary(Diary(entries=(Entry(on=START),)), catalogue=load())


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (replace(GOOD, exercises=(done(FIGURE_4, exercise="moon-walk"),)), "entries.0.exercises.0.exercise"),
        (replace(GOOD, exercises=(done(SQUAT), done(FIGURE_4, side="both"))), "entries.0.exercises.1.side"),
        (replace(GOOD, exercises=(done(SQUAT, side="left"),)), "entries.0.exercises.0.side"),
        (replace(GOOD, relief=("whisky",)), "entries.0.relief.0"),
        (replace(GOOD, habits=("box-squat",)), "entries.0.habits.0"),
        (
            replace(GOOD, micro_breaks=(BreakTaken(at="10:00", exercise="nap", did="no"),)),
            "entries.0.micro_breaks.0.exercise",
        ),
        (replace(GOOD, answers={"luck": "yes"}), "entries.0.answers.luck"),
    ],
)
def test_the_first_field_that_does_not_fit_is_named(bad: Entry, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_diary(Diary(entries=(bad,)), catalogue=load())

    assert caught.value.field == field


def test_a_day_has_one_entry() -> None:
    with pytest.raises(BadInput) as caught:
        check_diary(Diary(entries=(GOOD, Entry(on=START), replace(GOOD, note="again"))), catalogue=load())

    assert caught.value.field == "entries.2.on"


def test_names_from_outside_cannot_break_the_line() -> None:
    with pytest.raises(BadInput) as caught:
        check_diary(Diary(entries=(replace(GOOD, answers={"a\nb" * 100: "yes"}),)), catalogue=load())

    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_entries_are_read_by_day_whatever_their_order() -> None:
    late, early = entry(1), entry(5)

    assert in_order(Diary(entries=(late, early))) == (early, late)
