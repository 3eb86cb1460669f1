"""When a session counts as done."""

from dataclasses import replace

import pytest
from example_people import MAYA, TODAY

from psoas import journey
from psoas.diary.entry import Done, Entry

PLAN = journey.plan(MAYA, start=TODAY, today=TODAY)
DAY = next(day for week in PLAN.weeks for day in week.days if any(len(one.items) > 3 for one in day.sessions))
AT = next(at for at, one in enumerate(DAY.sessions) if len(one.items) > 3)
ITEMS = list(dict.fromkeys((item.exercise, item.side) for item in DAY.sessions[AT].items))


def done(count: int) -> bool:
    """Is the session done, when so many of its movements from the end on were?"""
    rows = tuple(Done(exercise=exercise, side=side) for exercise, side in ITEMS[len(ITEMS) - count :])
    return journey.sessions_done(PLAN, DAY, Entry(on=DAY.date, exercises=rows))[AT]


def test_half_of_it_is_enough() -> None:
    """Whoever does most of a session is not asked for it again."""
    half = -(-len(ITEMS) // 2)

    assert not done(1)
    assert done(half)
    assert done(len(ITEMS))


@pytest.mark.parametrize("entry", [None, Entry(on=DAY.date), Entry(on=DAY.date, sleep=3)])
def test_a_day_without_movement_has_done_nothing(entry: Entry | None) -> None:
    """Sleep is told, nothing is done."""
    assert not any(journey.sessions_done(PLAN, DAY, entry))


def test_all_that_a_shorter_way_asks_for_is_the_session() -> None:
    """Five minutes chosen, five minutes done."""
    shortest = journey.lengths(DAY.sessions[AT])[0].session
    rows = tuple(Done(exercise=item.exercise, side=item.side) for item in shortest.items)

    assert journey.sessions_done(PLAN, DAY, Entry(on=DAY.date, exercises=rows))[AT]


def test_nothing_of_another_session_counts() -> None:
    """A movement that does not stand in it."""
    other = Entry(on=DAY.date, exercises=(Done(exercise="cycling", side="both"),))

    assert not journey.sessions_done(PLAN, replace(DAY, sessions=(DAY.sessions[AT],)), other)[0]
