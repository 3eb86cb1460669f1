"""A bad day and a pause: what the pages say, and that adaptation alone decides what the plan does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from example_people import MAYA

from psoas import journey
from psoas.diary.entry import Done, Entry, EntryPain
from psoas.planning.plan import PlanChange
from psoas.records import actions, queries
from psoas.screening.intake import Intake, Surgery
from psoas.web.situation import situation
from psoas.web.templatetags.words import day_long

Turn = Callable[[date], None]
FUSED = Surgery(what="lumbar-fusion", on=date(2024, 3, 1), levels=("L4-L5",), cleared_on=date(2024, 6, 1))


def eases() -> list[PlanChange]:
    record = queries.current_plan()
    return [made.change for made in record.plan.applied if made.change.change == "ease"] if record else []


def test_a_bad_day_is_one_tap_from_today(client: Client, maya: Intake) -> None:
    """With the way to a pause beside it."""
    text = client.get("/").content.decode()

    assert 'href="/flare/"' in text
    assert 'href="/flare/pause/"' in text


def test_the_page_says_what_to_do_what_to_leave_and_when_to_worry(client: Client, maya: Intake) -> None:
    """With the ways to the emergency page and to the safety questions."""
    text = client.get("/flare/").content.decode()

    for heading in ("Do today", "Leave today", "When to worry", "How strong is the pain now?"):
        assert heading in text
    assert 'href="/emergency/"' in text
    assert 'href="/log/new/"' in text


def test_one_hard_number_is_kept_and_leaves_the_plan(client: Client, maya: Intake, today: date) -> None:
    """6 where 4 is usual: adaptation eases at two such days, so one changes nothing, and the page says so."""
    client.post("/flare/", {"pain": "6", "day": today.isoformat()})
    text = client.get("/flare/").content.decode()

    assert situation(today).diary.entries[-1].pain == EntryPain(before=6)
    assert eases() == []
    assert "You said 6 of 10" in text
    assert "One such day leaves the plan as it is" in text


def test_a_severe_day_is_eased_by_the_one_rule_and_the_page_names_its_end(client: Client, maya: Intake, today: date) -> None:
    """8 where 4 is usual eases the week at once; the page says until when, and where to take it back."""
    client.post("/flare/", {"pain": "8", "day": today.isoformat()})
    text = client.get("/flare/").content.decode()
    end = today + timedelta(days=7)

    assert {change.until for change in eases()} == {end}
    assert f"Your plan is easier until {day_long(end)}" in text


def test_pain_near_the_usual_eases_nothing(client: Client, maya: Intake, today: date) -> None:
    """Usual pain takes nothing away."""
    client.post("/flare/", {"pain": "5", "day": today.isoformat()})

    assert eases() == []
    assert "not far from your usual" in client.get("/flare/").content.decode()


def test_after_moving_the_number_is_how_it_is_after_it(client: Client, maya: Intake, today: date) -> None:
    """What was told before the session stays."""
    entry = Entry(on=today, pain=EntryPain(before=3), exercises=(Done(exercise="glute-bridge", side="both", sets=1, reps=5),))
    actions.keep_entry(entry=entry, kind="session")
    client.post("/flare/", {"pain": "6", "day": today.isoformat()})

    assert situation(today).diary.entries[-1].pain == EntryPain(before=3, after=6)


@pytest.mark.parametrize("mark", ["", "11", "-1", "x"])
def test_no_other_number_is_taken(client: Client, maya: Intake, mark: str) -> None:
    assert client.post("/flare/", {"pain": mark}).status_code == 404


def test_warmth_comes_with_what_forbids_it(client: Client, maya: Intake, today: date) -> None:
    """For everybody, and first what holds for this person, each with source and status."""
    intake = replace(maya, conditions=(*maya.conditions, "neuropathy"))
    actions.keep_intake(intake=intake, clearance=journey.screen(intake, today=today), on=today)
    text = client.get("/flare/").content.decode()

    assert "Never use heat or ice while you are asleep or drowsy." in text
    assert text.index("Leave heat and ice off wherever you feel less") < text.index("Never use heat or ice while")


def test_a_new_pain_or_a_crack_is_at_hand_after_a_fusion(client: Client, db: None, today: date) -> None:
    """From Today and from the bad day straight to the question, which is there."""
    plan = journey.plan(replace(MAYA, surgeries=(FUSED,)), start=today, today=today)
    actions.keep_intake(intake=plan.intake, clearance=plan.clearance, on=today)
    actions.keep_plan(plan=plan, reason="made", on=today)

    assert "/log/new/#ask-fusion-crack-or-clunk" in client.get("/").content.decode()
    assert "/log/new/#ask-fusion-new-pain" in client.get("/flare/").content.decode()
    asks = client.get("/log/new/").content.decode()
    assert 'id="ask-fusion-crack-or-clunk"' in asks
    assert 'id="ask-fusion-new-pain"' in asks


def test_a_question_that_the_log_opened_comes_first_here_too(client: Client, maya: Intake, today: date) -> None:
    """Safety before comfort: the page leads to it."""
    for day in (today - timedelta(days=1), today):
        entry = Entry(on=day, symptoms=("leg-symptoms-spreading", "giving-way"), pain=EntryPain(before=8))
        actions.keep_entry(entry=entry, kind="log")

    assert situation(today).asked_next
    assert 'href="/log/asked/"' in client.get("/flare/").content.decode()


def test_nobody_else_is_asked_about_a_crack(client: Client, maya: Intake) -> None:
    assert "crack" not in client.get("/").content.decode()


def begin_pause(client: Client, *, until: date, why: str = "holiday") -> int:
    return client.post("/flare/pause/", {"why": why, "until": until.isoformat()}).status_code


def test_during_a_pause_nothing_is_due(client: Client, maya: Intake, today: date, turn_to: Turn) -> None:
    """No session, breaks, habits or weekly question; one way back, and the bad day stays at hand."""
    assert begin_pause(client, until=today + timedelta(days=12)) == 302
    turn_to(today + timedelta(days=9))
    text = client.get("/").content.decode()

    assert "You are taking a pause" in text
    assert "One-minute breaks" not in text
    assert "Anything new this week?" not in text
    assert "Welcome back" not in text
    assert eases() == []
    assert 'href="/flare/"' in text


def test_after_the_pause_the_way_back_is_the_one_of_every_gap(
    client: Client, maya: Intake, today: date, turn_to: Turn
) -> None:
    """Eased from the day of return, once."""
    actions.keep_entry(entry=Entry(on=today, pain=EntryPain(before=4)), kind="log")
    begin_pause(client, until=today + timedelta(days=12))
    turn_to(today + timedelta(days=9))
    client.get("/")
    turn_to(today + timedelta(days=12))
    text = client.get("/").content.decode()

    assert "Welcome back" in text
    assert "Nothing needs to be caught up." in text
    assert {change.until for change in eases()} == {today + timedelta(days=19)}


def test_a_pause_ends_at_a_tap_or_with_a_session(client: Client, maya: Intake, today: date, turn_to: Turn) -> None:
    begin_pause(client, until=today + timedelta(days=5))
    client.post("/flare/pause/end/")
    assert situation(today).pause is None

    begin_pause(client, until=today + timedelta(days=5))
    tomorrow = today + timedelta(days=1)
    turn_to(tomorrow)
    assert situation(tomorrow).pause is not None
    done = Done(exercise="glute-bridge", side="both", sets=1, reps=5)
    actions.keep_entry(entry=Entry(on=tomorrow, exercises=(done,)), kind="session")
    assert situation(tomorrow).pause is None


@pytest.mark.parametrize("days", [0, -3, 200])
def test_a_day_that_is_no_way_back_is_refused_by_name(client: Client, maya: Intake, today: date, days: int) -> None:
    """With what is allowed; nothing is kept."""
    answer = client.post("/flare/pause/", {"why": "illness", "until": (today + timedelta(days=days)).isoformat()})

    assert answer.status_code == 422
    assert "A day after today, at most half a year ahead." in answer.content.decode()
    assert situation(today).pause is None


def test_sharp_pain_still_comes_first_in_a_pause(client: Client, maya: Intake, today: date) -> None:
    """Safety is never paused."""
    rows = tuple(Done(exercise=name, side="both", felt="sharp") for name in ("glute-bridge", "sit-to-stand"))
    actions.keep_entry(entry=Entry(on=today, exercises=rows), kind="session")
    begin_pause(client, until=today + timedelta(days=5))

    assert "The safety questions once more" in client.get("/").content.decode()
