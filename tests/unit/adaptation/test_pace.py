"""The calendar's steps and the log's: what enters, what is kept, and what a step may take."""

from dataclasses import replace

from example_plans import FIGURE_4, SQUAT, TODAY, diary, done, entry, every_day

from psoas.adaptation.decision import decide
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Entry, EntryPain
from psoas.planning.amendment import amend_day
from psoas.planning.duration import counted_minutes
from psoas.planning.plan import Item, Plan, PlanChange, Prescription

CALM = EntryPain(before=4, during=3, after=3, next_morning=3)
OWNING = replace(every_day(SQUAT).intake, equipment=("chair", "wall", "mat", "band"), cardio_minutes=20)
HIGHER = Item(exercise="bodyweight-squat", side="both", sets=2, reps=8, rest_s=30)
WALK = Item(exercise="walking", side="both", sets=1, reps=1, hold_s=1140)


def brings_higher() -> Plan:
    """The box squat for two weeks, the squat from the third on."""
    low, high = every_day(SQUAT, intake=OWNING), every_day(HIGHER, intake=OWNING)
    return replace(low, weeks=(*low.weeks[:2], *high.weeks[2:]))


def twice(item: Item, *days_ago: int) -> tuple[Entry, ...]:
    return tuple(entry(days, done(item, pain=3, effort=5), pain=CALM) for days in days_ago)


def row_of(plan: Plan, *entries: Entry) -> PlanChange:
    return decide(plan, diary(*entries), catalogue=load(), today=TODAY).changes[0]


def test_the_calendars_next_rung_enters_when_the_rung_below_was_done_twice() -> None:
    row = row_of(brings_higher(), *twice(SQUAT, 5, 2))

    assert [reason.id for reason in row.because] == ["calendar-brings"]
    assert row.to.exercise == "bodyweight-squat"


def test_the_calendars_next_rung_waits_while_the_rung_below_was_not_done() -> None:
    row = row_of(brings_higher(), *twice(SQUAT, 2))

    assert [reason.id for reason in row.because] == ["calendar-waits"]
    assert row.to.exercise == "box-squat"


def test_what_is_done_once_a_week_moves_too() -> None:
    once = row_of(every_day(SQUAT, intake=OWNING), *twice(SQUAT, 14, 7))

    assert once.change == "progress"


def test_a_walk_stays_within_the_minutes_that_were_given() -> None:
    plan = every_day(WALK, intake=OWNING)
    full = replace(WALK, hold_s=1200)

    assert (row_of(plan, *twice(WALK, 5, 2)).to.hold_s or 0) <= 1200
    assert row_of(every_day(full, intake=OWNING), *twice(full, 5, 2)).change == "hold"


def test_a_walk_takes_no_rung() -> None:
    top = replace(WALK, exercise="walk-with-rests", hold_s=1200)

    assert row_of(every_day(top, intake=OWNING), *twice(top, 5, 2)).to.exercise == "walk-with-rests"


def test_a_new_rung_keeps_two_sets() -> None:
    top = replace(SQUAT, sets=3, reps=12)
    row = row_of(every_day(top, intake=OWNING), *twice(top, 5, 2))

    assert (row.to.exercise, row.to.sets) == ("bodyweight-squat", 2)


def test_a_reduction_leaves_no_more_than_easing_would() -> None:
    plan = every_day(FIGURE_4, intake=OWNING)
    bad = EntryPain(before=6, during=6, after=6, next_morning=8)
    flare = [entry(days, done(FIGURE_4, pain=3), pain=bad) for days in (2, 1)]
    calm_row = [entry(days, pain=bad) for days in (2, 1)]
    usual = [entry(days, pain=EntryPain(before=3, next_morning=3)) for days in (13, 12, 11, 10, 9)]

    reduced, eased = row_of(plan, *usual, *flare), row_of(plan, *usual, *calm_row)

    assert (reduced.change, eased.change) == ("reduce", "ease")
    assert reduced.to.dose.amount <= eased.to.dose.amount


def test_a_rung_that_is_kept_fits_the_minutes() -> None:
    plan = every_day(HIGHER, SQUAT, intake=replace(OWNING, minutes_per_day=5))
    kept = PlanChange(
        exercise=HIGHER.exercise,
        side="both",
        change="hold",
        from_=Prescription(exercise=HIGHER.exercise),
        to=Prescription(exercise="sit-to-stand", sets=3, reps=12),
        because=(),
    )
    day = amend_day(plan.weeks[0].days[0], kept, minutes=5, catalogue=load())

    assert counted_minutes(day) <= 5


def test_both_sides_climb_together_or_not_at_all() -> None:
    left, right = (Item(exercise="heel-slide", side=side, sets=2, reps=8) for side in ("left", "right"))
    short, full = every_day(left, replace(right, reps=7), intake=OWNING), every_day(left, right, intake=OWNING)
    plan = replace(short, weeks=(*short.weeks[:2], *full.weeks[2:]))
    rows = [entry(ago, done(left, pain=3), done(replace(right, reps=7), pain=3), pain=CALM) for ago in (5, 2)]

    changes = decide(plan, diary(*rows), catalogue=load(), today=TODAY).changes

    assert {row.to.exercise for row in changes} == {"heel-slide"}


def test_an_evenings_deep_squat_is_no_step_of_the_squats_of_strength() -> None:
    deep = Item(exercise="deep-squat-hold", side="both", sets=1, reps=1, hold_s=25)
    squats, evenings = every_day(SQUAT, intake=OWNING), every_day(SQUAT, deep, intake=OWNING)
    plan = replace(squats, weeks=(*squats.weeks[:2], *evenings.weeks[2:]))

    rows = decide(plan, diary(*twice(SQUAT, 5, 2)), catalogue=load(), today=TODAY).changes

    assert {row.exercise: row.to.exercise for row in rows if row.exercise == "deep-squat-hold"} == {
        "deep-squat-hold": "deep-squat-hold"
    }
