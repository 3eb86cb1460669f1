"""An answer belongs to what was on the page: its day and its movement, after midnight, in a stale tab, in another zone."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from psoas.diary.entry import Entry
from psoas.planning.plan import Item
from psoas.records import queries
from psoas.records.models import DiaryEntry
from psoas.screening.intake import Intake

DAY = date(2026, 11, 25)
NEXT = DAY + timedelta(days=1)
Turn = Callable[[date], None]


def items_of(day: date) -> list[Item]:
    record = queries.current_plan()
    assert record is not None
    days = (found for week in record.plan.weeks for found in week.days if found.date == day)
    return [item for found in days for session in found.sessions for item in session.items]


def entries() -> dict[date, Entry]:
    return {entry.on: entry for entry in queries.diary().entries}


def hidden(page: str, name: str) -> str:
    found = re.search(f'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


def all_sharp() -> dict[str, str]:
    return {f"felt-{item.exercise}-{item.side}": "sharp" for item in items_of(DAY)}


def test_a_log_opened_before_midnight_keeps_its_day_and_every_movement(client: Client, maya: Intake, turn_to: Turn) -> None:
    """Opened at 23:55, sent at 00:04: all of them are on the day that stood on the page, and the word says so."""
    page = client.get("/log/").content.decode()
    sent = {**all_sharp(), "day": hidden(page, "day"), "key": hidden(page, "key")}
    turn_to(NEXT)
    answer = client.post("/log/", sent, follow=True)

    assert {(done.exercise, done.side, done.felt) for done in entries()[DAY].exercises} == {
        (item.exercise, item.side, "sharp") for item in items_of(DAY)
    }
    assert NEXT not in entries()
    assert "Saved for Wednesday" in answer.content.decode()


def test_a_page_from_last_week_keeps_nothing_before_somebody_says_which_day(
    client: Client, maya: Intake, turn_to: Turn
) -> None:
    """The words stay on the page; one tap says which day they are about."""
    page = client.get("/log/").content.decode()
    sent = {"note": "stiff after the garden", "day": hidden(page, "day"), "key": hidden(page, "key")}
    later = DAY + timedelta(days=6)
    turn_to(later)
    asked = client.post("/log/", sent)

    assert asked.status_code == 422
    assert "is not kept yet" in asked.content.decode()
    assert "stiff after the garden" in asked.content.decode()
    assert entries() == {}

    client.post("/log/", {**sent, "that_day": later.isoformat()})

    assert entries() == {later: Entry(on=later, note="stiff after the garden")}


@pytest.mark.parametrize("day", ["2036-01-01", "9999-12-31", "2026-11-27"])
def test_a_day_further_ahead_is_refused_with_the_words_kept(client: Client, maya: Intake, day: str) -> None:
    """A page of a day that has not been."""
    answer = client.post("/log/", {"note": "from the future", "day": day})

    assert answer.status_code == 422
    assert "from the future" in answer.content.decode()
    assert entries() == {}


def test_a_page_one_day_ahead_is_kept_today(client: Client, maya: Intake) -> None:
    """After a flight to the west this machine's day is the one before."""
    client.post("/log/", {"sleep": "3", "day": NEXT.isoformat()})

    assert entries() == {DAY: Entry(on=DAY, sleep=3)}


def test_the_morning_and_the_taps_belong_to_the_day_of_their_page(client: Client, maya: Intake, turn_to: Turn) -> None:
    """A morning asked on Wednesday is about Tuesday, also when it is answered after midnight; on Monday it is too late."""
    tuesday = DAY - timedelta(days=1)
    turn_to(NEXT)
    client.post("/today/morning/", {"next_morning": "2", "day": tuesday.isoformat()})
    client.post("/log/after/", {"after": "4", "day": DAY.isoformat()})
    assert {on: entry.pain for on, entry in entries().items()}.keys() == {tuesday, DAY}

    turn_to(DAY + timedelta(days=5))
    page = client.post("/log/after/", {"after": "7", "day": DAY.isoformat()}, follow=True).content.decode()

    assert "your “7” was not kept" in page
    assert len(entries()) == 2


def test_a_hurt_is_filed_on_the_movement_that_was_tapped(client: Client, maya: Intake) -> None:
    """The plan may have another break at that time by now."""
    record = queries.current_plan()
    assert record is not None
    pause = next(day for week in record.plan.weeks for day in week.days if day.date == DAY).micro_breaks[0]
    other = "hip-circles" if pause.exercise != "hip-circles" else "desk-squat"
    client.post(f"/today/break/{pause.at}/", {"did": "hurt", "exercise": other, "day": DAY.isoformat()})

    (taken,) = entries()[DAY].micro_breaks
    assert (taken.exercise, taken.did) == (other, "hurt")


def test_going_back_and_sending_something_else_is_a_correction(client: Client, maya: Intake) -> None:
    """The same page sent twice as it was is kept once; changed, it is kept as what it is."""
    key = hidden(client.get("/log/").content.decode(), "key")
    for sleep in ("3", "3", "5"):
        client.post("/log/", {"sleep": sleep, "key": key})

    assert entries()[DAY].sleep == 5
    assert DiaryEntry.objects.count() == 2


def test_a_note_is_counted_as_the_browser_counts_it(client: Client, maya: Intake) -> None:
    """Two thousand line breaks are two thousand letters, however they are sent."""
    note = "\r\n".join(["a"] * 1_991)
    assert client.post("/log/", {"note": note}).status_code == 302

    assert entries()[DAY].note == note.replace("\r\n", "\n")


def test_two_adverse_events_of_a_day_are_two(client: Client, maya: Intake) -> None:
    """Also when the second is told in the same words, and when the notes of a day grow long."""
    for _ in range(2):
        client.post("/log/", {"adverse_event": "fell", "note": "x" * 4_000})

    assert entries()[DAY].adverse_event == "fell\nfell"
    assert entries()[DAY].note == "x" * 4_000 + "\n" + "x" * 4_000


def test_a_clock_that_was_lost_is_named(client: Client, maya: Intake, turn_to: Turn) -> None:
    """No plan for 1970, no "restart Psoas"; help stays open."""
    turn_to(date(1970, 1, 1))
    answer = client.get("/")

    assert answer.status_code == 503
    assert "clock says 1970" in answer.content.decode()
    assert client.get("/emergency/").status_code == 200
