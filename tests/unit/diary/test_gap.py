"""How long nothing was told, and whether the morning after is still to be told."""

from datetime import date, timedelta

import pytest

from psoas.diary.entry import Done, Entry, EntryPain
from psoas.diary.gap import days_away, last_told, morning_is_open

TODAY = date(2026, 11, 25)
YESTERDAY = TODAY - timedelta(days=1)
START = date(2026, 11, 1)
MOVED = (Done(exercise="clamshell", side="left"),)


def test_answers_alone_end_no_gap() -> None:
    entries = (Entry(on=date(2026, 11, 10), note="a walk"), Entry(on=TODAY, answers={"weight-loss": "no"}))

    assert last_told(entries) == entries[0]
    assert days_away(entries, since=START, today=TODAY) == 15


def test_a_gap_is_counted_from_the_plan_where_that_began_later() -> None:
    """Also where nothing was ever told; a plan that begins tomorrow knows no gap."""
    entries = (Entry(on=date(2026, 10, 1), note="before"),)

    assert days_away(entries, since=START, today=TODAY) == 24
    assert days_away((), since=START, today=TODAY) == 24
    assert days_away((), since=TODAY + timedelta(days=1), today=TODAY) < 0


@pytest.mark.parametrize(
    ("entry", "is_open"),
    [
        (Entry(on=YESTERDAY, exercises=MOVED), True),
        (Entry(on=YESTERDAY, exercises=MOVED, pain=EntryPain(after=2)), True),
        (Entry(on=YESTERDAY, exercises=MOVED, pain=EntryPain(next_morning=0)), False),
        (Entry(on=YESTERDAY, minutes_walked=20), False),
        (Entry(on=YESTERDAY - timedelta(days=1), exercises=MOVED), False),
        (Entry(on=TODAY, exercises=MOVED), False),
    ],
)
def test_the_morning_after_is_asked_once_and_only_after_movement(entry: Entry, is_open: bool) -> None:
    """No pain at all is an answer."""
    assert morning_is_open((entry,), today=TODAY) is is_open
