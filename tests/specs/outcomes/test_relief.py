"""Which movements help: each takes its part of the day's change, and little evidence claims little.

Change is pain after less pain before; below zero is relief. A movement counts in an entry when it was done and both numbers
are known. Movements of one entry share its change by regression, pulled toward zero, with a 90 % interval.
"""

from datetime import timedelta

from example_people import START
from example_plans import FIGURE_4, FIGURE_4_RIGHT, SQUAT, TILT, done
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.outcomes.relief import rank_relief
from psoas.outcomes.relief_ranking import MovementRelief

ITEMS = {"figure 4": FIGURE_4, "squat": SQUAT, "tilt": TILT}


def log(*days: tuple[str, int | None]) -> Diary:
    """Days of (movements, change); a change of None is a missing `after`."""
    return Diary(
        entries=tuple(
            Entry(
                on=START + timedelta(days=number),
                pain=EntryPain(before=5, after=None if change is None else 5 + change),
                exercises=tuple(done(ITEMS[name]) for name in names.split(" + ")),
            )
            for number, (names, change) in enumerate(days)
        )
    )


def ranked(diary: Diary) -> dict[str, MovementRelief]:
    return {row.exercise: row for row in rank_relief(diary, catalogue=load()).movements}


def test_a_verdict_needs_four_uses_and_an_interval_on_one_side_of_zero() -> None:
    """One movement alone, with the same answers day after day."""
    table = """
        changes              | times | verdict
        -2 -2 -2             |     3 | too-few
        -2 -2 -2 -2          |     4 | helps
        2 2 2 2              |     4 | worsens
        0 0 0 0 0 0          |     6 | no-clear-effect
        -3 3 -2 2 -1 1       |     6 | no-clear-effect
        -1 -1 -1 -1 -1 -1    |     6 | helps
        -1 1 0 -1            |     4 | no-clear-effect
    """
    for row in rows(table):
        found = ranked(log(*(("squat", int(change)) for change in row["changes"].split())))["box-squat"]

        assert (found.times, found.verdict) == (int(row["times"]), row["verdict"]), row
        assert (found.low is None) == (found.high is None) == (row["verdict"] == "too-few"), row


def test_movements_of_one_entry_share_its_change() -> None:
    """The day's change is given out once. What always comes together cannot be told apart, and no verdict is claimed."""
    table = """
        days                                                      | squat           | tilt
        10 x squat + tilt -2                                      | no-clear-effect | no-clear-effect
        8 x squat + tilt -3, 8 x squat 0                          | no-clear-effect | helps
        8 x squat + tilt 0, 8 x squat -2                          | helps           | worsens
        5 x squat + tilt -2, 3 x squat -2                         | helps           | no-clear-effect
    """
    for row in rows(table):
        days = [part.strip().split(" x ") for part in row["days"].split(",")]
        found = ranked(log(*(day for times, text in days for day in [_day(text)] * int(times))))

        assert found["box-squat"].verdict == row["squat"], row
        assert found["supine-pelvic-tilt"].verdict == row["tilt"], row


def _day(text: str) -> tuple[str, int]:
    names, _, change = text.rpartition(" ")
    return names, int(change)


def test_the_parts_of_a_shared_change_are_not_counted_twice() -> None:
    found = ranked(log(*[("squat + tilt", -2)] * 10))

    total = found["box-squat"].mean_change + found["supine-pelvic-tilt"].mean_change
    assert -2.0 <= total <= -1.8


def test_what_is_missing_is_left_out_and_a_zero_is_used() -> None:
    """No `after`, no use; a change of 0 is an answer."""
    table = """
        days                       | times
        3 x squat -2               | 3
        3 x squat -2, 2 x squat 0  | 5
        3 x squat -2, 2 x squat ?  | 3
    """
    for row in rows(table):
        days = [part.strip().split(" x squat ") for part in row["days"].split(",")]
        changes = [None if text == "?" else int(text) for times, text in days for _ in range(int(times))]

        assert ranked(log(*(("squat", change) for change in changes)))["box-squat"].times == int(row["times"]), row


def test_a_skipped_movement_is_no_use_and_two_sides_of_a_day_are_one() -> None:
    def day(number: int, *exercises: Done) -> Entry:
        return Entry(on=START + timedelta(days=number), pain=EntryPain(before=4, after=2), exercises=exercises)

    diary = Diary(entries=(day(0, done(SQUAT, sets=0), done(FIGURE_4), done(FIGURE_4_RIGHT)), day(1, done(TILT, sets=None))))

    assert {name: row.times for name, row in ranked(diary).items()} == {"seated-figure-4": 1, "supine-pelvic-tilt": 1}


def test_the_ranking_begins_with_the_most_relieving_then_goes_by_name() -> None:
    diary = log(*[("squat", -1)] * 4, *[("tilt", -3)] * 4, *[("figure 4", -1)] * 4)

    order = [row.exercise for row in rank_relief(diary, catalogue=load()).movements]

    assert order == ["supine-pelvic-tilt", "box-squat", "seated-figure-4"]


def test_no_diary_no_ranking() -> None:
    assert rank_relief(Diary(), catalogue=load()).movements == ()
