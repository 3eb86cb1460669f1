"""The next block begins where the person stands: today's rung and dose of each movement, today's walk."""

from dataclasses import replace
from datetime import timedelta

from example_people import MAYA, START, TODAY

from psoas.catalogue.catalogue import load
from psoas.planning.block import plan_weeks
from psoas.planning.current_doses import CurrentDoses, current_doses_of
from psoas.planning.plan import Plan
from psoas.screening.triage import triage

ROOMY = replace(MAYA, minutes_per_day=25)
NEXT = START + timedelta(days=56)


def plan(standing: CurrentDoses | None = None) -> Plan:
    clearance = triage(ROOMY, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    start = NEXT if standing else START
    return plan_weeks(
        ROOMY, examination=None, profile=None, clearance=clearance, catalogue=load(), start=start, standing=standing
    )


def first_doses(plan: Plan) -> dict[str, tuple[str, int, int]]:
    """Of each pattern: the first movement, its sets and repetitions."""
    found: dict[str, tuple[str, int, int]] = {}
    for week in plan.weeks:
        for item in (i for day in week.days for s in day.sessions if s.kind == "strength" for i in s.items):
            pattern = load().exercises[item.exercise].pattern
            if pattern is not None:
                found.setdefault(pattern, (item.exercise, item.sets, item.reps))
    return found


def last_doses(plan: Plan) -> dict[str, tuple[str, int, int]]:
    """Of each pattern: the last movement, its sets and repetitions."""
    found: dict[str, tuple[str, int, int]] = {}
    for item in (i for day in plan.weeks[7].days for s in day.sessions if s.kind == "strength" for i in s.items):
        pattern = load().exercises[item.exercise].pattern
        if pattern is not None:
            found[pattern] = (item.exercise, item.sets, item.reps)
    return found


def test_every_pattern_goes_on_from_its_rung_and_dose() -> None:
    """Not from week 1 again. What has no room beside the fuller doses is left out whole."""
    before = plan()
    after = plan(current_doses_of(before, on=NEXT - timedelta(days=1), catalogue=load()))
    reached, begun = last_doses(before), first_doses(after)

    assert len(reached) >= 5
    assert len(begun) >= 5
    assert {pattern: reached[pattern] for pattern in begun} == begun


def test_walking_goes_on_from_its_length() -> None:
    """Week 1 of the next block walks as far as week 8 of this one."""
    before = plan()
    standing = current_doses_of(before, on=NEXT - timedelta(days=1), catalogue=load())
    after = plan(standing)
    walks = [i.hold_s for day in after.weeks[0].days for s in day.sessions if s.kind == "walking" for i in s.items]

    assert set(walks) == {standing.walk_s} == {1200}


def test_without_a_block_before_nothing_is_assumed() -> None:
    """A beginner begins."""
    assert plan(CurrentDoses()).weeks[1].focus == plan().weeks[1].focus
    assert first_doses(plan(CurrentDoses(reached=()))) == first_doses(plan())
