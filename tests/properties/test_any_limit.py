"""Whatever comes after it, what a clinician closed stays closed and what they limited stays small: nothing that adapts, edits,
undoes, replans or forges a change brings it back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from example_people import MAYA, START, TODAY
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from random_people import random_person

from psoas import journey
from psoas.catalogue.demands import closed_by
from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.exchange.documents import read_document, write_document
from psoas.planning.ceiling import cut_dose
from psoas.planning.plan import Plan, PlanChange, Prescription
from psoas.screening.clinician_limits import ClinicianLimits, DirectionLimit, DoseLimit
from psoas.screening.triage import triage
from psoas.vocabulary.errors import PsoasError

SEEDS = st.integers(min_value=0, max_value=10**9)
PHASES = (Phase.explicit, Phase.generate)
STEPS = 7


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(SEEDS)
def test_nothing_closed_ever_comes_back(seed: int) -> None:
    """Ten lives, each with a plan, limits set while it runs, and seven things done to it in any order."""
    _live(seed)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(SEEDS)
def test_nothing_closed_ever_comes_back_in_many_lives(seed: int) -> None:
    """Outside the quick run."""
    _live(seed)


def _live(seed: int) -> None:
    random = Random(seed)
    intake = random_person(random)
    plan = journey.plan(intake, start=TODAY, today=TODAY)
    today = TODAY + timedelta(days=random.randint(0, 20))
    limits = _limits(random, plan, today)
    bound = journey.bind(plan, (limits,), Diary(), today=today)
    _assert_closed(bound, limits, since=today, where="bind")
    for _ in range(STEPS):
        today += timedelta(days=random.randint(0, 4))
        name, step = random.choice(tuple(STEPS_BY_NAME.items()))
        bound = step(random, bound, today)
        _assert_closed(bound, limits, since=today, where=name)


def _limits(random: Random, plan: Plan, today: date) -> ClinicianLimits:
    used = sorted({item.exercise for day in _days(plan, today) for session in day.sessions for item in session.items})
    free = [name for name in used if name not in {"breathing", "walking", "indoor-walk"}]
    return ClinicianLimits(
        by=random.choice(("physiotherapist", "surgeon")),
        on=today,
        exercises=tuple(random.sample(free, min(len(free), random.randint(1, 3)))),
        doses=tuple(
            DoseLimit(exercise=name, sets=1, reps=random.randint(1, 6), hold_s=random.choice((None, 5, 10)))
            for name in random.sample(used, min(len(used), 3))
        ),
        directions=random.choice(
            ((), (DirectionLimit(direction="lumbar-rotation"),), (DirectionLimit(direction="hip-flexion", up_to_deg=80),))
        ),
        positions=random.choice(((), ("kneeling",), ("prone", "floor"))),
    )


def _assert_closed(plan: Plan, limits: ClinicianLimits, *, since: date, where: str) -> None:
    assert limits in plan.intake.clinician_limits, where
    clearance = triage(plan.intake, catalogue=journey.catalogue(), today=since).clearance
    assert clearance is not None
    for day in _days(plan, since):
        items = [item for session in day.sessions for item in session.items]
        names = {item.exercise for item in items} | {pause.exercise for pause in day.micro_breaks}
        for name in names:
            demands = journey.catalogue().exercises[name].demands
            assert not closed_by(name, demands, clearance.limits), (where, day.date, name)
        for item in items:
            for most in (dose for dose in limits.doses if dose.exercise == item.exercise):
                assert cut_dose(item.dose, most) == item.dose, (where, day.date, item)
    open_ids = set(journey.choose(plan.intake, today=since).open)
    assert not set(limits.exercises) & open_ids, where


def _days(plan: Plan, since: date) -> list:  # type: ignore[type-arg]  # days of the plan
    return [day for week in plan.weeks for day in week.days if day.date >= since]


def _adapt(random: Random, plan: Plan, today: date) -> Plan:
    diary = _diary(random, plan, today)
    changes = journey.adapt(plan, diary, today=today)
    return journey.apply(plan, changes.changes, diary, on=today)


def _forge(random: Random, plan: Plan, today: date) -> Plan:
    """A change that no rule proposed: anything into anything, far beyond any dose."""
    names = sorted(journey.catalogue().exercises)
    items = [item for day in _days(plan, today) for session in day.sessions for item in session.items]
    if not items:
        return plan
    item = random.choice(items)
    to = Prescription(exercise=random.choice((item.exercise, *random.sample(names, 3))), sets=9, reps=30, hold_s=item.hold_s)
    change = PlanChange(
        exercise=item.exercise,
        side=item.side,
        change=random.choice(("progress", "replace", "restore", "hold", "reduce")),
        from_=Prescription(exercise=item.exercise, sets=item.sets, reps=item.reps, hold_s=item.hold_s, load=item.load),
        to=to,
        because=(journey.catalogue().reason("calendar-brings"),),
    )
    return journey.apply(plan, (change,), Diary(), on=today)


def _undo(random: Random, plan: Plan, today: date) -> Plan:
    if not plan.applied:
        return plan
    return _or_same(plan, lambda: journey.undo(plan, random.choice(plan.applied).id, Diary(), on=today))


def _edit(random: Random, plan: Plan, today: date) -> Plan:
    names = sorted({item.exercise for day in _days(plan, today) for session in day.sessions for item in session.items})
    if not names:
        return plan
    name = random.choice(names)
    others = journey.instead_of(plan, name, Diary(), today=today)
    if others and random.random() < 0.6:
        return _or_same(plan, lambda: journey.swap(plan, name, random.choice(others), Diary(), on=today, today=today))
    return _or_same(plan, lambda: journey.make_easier(plan, name, Diary(), on=today, today=today))


def _wish(random: Random, plan: Plan, today: date) -> Plan:
    """A movement put in by hand, a favourite, one that is never wanted."""
    name = random.choice(sorted(journey.catalogue().exercises))
    if random.random() < 0.5:
        return _or_same(plan, lambda: journey.add(plan, name, Diary(), on=today))
    wish = random.choice(("favourite", "never", "neither"))
    return _or_same(plan, lambda: journey.grant(plan, name, wish, Diary(), on=today))


def _replan(random: Random, plan: Plan, today: date) -> Plan:  # one manner for all steps
    return _or_same(plan, lambda: journey.plan(plan.intake, start=today, today=today, after=plan))


def _by_file(random: Random, plan: Plan, today: date) -> Plan:  # as above
    return read_document(write_document(plan).encode(), Plan, former=True)


def _another_intake(random: Random, plan: Plan, today: date) -> Plan:
    """The way in again, told without the limits: they are joined from what is on record, as every page does."""
    told_anew = replace(plan.intake, clinician_limits=(), minutes_per_day=random.choice((10, 20, 40)))
    joined = journey.with_limits(told_anew, plan.intake.clinician_limits)
    return _or_same(plan, lambda: journey.plan(joined, start=today, today=today))


STEPS_BY_NAME = {
    "adapt": _adapt,
    "forge": _forge,
    "undo": _undo,
    "edit": _edit,
    "wish": _wish,
    "replan": _replan,
    "file": _by_file,
    "intake": _another_intake,
}


def _or_same(plan: Plan, change: Callable[[], Plan]) -> Plan:
    """Where nothing may be done, the plan as it was."""
    try:
        return change()
    except PsoasError:
        return plan


def _diary(random: Random, plan: Plan, today: date) -> Diary:
    days = [day for week in plan.weeks for day in week.days if today - timedelta(days=6) <= day.date < today]
    return Diary(
        entries=tuple(
            Entry(
                on=day.date,
                pain=EntryPain(before=random.randint(0, 5), after=random.randint(0, 5), next_morning=random.randint(0, 4)),
                exercises=tuple(
                    Done(exercise=i.exercise, side=i.side, sets=i.sets, reps=i.reps, hold_s=i.hold_s, effort=4)
                    for session in day.sessions
                    for i in session.items
                ),
            )
            for day in days
        )
    )


def test_a_limit_that_takes_a_main_movement_still_leaves_a_plan() -> None:
    """Another rung takes its place, and the week before a higher rung begins low again still fits."""
    limits = ClinicianLimits(by="physiotherapist", on=TODAY, exercises=("glute-bridge",))

    plan = journey.plan(replace(MAYA, clinician_limits=(limits,)), start=START, today=TODAY)

    _assert_closed(plan, limits, since=START, where="plan")
