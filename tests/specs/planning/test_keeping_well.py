"""After the eight weeks: keep what was reached. Walking on is what one trial tried (EX-1, EX-2); the rest is opinion [D]."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from example_people import FRANK, MAYA, ROSA, START
from text_tables import rows

from psoas import journey
from psoas.catalogue.catalogue import load
from psoas.planning.maintenance import walking_days, walks_from
from psoas.planning.plan import Plan
from psoas.planning.plan_check import check_plan
from psoas.screening.intake import Intake

NEXT = START + timedelta(days=56)
PEOPLE = {"maya": replace(MAYA, minutes_per_day=25), "rosa": replace(ROSA, minutes_per_day=20), "frank": FRANK}


def kept(intake: Intake) -> Plan:
    before = journey.plan(intake, start=START, today=START)
    return journey.plan(intake, start=NEXT, today=NEXT, after=before, stage="keep-well")


def walks(plan: Plan, week: int) -> list[int]:
    """Seconds of each day's walk."""
    sessions = (session for day in plan.weeks[week - 1].days for session in day.sessions)
    return [item.hold_s or 0 for session in sessions if session.kind == "walking" for item in session.items]


def drills(plan: Plan, week: int) -> set[str]:
    days = plan.weeks[week - 1].days
    return {item.exercise for day in days for session in day.sessions for item in session.items}


def test_a_walk_grows_by_a_minute_a_week_and_never_by_more_than_a_fifth() -> None:
    """Seconds of a walk, from the one that was reached; thirty minutes are enough."""
    table = """
        reached | week 2 | week 8 | most
        120     | 140    | 370    | 1785
        600     | 660    | 1020   | 1785
        1185    | 1245   | 1605   | 1785
        1700    | 1760   | 1785   | 1785
        1185    | 1185   | 1185   | 1185
    """
    for row in rows(table):
        found = walks_from(int(row["reached"]), most=int(row["most"]))
        assert (found[1], found[7]) == (int(row["week 2"]), int(row["week 8"])), row
        assert all(later <= earlier * 1.2 for earlier, later in itertools.pairwise(found))


def test_the_days_of_walking() -> None:
    """Five a week, training days first."""
    table = """
        training days           | walks on
        mon wed fri sat         | mon tue wed fri sat
        tue                     | mon tue wed thu fri
        mon tue wed thu fri sat sun | mon tue wed thu fri
    """
    for row in rows(table):
        assert " ".join(walking_days(tuple(row["training days"].split()))) == row["walks on"]  # type: ignore[arg-type]  # words of the table


@pytest.mark.parametrize("who", PEOPLE)
def test_keeping_well_asks_less_and_keeps_what_was_reached(who: str) -> None:
    """Five walks, strength on two days at most, something fresh each week; a sound plan by every rule of a document."""
    plan = kept(PEOPLE[who])
    check_plan(plan, catalogue=load())
    assert plan.stage == "keep-well"

    for week in plan.weeks:
        strength = [day for day in week.days if any(session.kind == "strength" for session in day.sessions)]
        assert len(strength) <= 2
        assert len(walks(plan, week.number)) == 5
        assert all(day.exercise_minutes <= plan.intake.minutes_per_day for day in week.days)
        assert any(session.kind != "walking" for day in week.days for session in day.sessions)
    assert all(any(session.kind == "strength" for day in week.days for session in day.sessions) for week in plan.weeks[1:])


def test_something_fresh_joins_each_week() -> None:
    """New against all weeks before it, as long as there is something the person does not have yet."""
    plan = kept(PEOPLE["maya"])
    known = drills(plan, 1)
    fresh = []
    for week in range(2, 8):
        new = drills(plan, week) - known
        fresh.append(any("fresh" in {why.id for why in item.because} for item in _items(plan, week) if item.exercise in new))
        known |= drills(plan, week)
    assert sum(fresh) >= 4


def _items(plan: Plan, week: int) -> list:  # type: ignore[type-arg]  # items of the plan
    return [item for day in plan.weeks[week - 1].days for session in day.sessions for item in session.items]


def test_less_time_for_walks_is_kept_to() -> None:
    """Whoever gives twenty minutes is not asked for thirty; whoever said nothing may walk on toward them."""
    told = replace(PEOPLE["maya"], cardio_minutes=20)
    assert max(walks(kept(told), 8)) <= 1200
    assert max(walks(kept(PEOPLE["maya"]), 8)) > 1500


def test_a_restricted_person_gets_no_keeping_well() -> None:
    """Under twelve weeks after an operation the plan stays what safety leaves open."""
    surgery = replace(FRANK.surgeries[0], on=date(2026, 11, 1), cleared_on=None, discharged=None)
    restricted = replace(FRANK, surgeries=(surgery,))
    plan = journey.plan(restricted, start=START, today=START, stage="keep-well")
    assert plan.stage == "build"


def test_weeks_that_keep_are_not_judged_by_change() -> None:
    """Nobody who stays well is sent to a clinician for it."""
    plan = kept(PEOPLE["maya"])
    from psoas.diary.entry import Diary, Entry, EntryPain  # noqa: PLC0415

    entries = tuple(Entry(on=NEXT + timedelta(days=n), pain=EntryPain(before=1, after=1)) for n in range(50))
    changes = journey.adapt(plan, Diary(entries=entries), today=NEXT + timedelta(days=50))
    assert "no-change-by-week-6" not in {reason.id for reason in changes.clearance.reasons}
