"""Weeks, pain as told, strength by pattern, re-tests: gaps stay gaps, zeros are data, nothing is claimed beyond its error."""

from datetime import timedelta

from example_people import MAYA, START
from example_plans import SQUAT, every_day

from psoas.assessment.examination import Examination, Measurement
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.outcomes.pain import line_of, pain_marks
from psoas.outcomes.retest import retests
from psoas.outcomes.strength import climbs
from psoas.outcomes.weeks import weeks_told
from psoas.statistics.detectable_change import Reading

PLAN = every_day(SQUAT)


def on(day: int, **fields: object) -> Entry:
    return Entry(on=START + timedelta(days=day), **fields)  # type: ignore[arg-type]  # fields of an entry


def bridge(exercise: str = "glute-bridge", *, sets: int = 2, reps: int = 8) -> Done:
    return Done(exercise=exercise, side="both" if exercise == "glute-bridge" else "left", sets=sets, reps=reps)


def test_several_pains_of_a_day_all_stay_and_the_line_runs_through_their_middle() -> None:
    told = (on(0, pain=EntryPain(before=2, after=0)), on(0, pain=EntryPain(before=6)), on(1, pain=EntryPain(before=0)))

    marks = pain_marks(told, until=START + timedelta(days=3))

    assert [(mark.moment, mark.pain) for mark in marks if mark.on == START] == [("before", 2), ("before", 6), ("after", 0)]
    assert [point.value for point in line_of(marks, "before").points] == [4, 0]


def test_the_morning_after_belongs_to_its_own_day() -> None:
    marks = pain_marks((on(0, pain=EntryPain(next_morning=3)),), until=START + timedelta(days=1))

    assert [(mark.on, mark.moment) for mark in marks] == [(START + timedelta(days=1), "morning")]
    assert pain_marks((on(0, pain=EntryPain(next_morning=3)),), until=START) == ()


def test_a_week_nobody_logged_stands_there_empty() -> None:
    """Zero minutes were told; the second week was not."""
    diary = Diary(entries=(on(0, minutes_walked=0), on(15, exercises=(Done(exercise="box-squat", side="both", sets=2),))))

    weeks = weeks_told(PLAN, diary, today=START + timedelta(days=16))

    assert [week.logged_days for week in weeks] == [1, 0, 1]
    assert [week.walked_minutes for week in weeks] == [0, None, None]
    assert [(week.planned, week.done) for week in weeks] == [(1, 0), (0, 0), (1, 1)]


def test_weeks_before_the_plan_have_no_planned_part() -> None:
    diary = Diary(entries=(on(-10, exercises=(bridge(),)), on(0)))

    weeks = weeks_told(PLAN, diary, today=START)

    assert [(week.number, week.planned, week.done) for week in weeks] == [(None, None, 1), (None, None, 0), (1, 1, 0)]


def test_strength_climbs_by_rung_and_by_dose() -> None:
    diary = Diary(
        entries=(
            on(0, exercises=(bridge(),)),
            on(2, exercises=(bridge(reps=10),)),
            on(14, exercises=(bridge("glute-bridge-march", reps=10),)),
        )
    )

    (climb,) = climbs(diary, start=START, catalogue=load(), today=START + timedelta(days=20))

    assert climb.pattern == "bridge"
    assert [(week.exercise, week.dose.reps, week.sessions) for week in climb.weeks] == [
        ("glute-bridge", 10, 2),
        ("glute-bridge-march", 10, 1),
    ]
    assert (climb.rungs_up, climb.dose_up) == (1, None)
    assert climb.rungs[-2:] == ("glute-bridge", "glute-bridge-march")


def test_more_of_the_same_movement_is_told_as_a_share() -> None:
    diary = Diary(entries=(on(0, exercises=(bridge(),)), on(7, exercises=(bridge(reps=12),))))

    (climb,) = climbs(diary, start=START, catalogue=load(), today=START + timedelta(days=20))

    assert (climb.rungs_up, climb.dose_up) == (0, 0.5)


def test_what_was_not_done_is_no_session() -> None:
    diary = Diary(entries=(on(0, exercises=(bridge(sets=0),)),))

    assert climbs(diary, start=START, catalogue=load(), today=START) == ()


def test_a_retest_is_real_only_beyond_its_error_and_silent_without_one() -> None:
    def measured(day: int, hip: float, rises: float) -> Examination:
        return Examination(
            on=START + timedelta(days=day),
            measures=(
                Measurement(measure="hip-extension", side="left", values=(hip,), unit="deg", position="prone", device="phone"),
                Measurement(measure="sit-to-stand-30s", side="both", values=(rises,), unit="count", device="self"),
            ),
        )

    hip, rises = retests(
        (measured(0, 5, 9), measured(30, 14, 13)), intake=MAYA, catalogue=load(), today=START + timedelta(days=31)
    )

    assert (hip.change, hip.error, hip.reading) == (9, 10, Reading.UNCLEAR)
    assert (rises.change, rises.error, rises.reading) == (4, None, None)


def test_another_device_is_another_measure() -> None:
    def hip(day: int, device: str) -> Examination:
        told = Measurement(measure="hip-flexion", side="left", values=(90,), unit="deg", position="supine", device=device)  # type: ignore[arg-type]  # a word of the vocabulary
        return Examination(on=START + timedelta(days=day), measures=(told,))

    found = retests((hip(0, "phone"), hip(9, "goniometer")), intake=MAYA, catalogue=load(), today=START + timedelta(days=9))

    assert [one.change for one in found] == [None, None]
