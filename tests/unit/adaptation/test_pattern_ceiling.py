"""The finished week: no main pattern asks for over a fifth more than before, and none for more that was not ready."""

from dataclasses import replace

from example_plans import SQUAT, TODAY, diary, done, entry, every_day

from psoas.adaptation.decision import decide
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Entry, EntryPain
from psoas.planning.plan import Item, Plan, PlanChange

CALM = EntryPain(before=4, during=3, after=3, next_morning=3)
OWNING = replace(every_day(SQUAT).intake, equipment=("chair", "wall", "mat", "band"))


def leaping(before: Item, after: Item) -> Plan:
    """One dose for two weeks, another from the third on."""
    low, high = every_day(before, intake=OWNING), every_day(after, intake=OWNING)
    return replace(low, weeks=(*low.weeks[:2], *high.weeks[2:]))


def rows_after(plan: Plan, *entries: Entry) -> tuple[PlanChange, ...]:
    return decide(plan, diary(*entries), catalogue=load(), today=TODAY).changes


def done_twice(item: Item) -> tuple[Entry, ...]:
    return tuple(entry(ago, done(item, pain=3, effort=5), pain=CALM) for ago in (5, 2))


def test_a_leap_of_the_calendar_is_cut_to_a_fifth() -> None:
    half_more = replace(SQUAT, reps=12)

    (row,) = rows_after(leaping(SQUAT, half_more), *done_twice(SQUAT))

    assert SQUAT.reps == 8
    assert (row.change, row.to.sets, row.to.reps) == ("hold", SQUAT.sets, 9)


def test_what_was_not_done_twice_keeps_its_dose() -> None:
    (row,) = rows_after(leaping(SQUAT, replace(SQUAT, reps=9)), done_twice(SQUAT)[0])

    assert (row.to.sets, row.to.reps) == (SQUAT.sets, SQUAT.reps)


def test_more_pain_in_one_side_leaves_no_more_to_the_other() -> None:
    left, right = (Item(exercise="clamshell", side=side, sets=2, reps=8) for side in ("left", "right"))
    low, high = every_day(left, right, intake=OWNING), every_day(*(replace(i, reps=12) for i in (left, right)), intake=OWNING)
    plan = replace(low, weeks=(*low.weeks[:2], *high.weeks[2:]))
    calm = [entry(ago, done(left, pain=3), done(right, pain=3), pain=CALM) for ago in (5, 2)]
    sore = [entry(ago, done(left, pain=5), done(right, pain=3), pain=CALM) for ago in (5, 2)]

    here, there = (
        {row.side: row.to.dose.amount for row in rows_after(plan, *days) if row.exercise == "clamshell"}
        for days in (calm, sore)
    )

    assert all(there[side] <= here[side] for side in there)
