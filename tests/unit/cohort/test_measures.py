"""The cohort's measures see what they are there to see: each is shown a fault made by hand."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from cohort.behaviour import BEHAVIOURS, Moment
from cohort.former import former_share
from cohort.growth import grew, marched
from cohort.life import Life, Turn
from cohort.load import worth_gained
from cohort.person import Person
from cohort.population import person
from cohort.unsafe import unsafe
from example_people import MAYA
from example_plans import FIGURE_4, FIGURE_4_RIGHT, SQUAT, every_day

from psoas.adaptation.changes import Changes
from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.planning.plan import Day, Item, Plan, PlanChange, Prescription, Session
from psoas.screening.clearance import ClearanceRecord
from psoas.vocabulary.evidence import Reason

PERSON = Person(name="maya", says="a person", intake=MAYA)
PLAN = every_day(FIGURE_4, FIGURE_4_RIGHT, SQUAT, intake=replace(MAYA, equipment=("chair",)))
UP = PlanChange(
    exercise=SQUAT.exercise,
    side="both",
    change="progress",
    from_=Prescription(exercise=SQUAT.exercise, sets=2, reps=8),
    to=Prescription(exercise=SQUAT.exercise, sets=2, reps=9),
    because=(),
)
EASED = replace(UP, exercise=FIGURE_4.exercise, side="left", change="ease")
CLEAR = ClearanceRecord(urgency="none", scope="full")
ASKED = replace(CLEAR, reasons=(Reason(id="ask-one-leg-weak", says="Tell us about your leg.", source="psoas-opinion"),))
CALM = EntryPain(before=4, during=4, after=4, next_morning=4)


def life_of(*changes: PlanChange, record: ClearanceRecord = CLEAR, plan: Plan = PLAN, entries: tuple[Entry, ...] = ()) -> Life:
    """A life of one week, after which just this is proposed."""
    on = plan.start + timedelta(days=7)
    diary = Diary(entries=entries)
    turn = Turn(1, on, plan, Changes(clearance=record, changes=changes), plan, diary)
    return Life(PERSON, "steady", plan, tuple(week.days for week in plan.weeks), (turn,), diary)


def last_day(pain: EntryPain = CALM, *rows: Done) -> Entry:
    return Entry(on=PLAN.start + timedelta(days=6), pain=pain, exercises=rows)


def squat(**felt: object) -> Done:
    return Done(exercise=SQUAT.exercise, side="both", sets=2, reps=8, **felt)  # type: ignore[arg-type]  # fields of Done


def test_a_calm_step_up_is_no_fault() -> None:
    assert not list(unsafe(life_of(UP, entries=(last_day(CALM, squat(pain=3)),))))


@pytest.mark.parametrize(
    ("life", "says"),
    [
        (life_of(UP, record=ASKED), "waits for an answer"),
        (life_of(UP, EASED), "eased week"),
        (life_of(UP, entries=(last_day(CALM, squat(felt="sharp")),)), "sharp or severe"),
        (life_of(UP, entries=(last_day(CALM, squat(pain=8)),)), "sharp or severe"),
        (life_of(UP, entries=(last_day(EntryPain(before=4, after=8)),)), "three days of severe pain"),
        (life_of(record=replace(CLEAR, scope="none")), "asked after a stop"),
    ],
)
def test_what_must_never_be_decided_is_found(life: Life, says: str) -> None:
    assert any(says in line for line in unsafe(life))


def test_a_usual_seven_is_not_severe() -> None:
    seven = Person(name="x", says="x", intake=replace(MAYA, pain=replace(MAYA.pain, average_week=7)))
    life = replace(life_of(UP, entries=(last_day(EntryPain(before=7, after=8)),)), person=seven)
    assert not list(unsafe(life))


def test_a_movement_that_needs_a_thing_not_owned_is_found() -> None:
    rolling = Item(exercise="foam-roll-glutes", side="left", sets=1, reps=1, hold_s=60)
    assert any("foam-roll-glutes is asked and closed" in line for line in unsafe(life_of(plan=every_day(rolling))))


def weeks_of(*squats: tuple[int, int]) -> tuple[tuple[Day, ...], ...]:
    """A week of one session each with this many sets and repetitions of the squat."""
    return tuple(
        (
            Day(
                date=PLAN.start + timedelta(days=7 * number),
                sessions=(
                    Session(kind="strength", part_of_day="any", minutes=5, items=(replace(SQUAT, sets=sets, reps=reps),)),
                ),
            ),
        )
        for number, (sets, reps) in enumerate(squats)
    )


def test_a_fifth_more_is_no_leap_and_a_half_more_is() -> None:
    assert not list(grew(replace(life_of(), weeks=weeks_of((2, 10), (2, 12)))))
    assert len(list(grew(replace(life_of(), weeks=weeks_of((2, 8), (2, 12)))))) == 1


def test_a_dose_that_comes_back_is_no_growth() -> None:
    assert not list(grew(replace(life_of(), weeks=weeks_of((2, 12), (2, 8), (2, 12)))))


def test_a_pattern_that_grows_unready_is_found() -> None:
    assert list(marched(replace(life_of(entries=(last_day(),)), weeks=weeks_of((2, 8), (2, 9)))))


def test_the_rules_own_example_is_two_rungs_and_a_rung_is_one() -> None:
    assert worth_gained(weeks_of((2, 5), (3, 12)))["squat-or-rise"] == pytest.approx(2)
    up = replace(SQUAT, exercise="bodyweight-squat")
    higher = replace(weeks_of((2, 8))[0][0], sessions=(Session(kind="strength", part_of_day="any", minutes=5, items=(up,)),))
    assert worth_gained((*weeks_of((2, 8)), (higher,)))["squat-or-rise"] == 1


def test_the_former_dose_is_held_part_by_part() -> None:
    """Strength that has grown hides no drill that was lost; a plan that asks for less by then is the measure."""
    squat, drill = weeks_of((2, 8), (2, 6)), every_day(FIGURE_4).weeks[0].days
    before = (*squat[0], *drill)
    assert former_share(before, before, planned=before) == 1
    assert former_share(before, (*squat[1], *drill), planned=before) == pytest.approx(0.75)
    assert former_share(before, squat[0], planned=before) == 0
    assert former_share(before, (*squat[1], *drill), planned=(*squat[1], *drill)) == 1


def test_whoever_climbed_has_the_former_dose_of_the_rung_below() -> None:
    """One short set of the higher rung, for two long ones of the lower."""
    up = replace(SQUAT, exercise="bodyweight-squat", sets=1, reps=5)
    climbed = (
        replace(weeks_of((2, 8))[0][0], sessions=(Session(kind="strength", part_of_day="any", minutes=5, items=(up,)),)),
    )
    assert former_share(weeks_of((2, 8))[0], climbed, planned=weeks_of((2, 8))[0]) == 1
    assert former_share(weeks_of((2, 8))[0], weeks_of((1, 5))[0], planned=weeks_of((2, 8))[0]) < 1


def test_the_same_number_is_the_same_person() -> None:
    assert person(7) == person(7)
    assert len({repr(person(number)) for number in range(30)}) == 30


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_every_behaviour_answers_a_day_alike_twice(name: str) -> None:
    moment = Moment(on=PLAN.start, number=0, day=PLAN.weeks[0].days[0], usual=4)
    live = BEHAVIOURS[name].live
    assert live(Random(1), moment) == live(Random(1), moment)
