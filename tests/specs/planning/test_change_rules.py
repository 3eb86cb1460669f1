"""Accepted changes: what they touch, what they keep, how they are undone."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from example_people import MAYA, START, TODAY
from example_plans import SQUAT, every_day
from text_tables import rows

from psoas.catalogue.catalogue import Catalogue, load
from psoas.catalogue.demands import closed_by
from psoas.exchange.documents import write_document
from psoas.planning.accepted_changes import apply as apply_changes
from psoas.planning.accepted_changes import fits
from psoas.planning.block import plan_weeks
from psoas.planning.duration import counted_minutes
from psoas.planning.edit import alternatives, make_easier, move_session, swap
from psoas.planning.plan import ChangeKind, Day, Item, Plan, PlanChange, Prescription
from psoas.planning.plan_check import check_plan
from psoas.planning.undo import undo as undo_change
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Falls, Intake
from psoas.screening.triage import triage
from psoas.vocabulary.body import Side
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.evidence import Reason

BECAUSE = (Reason(id="test", says="For this test.", source="customary"),)
LATER = START + timedelta(days=10)


def clearance_of(intake: Intake) -> Clearance:
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return clearance


@cache
def maya() -> Plan:
    return plan_weeks(MAYA, examination=None, profile=None, clearance=clearance_of(MAYA), catalogue=load(), start=START)


def apply(
    plan: Plan, changes: tuple[PlanChange, ...], *, on: date, catalogue: Catalogue, clearance: Clearance | None = None
) -> Plan:
    """With Maya's clearance where no other is meant."""
    return apply_changes(plan, changes, on=on, catalogue=catalogue, clearance=clearance or clearance_of(MAYA))


def undo(
    plan: Plan, applied_id: str, *, on: date, catalogue: Catalogue | None = None, clearance: Clearance | None = None
) -> Plan:
    """With Maya's clearance where no other is meant."""
    return undo_change(plan, applied_id, on=on, catalogue=catalogue or load(), clearance=clearance or clearance_of(MAYA))


def a(change: ChangeKind, movement: str, side: Side, **to: object) -> PlanChange:
    return PlanChange(
        exercise=movement,
        side=side,
        change=change,
        from_=Prescription(exercise=movement),
        to=Prescription(**to),
        because=BECAUSE,
    )


def days_of(plan: Plan) -> list[Day]:
    return [day for week in plan.weeks for day in week.days]


def items_of(plan: Plan, exercise: str, side: Side, *, since: date = START) -> list[Item]:
    return [
        item
        for day in days_of(plan)
        if day.date >= since
        for session in day.sessions
        for item in session.items
        if (item.exercise, item.side) == (exercise, side)
    ]


def test_a_change_touches_its_exercise_and_side_from_its_day_to_the_end() -> None:
    """Days before stay as they were lived; the other side stays."""
    change = a("reduce", "standing-hip-flexor-stretch", "left", reps=1, hold_s=20)
    changed = apply(maya(), (change,), on=LATER, catalogue=load())

    assert days_of(changed)[:10] == days_of(maya())[:10]
    assert {item.reps for item in items_of(changed, "standing-hip-flexor-stretch", "left", since=LATER)} == {1}
    right = items_of(changed, "standing-hip-flexor-stretch", "right")
    assert right == items_of(maya(), "standing-hip-flexor-stretch", "right")
    check_plan(changed, catalogue=load())
    assert [applied.on for applied in changed.applied] == [LATER]


def test_a_reduction_never_raises_and_a_progress_never_lowers() -> None:
    """A dose that is already beyond the change stays."""
    more = apply(maya(), (a("reduce", "glute-bridge", "both", sets=3, reps=12),), on=START, catalogue=load())
    less = apply(maya(), (a("progress", "glute-bridge", "both", sets=1, reps=8),), on=START, catalogue=load())

    assert days_of(more) == days_of(maya()) == days_of(less)
    assert more.applied == less.applied == ()


def test_a_hold_changes_nothing_and_is_not_kept() -> None:
    """There is nothing to undo."""
    assert apply(maya(), (a("hold", "glute-bridge", "both"),), on=START, catalogue=load()) == maya()


def test_a_progress_that_does_not_fit_the_minutes_is_left_out() -> None:
    """`fits` tells beforehand, so that it can be offered as a hold."""
    huge = a("progress", "glute-bridge", "both", sets=6, reps=12)

    assert not fits(maya(), huge, on=START, catalogue=load())
    assert apply(maya(), (huge,), on=START, catalogue=load()) == maya()


def test_a_replacement_takes_the_place_and_keeps_the_minutes() -> None:
    """Also where the new movement takes longer; what is used is not said to be left out."""
    change = a(
        "replace", "standing-hip-flexor-stretch", "left", exercise="bed-edge-hip-flexor-stretch", sets=3, reps=4, hold_s=30
    )
    changed = apply(maya(), (change,), on=LATER, catalogue=load())

    assert items_of(changed, "standing-hip-flexor-stretch", "left", since=LATER) == []
    assert items_of(changed, "bed-edge-hip-flexor-stretch", "left", since=LATER)
    assert all(counted_minutes(day) <= MAYA.minutes_per_day for day in days_of(changed))
    assert "bed-edge-hip-flexor-stretch" not in {exclusion.exercise for exclusion in changed.excluded}
    check_plan(changed, catalogue=load())


def test_a_rung_that_waits_is_shortened_on_both_sides_alike_before_it_is_left_out() -> None:
    """The calendar brings the shorter rung; the longer one below is kept, four times left and three times right, in five
    minutes that squats share: repetitions to the low end of the range, then below it, then the hold. Neither side goes
    without the other; the second has what the first left."""
    table = """
        sets of squats | left kept  | right kept
                     1 | 1 x 3 x 30 | 1 x 3 x 30
                     2 | 1 x 2 x 30 | 1 x 3 x 30
                     4 | 1 x 1 x 20 | 1 x 1 x 30
                     5 |            |
    """
    for row in rows(table):
        plan = calendar_brings_a_shorter_rung(squats=int(row["sets of squats"]))
        changed = apply(plan, (kept("left", reps=4), kept("right", reps=3)), on=START, catalogue=load())

        assert said(changed, "left") == {row["left kept"]} - {""}, row
        assert said(changed, "right") == {row["right kept"]} - {""}, row
        assert not items_of(changed, "active-external-rotator-stretch", "left")


def calendar_brings_a_shorter_rung(*, squats: int) -> Plan:
    """Three slow turns of three seconds a side, and squats, in five minutes."""
    sides = (
        Item(exercise="active-external-rotator-stretch", side=side, sets=1, reps=3, hold_s=3) for side in ("left", "right")
    )
    squat = replace(SQUAT, sets=squats, rest_s=10)
    return every_day(*sides, squat, intake=replace(MAYA, minutes_per_day=5))


def kept(side: Side, *, reps: int) -> PlanChange:
    return a("hold", "active-external-rotator-stretch", side, exercise="seated-figure-4", sets=1, reps=reps, hold_s=30)


def said(plan: Plan, side: Side) -> set[str]:
    """The doses of the rung below on this side."""
    return {f"{item.sets} x {item.reps} x {item.hold_s}" for item in items_of(plan, "seated-figure-4", side)}


def test_what_the_plan_says_is_closed_never_comes_in_by_a_change() -> None:
    """A closed replacement becomes a stop."""
    change = a("replace", "standing-hip-flexor-stretch", "left", exercise="foam-roll-hip-flexors")
    changed = apply(maya(), (change,), on=START, catalogue=load())

    assert items_of(changed, "foam-roll-hip-flexors", "left") == []
    assert items_of(changed, "standing-hip-flexor-stretch", "left") == []
    assert changed.applied[0].change.change == "stop"


def test_a_fresh_clearance_takes_out_what_it_closes() -> None:
    """Two falls since the plan was made: what is now closed leaves every day to come."""
    fallen = clearance_of(replace(MAYA, falls=Falls(last_12_months=2, unsteady=True)))
    change = a("reduce", "glute-bridge", "both", sets=1, reps=8)
    changed = apply(maya(), (change,), on=START, catalogue=load(), clearance=fallen)

    closed = {name for name, e in load().exercises.items() if _is_closed(name, fallen)}
    present = {item.exercise for day in days_of(changed) for session in day.sessions for item in session.items}
    assert "hip-circles" in closed
    assert not present & closed
    assert not {pause.exercise for day in days_of(changed) for pause in day.micro_breaks} & closed


def _is_closed(name: str, clearance: Clearance) -> bool:
    return bool(closed_by(name, load().exercises[name].demands, clearance.limits))


def test_a_stop_leaves_the_breaks_too() -> None:
    """A movement that hurts in a session is no break either."""
    changed = apply(maya(), (a("stop", "standing-thoracic-rotation", "left"),), on=START, catalogue=load())

    assert items_of(changed, "standing-thoracic-rotation", "left") == []
    assert all(pause.exercise != "standing-thoracic-rotation" for day in days_of(changed) for pause in day.micro_breaks)


def test_when_everything_is_stopped_nothing_is_left() -> None:
    """A safety answer stops every item; no walk comes back by itself."""
    stops = {
        (item.exercise, item.side): a("stop", item.exercise, item.side)
        for day in days_of(maya())
        for session in day.sessions
        for item in session.items
    }
    changed = apply(maya(), tuple(stops.values()), on=START, catalogue=load())

    assert all(day.sessions == () for day in days_of(changed))


def test_a_day_that_loses_its_last_session_keeps_something_easy() -> None:
    """Breathing or a short walk stays."""
    sole = maya()
    first = days_of(sole)[0]
    walk = next(session for session in first.sessions if session.kind == "walking")
    only = replace(first, sessions=(walk,))
    week = replace(sole.weeks[0], days=(only, *sole.weeks[0].days[1:]))
    plan = replace(sole, weeks=(week, *sole.weeks[1:]))
    changed = apply(plan, (a("stop", "walking", "both"),), on=START, catalogue=load())

    assert [item.exercise for session in days_of(changed)[0].sessions for item in session.items] == ["indoor-walk"]


def test_undo_gives_back_exactly_the_days_there_were() -> None:
    """And says that it was undone."""
    change = a("reduce", "standing-hip-flexor-stretch", "left", reps=1)
    changed = apply(maya(), (change,), on=LATER, catalogue=load())
    back = undo(changed, changed.applied[0].id, on=LATER)

    assert back.weeks == maya().weeks
    assert back.applied[0].undone_on == LATER
    with pytest.raises(BadInput):
        undo(back, changed.applied[0].id, on=LATER)


def test_an_earlier_change_is_undone_beneath_later_ones() -> None:
    """Later ones that have nothing to do with it stay; those to the same movement are made again."""
    first = a("reduce", "standing-hip-flexor-stretch", "left", reps=1)
    second = a("reduce", "seated-hamstring-stretch", "right", reps=1)
    both = apply(maya(), (first, second), on=START, catalogue=load())

    back = undo(both, both.applied[0].id, on=START, catalogue=load())
    assert back.weeks == apply(maya(), (second,), on=START, catalogue=load()).weeks
    again = undo(back, back.applied[1].id, on=START, catalogue=load())
    assert again.weeks == maya().weeks


def test_a_stop_for_safety_is_never_undone_and_any_other_stop_is() -> None:
    """Only a recorded return ends a safety stop; a movement stopped because it hurt may be tried again."""
    stop = a("stop", "glute-bridge", "both")
    hurt = apply(maya(), (stop,), on=START, catalogue=load())
    assert undo(hurt, hurt.applied[0].id, on=START).weeks == maya().weeks

    unsafe = replace(stop, because=(Reason(id="saddle-numbness", says="Be seen.", source="customary"),))
    stopped = apply(maya(), (unsafe,), on=START, catalogue=load())
    with pytest.raises(BadInput, match="stop"):
        undo(stopped, stopped.applied[0].id, on=START)


def test_steps_to_one_movement_are_undone_and_made_again_in_order() -> None:
    """The first of two goes: the second still holds, from what stood there before."""
    first = a("reduce", "glute-bridge", "both", sets=1, reps=8)
    second = a("replace", "glute-bridge", "both", exercise="glute-squeeze", sets=1, reps=10, hold_s=3)
    both = apply(maya(), (first, second), on=START, catalogue=load())
    back = undo(both, both.applied[0].id, on=LATER)

    assert items_of(back, "glute-squeeze", "both", since=LATER)
    again = undo(back, back.applied[1].id, on=LATER)
    assert days_of(again)[10:] == days_of(maya())[10:]


def test_an_easing_holds_for_its_days_and_leaves_the_dose_underneath() -> None:
    """The day it ends the plan asks for what it asked before; a restore gives it back sooner."""
    ease = replace(
        a("ease", "glute-bridge", "both", exercise="glute-bridge", sets=1, reps=7),
        until=LATER + timedelta(days=7),
        from_=Prescription(exercise="glute-bridge", sets=1, reps=10),
    )
    eased = apply(maya(), (ease,), on=LATER, catalogue=load())
    within = {day.date for day in days_of(eased) if LATER <= day.date < LATER + timedelta(days=7)}

    assert all(old == new or new.date in within for old, new in zip(days_of(maya()), days_of(eased), strict=True))
    assert items_of(eased, "glute-bridge", "both", since=LATER)[0].dose.amount < 20
    restore = replace(ease, change="restore", until=None, from_=ease.to, to=ease.from_)
    given_back = apply(eased, (restore,), on=LATER + timedelta(days=2), catalogue=load())
    assert days_of(given_back)[12:] == days_of(maya())[12:]


def test_a_plan_stays_small_whatever_happened() -> None:
    """Weeks of changes to every movement: under 1 MB, and every one of them can still be undone or explained."""
    plan, day = maya(), START
    for number in range(16):
        on = day + timedelta(days=3 * number)
        items = {(i.exercise, i.side): i for d in days_of(plan) if d.date >= on for s in d.sessions for i in s.items}
        eases = tuple(
            PlanChange(
                exercise=name,
                side=side,
                change="ease",
                until=on + timedelta(days=3),
                from_=Prescription(exercise=name, sets=item.sets, reps=item.reps, hold_s=item.hold_s),
                to=Prescription(exercise=name, sets=1, reps=1, hold_s=item.hold_s),
                because=BECAUSE,
            )
            for (name, side), item in items.items()
        )
        plan = apply(plan, eases, on=on, catalogue=load())

    assert len(plan.applied) > 200
    assert len(write_document(plan).encode()) < 1_000_000


def test_undoing_later_leaves_lived_days_as_they_were_lived() -> None:
    """Only days to come go back."""
    changed = apply(maya(), (a("reduce", "standing-hip-flexor-stretch", "left", reps=1),), on=START, catalogue=load())
    back = undo(changed, changed.applied[0].id, on=LATER)

    assert days_of(back)[:10] == days_of(changed)[:10]
    assert days_of(back)[10:] == days_of(maya())[10:]


def test_unknown_exercises_and_changes_are_refused_by_name() -> None:
    """One line, field named."""
    with pytest.raises(BadInput, match=r"changes\.0\.exercise"):
        apply(maya(), (a("stop", "toe-touch", "both"),), on=START, catalogue=load())
    with pytest.raises(BadInput, match="applied"):
        undo(maya(), "never", on=START)


def test_a_session_moves_only_where_the_rules_let_it() -> None:
    """Strength: training days, rest between; the daily drill stays on its day."""
    week = maya().weeks[1]
    monday = week.days[0]
    strength = next(n for n, session in enumerate(monday.sessions) if session.kind == "strength")
    drill = next(n for n, session in enumerate(monday.sessions) if session.kind == "mobility")

    with pytest.raises(BadInput):
        move_session(maya(), on=monday.date, session=strength, to=monday.date + timedelta(days=1), catalogue=load())
    with pytest.raises(BadInput):
        move_session(maya(), on=monday.date, session=drill, to=monday.date + timedelta(days=5), catalogue=load())
    with pytest.raises(BadInput):
        move_session(maya(), on=monday.date, session=99, to=monday.date, catalogue=load())
    quiet = next(day for day in week.days if any(session.kind == "breathing" for session in day.sessions))
    breathing = next(n for n, session in enumerate(quiet.sessions) if session.kind == "breathing")
    moved = move_session(maya(), on=quiet.date, session=breathing, to=week.days[6].date, catalogue=load())
    sunday = moved.weeks[1].days[6]
    assert sum(session.kind == "breathing" for session in sunday.sessions) >= 1
    check_plan(moved, catalogue=load())


def test_cardio_that_moves_changes_places_with_the_walk_of_its_new_day() -> None:
    """Each day keeps one of the two."""
    week = maya().weeks[3]
    monday = next(day for day in week.days if any(s.kind == "cardio" for s in day.sessions))
    number = next(n for n, session in enumerate(monday.sessions) if session.kind == "cardio")
    every_day = replace(maya(), intake=replace(MAYA, training_days=("mon", "tue", "wed", "thu", "fri", "sat", "sun")))
    moved = move_session(every_day, on=monday.date, session=number, to=week.days[1].date, catalogue=load())

    kinds = [[s.kind for s in day.sessions if s.kind in {"walking", "cardio"}] for day in moved.weeks[3].days]
    assert kinds[week.days.index(monday)] == ["walking"]
    assert kinds[1] == ["cardio"]
    assert all(len(known) == 1 for known in kinds)


def test_a_swap_takes_an_open_movement_that_does_the_same_work() -> None:
    """And nothing else; both sides at once."""
    clearance = clearance_of(MAYA)
    offered = alternatives(maya(), "standing-hip-flexor-stretch", clearance=clearance, catalogue=load())
    assert "bed-edge-hip-flexor-stretch" in offered
    assert "pallof-press" not in offered

    swapped = swap(
        maya(),
        "standing-hip-flexor-stretch",
        "bed-edge-hip-flexor-stretch",
        on=START,
        clearance=clearance,
        catalogue=load(),
    )
    assert items_of(swapped, "standing-hip-flexor-stretch", "left") == []
    assert items_of(swapped, "bed-edge-hip-flexor-stretch", "right")
    with pytest.raises(BadInput):
        swap(maya(), "standing-hip-flexor-stretch", "pallof-press", on=START, clearance=clearance, catalogue=load())


def test_easier_is_the_next_open_rung_down_or_less_of_the_same() -> None:
    """Where no easier rung is open the dose shrinks."""
    clearance = clearance_of(MAYA)
    easier = make_easier(maya(), "glute-bridge", on=START, clearance=clearance, catalogue=load())
    assert items_of(easier, "glute-squeeze", "both")

    bottom = make_easier(maya(), "seated-hamstring-stretch", on=START, clearance=clearance, catalogue=load())
    assert {item.reps for item in items_of(bottom, "seated-hamstring-stretch", "left")} == {1}


def test_undoing_with_a_fresh_clearance_brings_nothing_closed_back() -> None:
    """What was open when the change was made may be closed by now."""
    change = a("replace", "standing-thoracic-rotation", "left", exercise="seated-thoracic-rotation")
    changed = apply(maya(), (change,), on=START, catalogue=load())
    fallen = clearance_of(replace(MAYA, falls=Falls(last_12_months=2, unsteady=True)))
    back = undo(changed, changed.applied[0].id, on=START, catalogue=load(), clearance=fallen)

    assert items_of(undo(changed, changed.applied[0].id, on=START), "standing-thoracic-rotation", "left")
    assert items_of(back, "standing-thoracic-rotation", "left") == []
