"""Whoever comes: each finding has its drill, or every drill that would answer it says why not; and no week is empty.

Read as a therapist would, from the plan and the catalogue alone.
"""

from collections.abc import Iterator
from random import Random

import pytest
from example_people import START, TODAY
from random_people import random_examination, random_person

from psoas.assessment.evaluation import examine
from psoas.catalogue.catalogue import load
from psoas.planning.block import plan_weeks
from psoas.planning.exclusion import LEFT_OUT_BY_CHOICE
from psoas.planning.need import needs_of
from psoas.planning.plan import Plan
from psoas.screening.triage import triage

FEWEST_A_WEEK = 2
"""Different movements beside walking: one for each half of the week at the very least."""


def plan_for(seed: int) -> tuple[Plan, tuple[str, ...]]:
    """Somebody's plan, and the findings it has to answer."""
    random = Random(seed)
    intake = random_person(random)
    examination = random_examination(random)
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    profile = examine(intake, examination, catalogue=load())
    plan = plan_weeks(intake, examination=examination, profile=profile, clearance=clearance, catalogue=load(), start=START)
    return plan, tuple(need.finding for need in needs_of(profile, fused=False, balance=False))


def unanswered(plan: Plan, findings: tuple[str, ...]) -> Iterator[str]:
    """Findings without a drill, for which some drill stays out and does not say that it is closed or what it would answer."""
    exercises = load().exercises
    used = {item.exercise for week in plan.weeks for day in week.days for s in day.sessions for item in s.items}
    used |= {pause.exercise for week in plan.weeks for day in week.days for pause in day.micro_breaks}
    answered = {finding for name in used for finding in exercises[name].targets.answers}
    why = {left.exercise: {reason.id for reason in left.because} for left in plan.excluded}
    for finding in findings:
        if finding in answered or plan.clearance.scope == "restricted":
            continue
        for exercise in exercises.values():
            if finding in exercise.targets.answers and not (
                why[exercise.id] - LEFT_OUT_BY_CHOICE or finding in why[exercise.id]
            ):
                yield f"{exercise.id} would answer {finding} and is left out for {sorted(why[exercise.id])}"


def empty_weeks(plan: Plan) -> Iterator[str]:
    """Weeks with a day of walking alone, or with next to nothing else although more is open."""
    for week in plan.weeks:
        moves = [{item.exercise for s in day.sessions if s.kind != "walking" for item in s.items} for day in week.days]
        if not all(moves):
            yield f"week {week.number}: a day without a drill"
        if len(set().union(*moves)) < FEWEST_A_WEEK and plan.intake.minutes_per_day > 5:
            yield f"week {week.number}: {set().union(*moves)} and nothing else"


@pytest.mark.parametrize("seed", range(12))
def test_a_dozen_people_get_a_drill_for_each_finding_or_a_said_reason_and_no_empty_week(seed: int) -> None:
    """Five minutes a day, four conditions at once and eight things to avoid included."""
    plan, findings = plan_for(seed)

    assert [*unanswered(plan, findings), *empty_weeks(plan)] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1500))
def test_five_hundred_people_do_too(seed: int) -> None:
    """Outside the quick run."""
    plan, findings = plan_for(seed)

    assert [*unanswered(plan, findings), *empty_weeks(plan)] == []
