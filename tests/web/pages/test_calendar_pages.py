"""The plan in a calendar: a file, and an address with a secret that shows it and nothing else."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from psoas.diary.entry import Done, Entry
from psoas.diary.pause import Pause, written
from psoas.records import actions, queries
from psoas.screening.intake import Intake


def address(client: Client) -> str:
    client.post("/settings/calendar/", {"keep": "new"})
    return f"/calendar/{queries.preferences()['calendar_token']}.ics"


def sequences(client: Client, path: str) -> set[int]:
    return {event["sequence"] for event in Calendar.from_ical(client.get(path).content).walk("VEVENT")}


def test_the_address_shows_the_plan_keeps_nothing_and_changes_nothing(client: Client, maya: Intake) -> None:
    """Read only, never kept by whoever asks, and shown on the settings page as it is asked."""
    path = address(client)
    answer = client.get(path)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert b"Psoas: Mobility" in answer.content
    assert path in client.get("/settings/").content.decode()
    assert client.post(path, {}).status_code == 405


@pytest.mark.parametrize("wrong", ["", "x", "0" * 32, "é"])
def test_without_the_secret_there_is_nothing(client: Client, maya: Intake, wrong: str) -> None:
    """Also while no address was made, when the secret is empty."""
    assert client.get(f"/calendar/{wrong}.ics").status_code == 404
    address(client)
    assert client.get(f"/calendar/{wrong}.ics").status_code == 404


def test_a_new_address_ends_the_old_and_closing_ends_both(client: Client, maya: Intake) -> None:
    """What was given away can be taken back."""
    old = address(client)
    new = address(client)
    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200
    client.post("/settings/calendar/", {})
    assert client.get(new).status_code == 404


def test_each_change_outranks_what_a_calendar_holds(
    client: Client, maya: Intake, today: date, turn_to: Callable[[date], None]
) -> None:
    """A pause, its end, a choice, a changed plan: the sequence grows every time."""
    path = address(client)
    (first,) = sequences(client, path)
    actions.keep_setting(name="pause", value=written(Pause(why="illness", since=today, until=date(2026, 12, 10))))
    (paused,) = sequences(client, path)
    assert b"CANCELLED" in client.get(path).content
    turn_to(date(2026, 11, 27))
    actions.keep_entry(
        entry=Entry(on=date(2026, 11, 27), exercises=(Done(exercise="clamshell", side="left"),)), kind="session"
    )
    (back,) = sequences(client, path)
    actions.keep_setting(name="calendar_breaks", value="on")
    (chosen,) = sequences(client, path)

    assert first < paused < back < chosen
    assert b"CANCELLED" not in client.get(path).content


def test_breaks_come_into_the_calendar_only_when_wanted(client: Client, maya: Intake) -> None:
    """A day with eleven of them would bury everything else."""
    assert b"-break-" not in client.get("/settings/export/ics/").content
    actions.keep_setting(name="calendar_breaks", value="on")
    assert b"-break-" in client.get("/settings/export/ics/").content
