"""The window of one-minute breaks: what it is given, and what becomes of an answer."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from psoas import journey
from psoas.records import queries
from psoas.screening.intake import Intake
from psoas.web.situation import situation

Turn = Callable[[date], None]
SATURDAY = date(2026, 11, 28)


def told(client: Client) -> dict[str, Any]:
    text = client.get("/breaks/").content.decode()
    found = re.search(r'given="([^"]*)"', text)
    assert found is not None
    return dict(json.loads(unescape(found[1])))


def say(client: Client, did: str, day: date, **how: str) -> int:
    slot = next(slot for slot in told(client)["slots"] if slot["day"] == day.isoformat())
    return client.post("/breaks/told/", {**slot, "did": did}, headers=how).status_code


def test_the_window_knows_today_and_tomorrow_so_that_midnight_is_no_end(client: Client, maya: Intake, today: date) -> None:
    """Each with its movement, its steps and its figure."""
    given = told(client)
    days = {slot["day"] for slot in given["slots"]}

    assert days == {today.isoformat(), (today + timedelta(days=1)).isoformat()}
    assert all(given["movements"][slot["exercise"]]["how"] for slot in given["slots"])


@pytest.mark.parametrize(("did", "kept"), [("yes", "yes"), ("no", "no"), ("hurt", "hurt")])
def test_an_answer_is_kept_and_asked_no_more(client: Client, maya: Intake, today: date, did: str, kept: str) -> None:
    """204 for the window; the break is gone from its list."""
    before = len(told(client)["slots"])

    assert say(client, did, today, Accept="application/json") == 204
    entry = situation(today).entry
    assert entry is not None
    assert [taken.did for taken in entry.micro_breaks] == [kept]
    assert len(told(client)["slots"]) < before


def test_without_scripts_the_list_takes_the_answer(client: Client, maya: Intake, today: date) -> None:
    assert say(client, "yes", today) == 302
    assert "done" in client.get("/breaks/").content.decode()


def test_what_hurt_is_offered_no_more(client: Client, maya: Intake, today: date) -> None:
    """The plan makes room by its own rule, and it is not among those to be had at any time."""
    exercise = told(client)["slots"][0]["exercise"]
    say(client, "hurt", today, Accept="application/json")
    record = queries.current_plan()
    day = journey.day_of(record.plan, today + timedelta(days=1)) if record else None

    assert exercise not in told(client)["spare"]
    assert day is not None
    assert exercise not in {pause.exercise for pause in day.micro_breaks}


def test_a_day_without_windows_says_so_and_one_may_be_had(client: Client, maya: Intake, turn_to: Turn) -> None:
    turn_to(SATURDAY)
    text = client.get("/breaks/").content.decode()

    assert "No sitting hours today, so no breaks." in text
    assert told(client)["slots"] == []
    assert told(client)["spare"]


def test_in_a_pause_nothing_is_due(client: Client, maya: Intake, today: date) -> None:
    client.post("/flare/pause/", {"why": "illness", "until": (today + timedelta(days=3)).isoformat()})

    assert told(client)["slots"] == []


@pytest.mark.parametrize("wrong", [{"did": "maybe"}, {"at": "25:00"}, {"exercise": "nothing"}])
def test_what_is_no_break_is_not_kept(client: Client, maya: Intake, today: date, wrong: dict[str, str]) -> None:
    slot = told(client)["slots"][0]

    assert client.post("/breaks/told/", {**slot, "did": "yes", **wrong}).status_code == 404
    assert situation(today).entry is None


def test_a_page_of_another_week_is_told_so(client: Client, maya: Intake, today: date) -> None:
    """Neither kept nor called kept."""
    slot = told(client)["slots"][0] | {"day": (today - timedelta(days=6)).isoformat(), "did": "yes"}

    assert client.post("/breaks/told/", slot, headers={"Accept": "application/json"}).status_code == 409
    assert situation(today).entry is None


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("breaks_sound", "on", 204),
        ("breaks_quiet", "2026-11-25T14:30", 204),
        ("breaks_sound", "loud", 404),
        ("breaks_quiet", "tomorrow", 404),
        ("theme", "dark", 404),
        ("", "", 404),
    ],
)
def test_only_what_the_window_offers_can_be_chosen(client: Client, maya: Intake, name: str, value: str, status: int) -> None:
    """It is kept with the other settings and stands on the page the next time."""
    assert client.post("/breaks/choose/", {"name": name, "value": value}).status_code == status
    assert (value != "" and value in client.get("/breaks/").content.decode()) or status == 404
    assert queries.preferences()["theme"] == "auto"
