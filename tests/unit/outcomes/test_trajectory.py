"""Pain, mobility, walking and own activities over time."""

from dataclasses import replace
from datetime import timedelta

from example_people import MAYA, START
from example_plans import every_day

from psoas.assessment.examination import Examination, Score
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Entry, EntryPain
from psoas.outcomes.milestones import own_activities, walked
from psoas.outcomes.trajectory import mobility_trajectory, pain_trajectory
from psoas.statistics.detectable_change import Reading
from psoas.statistics.series import Median

PLAN = every_day(intake=replace(MAYA, pain=replace(MAYA.pain, average_week=6)))
CATALOGUE = load()


def log(**by_day: int) -> Diary:
    return Diary(
        entries=tuple(
            Entry(on=START + timedelta(days=int(day[1:])), pain=EntryPain(before=pain), mobility=pain, minutes_walked=pain)
            for day, pain in by_day.items()
        )
    )


def test_pain_is_read_against_the_intake_and_keeps_its_gaps() -> None:
    found = pain_trajectory(PLAN, log(d0=6, d9=3, d10=0, d11=3), catalogue=CATALOGUE, today=START + timedelta(days=12))

    assert found.now == Median(value=3, of=3)
    assert (found.baseline, found.change, found.reading) == (6, -3, Reading.MEANINGFUL)
    assert [gap.days for gap in found.gaps] == [8]


def test_a_small_change_of_pain_is_called_unclear() -> None:
    found = pain_trajectory(PLAN, log(d9=5, d10=5, d11=4), catalogue=CATALOGUE, today=START + timedelta(days=12))

    assert found.reading is Reading.UNCLEAR
    assert "too small to tell" in found.says.lower()


def test_two_days_in_a_week_are_not_enough_to_call_a_change() -> None:
    found = pain_trajectory(PLAN, log(d9=0, d11=0), catalogue=CATALOGUE, today=START + timedelta(days=12))

    assert (found.change, found.reading) == (-6, None)
    assert "Not enough days" in found.says


def test_entries_after_today_wait_for_their_day() -> None:
    found = pain_trajectory(PLAN, log(d9=5, d20=0), catalogue=CATALOGUE, today=START + timedelta(days=12))

    assert found.now == Median(value=5, of=1)


def test_mobility_is_read_against_the_first_week() -> None:
    found = mobility_trajectory(
        PLAN, log(d0=3, d1=4, d29=8, d30=8, d31=8), catalogue=CATALOGUE, today=START + timedelta(days=32)
    )

    assert (found.baseline, found.change, found.reading) == (3.5, 4.5, Reading.MEANINGFUL)


def test_without_numbers_nothing_is_said_to_change() -> None:
    found = mobility_trajectory(PLAN, Diary(), catalogue=CATALOGUE, today=START)

    assert (found.baseline, found.now, found.change, found.reading) == (None, None, None, None)


def test_walking_counts_zero_minutes_and_skips_missing_days() -> None:
    minutes = {0: 0, 2: 10, 30: 20}
    told = Diary(entries=tuple(Entry(on=START + timedelta(days=day), minutes_walked=told) for day, told in minutes.items()))
    found = walked(PLAN, told, today=START + timedelta(days=31))

    assert (found.first_week, found.last_week) == (Median(value=5, of=2), Median(value=20, of=1))


def test_own_activities_are_compared_first_against_latest() -> None:
    def examination(day: int, *scores: tuple[str, float]) -> Examination:
        told = tuple(Score(instrument=name, value=value) for name, value in scores)
        return Examination(on=START + timedelta(days=day), scores=told)

    found = own_activities(
        [
            examination(30, ("own-activities: tie my shoes", 7), ("rmdq", 3)),
            examination(0, ("own-activities: tie my shoes", 3), ("own-activities: garden", 5)),
        ],
        catalogue=CATALOGUE,
    )

    assert [(row.activity, row.first, row.latest, row.reading) for row in found] == [
        ("tie my shoes", 3, 7, Reading.MEANINGFUL)
    ]
