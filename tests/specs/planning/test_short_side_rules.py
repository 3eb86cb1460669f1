"""A short side gets more seconds a week than the other, whoever the person is and whatever is short."""

from collections import Counter
from dataclasses import replace

import pytest
from example_people import MAYA, START, TODAY
from text_tables import rows

from psoas.assessment.evaluation import examine
from psoas.assessment.examination import Examination, Measurement
from psoas.catalogue.catalogue import load
from psoas.planning.block import plan_weeks
from psoas.planning.dose import Dose
from psoas.planning.dose_options import options_of
from psoas.planning.person import read_person
from psoas.planning.plan import Plan, Week
from psoas.screening.triage import triage

DRILLS = ("mobility", "practice")


def plan_with_short(measure: str, position: str, side: str, *, born: int, minutes: int) -> Plan:
    """The plan of somebody whose one side moves 25 degrees less."""
    intake = replace(MAYA, born=born, minutes_per_day=minutes)
    angles = {"left": (45.0,) * 3, "right": (45.0,) * 3} | {side: (20.0,) * 3}
    measures = tuple(
        Measurement(measure=measure, side=name, values=values, unit="deg", position=position, device="phone")  # type: ignore[arg-type]  # read from a table
        for name, values in angles.items()
    )
    examination = Examination(on=TODAY, measures=measures)
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return plan_weeks(
        intake,
        examination=examination,
        profile=examine(intake, examination, catalogue=load()),
        clearance=clearance,
        catalogue=load(),
        start=START,
    )


def seconds(week: Week) -> Counter[str]:
    """Seconds of one-sided drills in this week, by side."""
    found: Counter[str] = Counter()
    for item in (item for day in week.days for session in day.sessions for item in session.items):
        exercise = load().exercises[item.exercise]
        if exercise.sides == "each" and exercise.role in DRILLS:
            work = item.dose.work_seconds(exercise)
            found[item.side] += int(work)
    return found


@pytest.mark.parametrize("born", [1990, 1950])
def test_the_short_side_gets_more_in_every_week(born: int) -> None:
    """By a drill that answers it; where those move both sides alike, by the other drills of that hip."""
    table = """
        measure               | position | side  | minutes
        hip-internal-rotation | seated   | left  |       5
        hip-extension         | prone    | right |      10
        hip-flexion           | supine   | left  |       5
        hip-flexion           | supine   | right |      20
        hip-abduction         | supine   | left  |       5
        hip-abduction         | supine   | right |      20
        straight-leg-raise    | supine   | left  |      10
        seated-rotation       | seated   | right |      10
    """
    for row in rows(table):
        plan = plan_with_short(row["measure"], row["position"], row["side"], born=born, minutes=int(row["minutes"]))
        other = {"left": "right", "right": "left"}[row["side"]]

        assert all(seconds(week)[row["side"]] > seconds(week)[other] for week in plan.weeks), row


def test_how_much_more_a_short_side_gets() -> None:
    """At least a quarter, by the smallest step of the range that reaches it; the other side gives where the range is used up.

    From 65 a stretch is held 30 s, so that more is another repetition, or the other side is held for less.
    """
    table = """
        drill                       | born | other side | short side
        hip-90-90-supported         | 1990 | 1 x 6      | 1 x 8
        hip-90-90-switch            | 1990 | 1 x 8      | 1 x 10
        standing-hip-flexor-stretch | 1990 | 1 x 2 x 20 | 1 x 2 x 25
        standing-hip-flexor-stretch | 1950 | 1 x 2 x 20 | 1 x 2 x 30
        hip-flexor-lunge-stretch    | 1950 | 1 x 2 x 30 | 1 x 3 x 30
        seated-hip-rotation         | 1990 | 1 x 8      | 1 x 10
        seated-thoracic-rotation    | 1990 | 1 x 6      | 1 x 8
    """
    for row in rows(table):
        intake = replace(MAYA, born=int(row["born"]))
        clearance = triage(intake, catalogue=load(), today=TODAY).clearance
        assert clearance is not None
        person = read_person(intake, examination=None, profile=None, clearance=clearance, catalogue=load(), on=START)
        least = dict(options_of(load().exercises[row["drill"]], person, week=1, short_side="left")[0].doses)

        assert written(least["right"]) == row["other side"], row
        assert written(least["left"]) == row["short side"], row


def test_no_pair_of_doses_gives_the_short_side_less_than_a_quarter_more() -> None:
    """Every drill of the catalogue, every choice of every week, with little pain and with much."""
    for pain in (3, 7):
        intake = replace(MAYA, pain=replace(MAYA.pain, average_week=pain))
        clearance = triage(intake, catalogue=load(), today=TODAY).clearance
        assert clearance is not None
        person = read_person(intake, examination=None, profile=None, clearance=clearance, catalogue=load(), on=START)
        for exercise in (e for e in load().exercises.values() if e.sides == "each" and e.role in DRILLS):
            for option in (known for week in (1, 7) for known in options_of(exercise, person, week=week, short_side="right")):
                less, more = (amount(dose) for _, dose in option.doses)

                assert more >= 1.25 * less, (exercise.id, option)
                assert all(dose.reps <= exercise.dose.reps.high for _, dose in option.doses), exercise.id


def amount(dose: Dose) -> int:
    return dose.sets * dose.reps * (dose.hold_s or 1)


def written(dose: Dose) -> str:
    return " x ".join(str(part) for part in (dose.sets, dose.reps, dose.hold_s) if part is not None)
