"""What is only kept, without thinking the plan over, could not have stopped or replaced anything."""

from datetime import timedelta

import pytest
from example_plans import FIGURE_4, SQUAT, TODAY, every_day
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas import journey
from psoas.adaptation.consent import can_unsettle
from psoas.catalogue.catalogue import load
from psoas.diary.entry import BreakTaken, Diary, Done, Entry, EntryPain
from psoas.diary.merging import merge_day

PLAN = every_day(FIGURE_4, SQUAT)
SAFER = ("stop", "replace")
scores = st.none() | st.integers(0, 10)
days = st.builds(
    lambda ago, before, after, felt: Entry(
        on=TODAY - timedelta(days=ago),
        pain=EntryPain(before=before, after=after, next_morning=after),
        exercises=(Done(exercise=FIGURE_4.exercise, side=FIGURE_4.side, sets=1, felt=felt),),
    ),
    st.integers(0, 13),
    scores,
    scores,
    st.sampled_from([None, "same", "worse", "sharp"]),
)
taps = st.builds(
    Entry,
    on=st.integers(0, 1).map(lambda ago: TODAY - timedelta(days=ago)),
    mobility=scores,
    sleep=scores,
    worry=scores,
    minutes_walked=st.none() | st.integers(0, 600),
    note=st.none() | st.just("a note"),
    micro_breaks=st.sampled_from([(), (BreakTaken(at="10:00", exercise="hip-circles", did="yes"),)]),
)


@settings(max_examples=150, deadline=None)
@given(told=st.lists(days, max_size=6, unique_by=lambda entry: entry.on), tap=taps)
def test_a_quiet_tap_stops_and_replaces_nothing(told: list[Entry], tap: Entry) -> None:
    """With the tap and without it, the same movements are stopped or replaced."""
    assert not can_unsettle(tap)
    by_day = {entry.on: entry for entry in told}
    with_tap = {
        **by_day,
        tap.on: merge_day(tap.on, [("log", by_day.get(tap.on, Entry(on=tap.on))), ("log", tap)], catalogue=load()),
    }

    assert safer(with_tap.values()) <= safer(by_day.values())


@pytest.mark.parametrize("entry", [
    Entry(on=TODAY, pain=EntryPain(after=0)),
    Entry(on=TODAY, exercises=(Done(exercise="clamshell", side="left"),)),
    Entry(on=TODAY, symptoms=("dizzy",)),
    Entry(on=TODAY, answers={"weight-loss": "no"}),
    Entry(on=TODAY, adverse_event="fell"),
    Entry(on=TODAY, micro_breaks=(BreakTaken(at="10:00", exercise="hip-circles", did="hurt"),)),
])  # fmt: skip
def test_whatever_could_is_thought_over(entry: Entry) -> None:
    """Pain, movements, symptoms, safety answers, an accident, a break that hurt."""
    assert can_unsettle(entry)


def safer(entries: object) -> set[tuple[str, str]]:
    diary = Diary(entries=tuple(sorted(entries, key=lambda entry: entry.on)))  # type: ignore[call-overload]  # they are entries
    changes = journey.adapt(PLAN, diary, today=TODAY).changes
    return {(row.exercise, row.side) for row in changes if row.change in SAFER}
