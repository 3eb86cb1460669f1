"""A pause is one line on record, and says of a day whether anything is due."""

from datetime import date, timedelta

import pytest

from psoas.diary.entry import Done, Entry
from psoas.diary.pause import Pause, read_pause, runs, written

TODAY = date(2026, 11, 25)
PAUSE = Pause(why="illness", since=TODAY, until=TODAY + timedelta(days=4))


def test_a_line_reads_as_it_was_written() -> None:
    assert read_pause(written(PAUSE)) == PAUSE


@pytest.mark.parametrize(
    "line",
    ["", "on", "illness", "nothing 2026-11-25 2026-11-29", "illness 2026-11-29 2026-11-25", "illness 2026-11-25 x",
     "illness 2026-11-25 2036-11-25", "illness 2026-11-25 2026-11-29 more"],
)  # fmt: skip
def test_what_is_no_pause_is_none(line: str) -> None:
    """Also where a file brought it."""
    assert read_pause(line) is None


@pytest.mark.parametrize(("day", "is_paused"), [(-1, False), (0, True), (3, True), (4, False)])
def test_it_runs_up_to_the_day_before_the_first_day_back(day: int, is_paused: bool) -> None:
    assert runs(PAUSE, (), today=TODAY + timedelta(days=day)) is is_paused


def test_who_moves_meanwhile_is_back() -> None:
    """What was done before the pause was told, on its first day, does not end it."""
    done = (Done(exercise="walking", side="both"),)

    assert runs(PAUSE, [Entry(on=TODAY, exercises=done)], today=TODAY + timedelta(days=1))
    assert not runs(PAUSE, [Entry(on=TODAY + timedelta(days=1), exercises=done)], today=TODAY + timedelta(days=1))
