"""A hard day is one for this person, not for a number."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from example_people import MAYA, TODAY
from example_records import plan_of

from psoas.diary.entry import Entry, EntryPain
from psoas.outcomes.hard_day import HardDay, hard_day

YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("usual", "told", "is_hard"),
    [(4, 7, True), (4, 6, True), (4, 5, False), (2, 5, False), (2, 6, True), (7, 8, False), (7, 9, True), (9, 10, False)],
)
def test_it_is_hard_from_six_and_two_above_the_usual(usual: int, told: int, *, is_hard: bool) -> None:
    """Usual pain, however high, is no hard day."""
    assert (_hard(usual, Entry(on=TODAY, pain=EntryPain(before=told))) is not None) is is_hard


def test_the_morning_counts_for_today() -> None:
    """Eight on waking is told of yesterday's session, and makes today hard."""
    found = _hard(4, Entry(on=YESTERDAY, pain=EntryPain(next_morning=8)))

    assert found is not None
    assert found.pain == 8


def test_what_was_told_last_counts() -> None:
    """A bad morning that has eased is over."""
    morning = Entry(on=YESTERDAY, pain=EntryPain(next_morning=8))

    assert _hard(4, morning, Entry(on=TODAY, pain=EntryPain(before=3))) is None


def test_nothing_told_is_no_hard_day() -> None:
    """Missing is unknown; a zero is an answer."""
    assert _hard(4) is None
    assert _hard(4, Entry(on=TODAY, pain=EntryPain(before=0))) is None


def _hard(usual: int, *entries: Entry) -> HardDay | None:
    pain = replace(MAYA.pain, average_week=usual, worst_week=10)
    plan = plan_of(replace(MAYA, pain=pain), on=date(2026, 11, 23))
    return hard_day(entries, plan, today=TODAY)
