"""A session in fewer minutes: what matters most, in full. The order is opinion [D].

What answers a finding comes first, then the shorter side, strength, wishes, stretches, and last what is there for a change.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from example_people import FRANK, MAYA, ROSA, START
from text_tables import rows

from psoas import journey
from psoas.catalogue.catalogue import load
from psoas.planning.duration import session_minutes
from psoas.planning.plan import Item, Plan, Session, Why
from psoas.planning.short_session import LENGTHS, lengths, shorter
from psoas.screening.intake import Intake

FEW = 3
PEOPLE = {"maya": replace(MAYA, minutes_per_day=30), "rosa": ROSA, "frank": FRANK}


def item(exercise: str, *, because: str = "daily-drill", sets: int = 2, reps: int = 10) -> tuple[Item, ...]:
    sides = ("left", "right") if load().exercises[exercise].sides == "each" else ("both",)
    hold = load().exercises[exercise].dose.hold_s
    return tuple(
        Item(
            exercise=exercise,
            side=side,  # type: ignore[arg-type]  # one of the three words
            sets=sets,
            reps=2 if hold else reps,
            hold_s=hold.low if hold else None,
            because=(Why(id=because, says="."),),
        )
        for side in sides
    )


def session(*groups: tuple[Item, ...]) -> Session:
    items = tuple(item for group in groups for item in group)
    return Session(kind="mobility", part_of_day="any", minutes=session_minutes(items, catalogue=load()), items=items)


def names(found: Session) -> list[str]:
    return list(dict.fromkeys(item.exercise for item in found.items))


def plan_of(intake: Intake) -> Plan:
    return journey.plan(intake, start=START, today=START)


def sessions_of(plan: Plan) -> list[Session]:
    return [session for week in plan.weeks for day in week.days for session in day.sessions]


def test_what_is_kept_when_minutes_are_few() -> None:
    """Every movement below takes one to two minutes; three minutes hold two of them at most."""
    table = """
        finding            | strength     | stretch                  | change                     | kept
        -                  | sit-to-stand | seated-hamstring-stretch | standing-thoracic-rotation | strength, stretch
        seated-pelvic-tilt | sit-to-stand | seated-hamstring-stretch | standing-thoracic-rotation | finding, strength
        seated-pelvic-tilt | -            | seated-hamstring-stretch | standing-thoracic-rotation | finding, stretch
        -                  | -            | -                        | standing-thoracic-rotation | change
    """
    reasons = {
        "finding": "body-awareness",
        "strength": "hip-strength",
        "stretch": "stretch-volume",
        "change": "variety",
    }
    for row in rows(table):
        groups = [item(row[name], because=reason, sets=1) for name, reason in reasons.items() if row[name] != "-"]
        found = shorter(session(*reversed(groups)), FEW, catalogue=load())
        assert {row[name] for name in row["kept"].split(", ")} == set(names(found.session)), (row, names(found.session))
        assert found.session.minutes <= FEW


@pytest.mark.parametrize("who", PEOPLE)
def test_every_shorter_session_is_honest_and_whole(who: str) -> None:
    """Its minutes are counted, both sides stay together, nothing is new, and what is left out is named."""
    for whole in sessions_of(plan_of(PEOPLE[who])):
        for less in lengths(whole, catalogue=load()):
            kept = less.session
            assert kept.minutes == session_minutes(kept.items, catalogue=load()) <= less.minutes
            assert kept.minutes <= whole.minutes - 2
            assert {*names(kept), *less.left_out} == set(names(whole))
            for name in names(kept):
                sides = [item.side for item in whole.items if item.exercise == name]
                assert [item.side for item in kept.items if item.exercise == name] == sides


@pytest.mark.parametrize("who", PEOPLE)
def test_more_minutes_never_keep_less(who: str) -> None:
    """Ten minutes hold at least as much work as five."""
    for whole in sessions_of(plan_of(PEOPLE[who])):
        five, ten = (shorter(whole, minutes, catalogue=load()).session for minutes in LENGTHS)
        assert ten.minutes >= five.minutes


def test_a_walk_is_simply_shorter() -> None:
    """Twenty minutes of walking become five."""
    walk = Session(
        kind="walking",
        part_of_day="any",
        minutes=20,
        items=(Item(exercise="walking", side="both", sets=1, reps=1, hold_s=1185),),
    )
    assert shorter(walk, 5, catalogue=load()).session.items[0].hold_s == 285


def test_what_is_too_long_by_itself_is_made_smaller_on_both_sides() -> None:
    """Three sets of the only strength movement become as many as five minutes hold."""
    only = session(item("clamshell", because="hip-strength", sets=4, reps=15))
    found = shorter(only, 5, catalogue=load()).session
    assert found.minutes <= 5
    assert {item.sets for item in found.items} == {found.items[0].sets}
    assert len(found.items) == 2


def test_the_days_to_which_a_session_may_move_are_those_that_take_it() -> None:
    """Every offered day is accepted, and no other of the coming week is."""
    plan = plan_of(PEOPLE["maya"])
    day = plan.weeks[2].days[0]
    strength = next(n for n, known in enumerate(day.sessions) if known.kind == "strength")
    offered = journey.days_for(plan, on=day.date, session=strength)
    for later in range(1, 7):
        to = day.date + timedelta(days=later)
        try:
            moved = journey.move(plan, on=day.date, session=strength, to=to)
        except Exception:  # noqa: BLE001  # any refusal
            assert to not in offered
        else:
            assert to in offered
            assert moved != plan
