"""What of the plan was done."""

from datetime import timedelta

from example_people import START
from example_plans import FIGURE_4, SQUAT, TILT, done, every_day

from psoas.diary.adherence import adherence
from psoas.diary.entry import Diary, Entry


def test_a_day_without_an_entry_is_unknown_and_counts_neither_way() -> None:
    plan = every_day(FIGURE_4, SQUAT)
    log = Diary(entries=(Entry(on=START, exercises=(done(FIGURE_4),)),))

    found = adherence(plan, log, since=START, until=START + timedelta(days=6))

    assert (found.done, found.planned, found.share) == (1, 2, 0.5)
    assert (found.known_days, found.unknown_days) == (1, 6)


def test_a_logged_day_without_movements_is_a_zero() -> None:
    found = adherence(every_day(SQUAT), Diary(entries=(Entry(on=START),)), since=START, until=START)

    assert found.days[0].done == 0
    assert found.share == 0


def test_nothing_logged_has_no_share() -> None:
    assert adherence(every_day(SQUAT), Diary(), since=START, until=START).share is None


def test_skipped_is_not_done_and_extra_is_not_held_against_the_plan() -> None:
    log = Diary(entries=(Entry(on=START, exercises=(done(SQUAT, sets=0), done(TILT), done(FIGURE_4, reps=None))),))

    found = adherence(every_day(SQUAT, FIGURE_4), log, since=START, until=START)

    assert (found.done, found.days[0].extra) == (1, 1)
