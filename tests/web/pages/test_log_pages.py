"""The log: one tap is enough, zero is an answer, and what became unsafe leaves the plan at once."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from psoas.diary.entry import Done, Entry
from psoas.planning.plan import Item
from psoas.records import actions, queries
from psoas.records.models import DiaryEntry
from psoas.screening.intake import Intake


def first_item() -> Item:
    record = queries.current_plan()
    assert record is not None
    day = next(day for week in record.plan.weeks for day in week.days if day.date == date(2026, 11, 25))
    return next(item for session in day.sessions if session.kind == "mobility" for item in session.items)


def todays() -> Entry:
    return queries.diary().entries[-1]


def test_one_tap_after_moving_is_a_whole_log(client: Client, maya: Intake) -> None:
    """And zero is told, not missing."""
    answer = client.post("/log/after/", {"after": "0"})

    assert answer.headers["Location"] == "/"
    assert todays().pain is not None
    assert todays().pain.after == 0
    assert todays().pain.before is None


def test_the_morning_tap_belongs_to_the_day_before(client: Client, maya: Intake, today: date) -> None:
    """It is asked for once there was movement, and answers for yesterday."""
    done = Done(exercise="hip-circles", side="both", sets=1)
    actions.keep_entry(entry=Entry(on=today - timedelta(days=1), exercises=(done,)), kind="session")
    assert "How is it this morning" in client.get("/").content.decode()

    client.post("/today/morning/", {"next_morning": "2"})

    assert queries.diary().entries[0].pain.next_morning == 2  # type: ignore[union-attr]  # it was just told
    assert "How is it this morning" not in client.get("/").content.decode()


@pytest.mark.parametrize("mark", ["", "11", "-1", "3.5", "x"])
def test_a_tap_outside_the_scale_is_refused(client: Client, maya: Intake, mark: str) -> None:
    """Nothing is kept."""
    assert client.post("/log/after/", {"after": mark}).status_code == 404
    assert queries.diary().entries == ()


def test_the_folded_rest_keeps_what_was_filled_in_and_nothing_else(client: Client, maya: Intake) -> None:
    """Mobility 0, a movement that felt better, a note; sleep was not told."""
    item = first_item()
    key = f"{item.exercise}-{item.side}"
    client.post(
        "/log/", {"mobility": "0", f"felt-{key}": "better", f"pain-{key}": "0", "relief": [item.exercise], "note": "mild"}
    )

    entry = todays()
    assert entry.mobility == 0
    assert entry.sleep is None
    assert entry.exercises == (Done(exercise=item.exercise, side=item.side, felt="better", pain=0),)
    assert entry.relief == (item.exercise,)
    assert entry.note == "mild"


def test_an_empty_log_is_not_kept(client: Client, maya: Intake) -> None:
    """One number is enough, and none is none."""
    answer = client.post("/log/", {})

    assert answer.status_code == 422
    assert "One number is enough" in answer.content.decode()
    assert queries.diary().entries == ()


def test_a_sharp_pain_leaves_the_plan_at_once(client: Client, maya: Intake, today: date) -> None:
    """No acceptance is waited for: from then on the movement is replaced or gone."""
    item = first_item()
    client.post("/log/", {f"felt-{item.exercise}-{item.side}": "sharp"})

    record = queries.current_plan()
    assert record is not None
    assert record.reason == "adapted"
    coming = [day for week in record.plan.weeks for day in week.days if day.date > today][:7]
    ahead = {(item.exercise, item.side) for day in coming for session in day.sessions for item in session.items}
    assert (item.exercise, item.side) not in ahead


def test_something_new_stops_everything(client: Client, maya: Intake) -> None:
    """A yes to an emergency question in the log: the next page is the number to call."""
    answer = client.post("/log/new/", {"tick-saddle-numbness": "on", "since-saddle-numbness": "yes"}, follow=True)

    assert answer.redirect_chain[-1][0] == "/start/result/"
    assert 'href="tel:112"' in answer.content.decode()


def test_a_stop_told_to_the_log_holds_until_somebody_has_looked(
    client: Client, maya: Intake, turn_to: Callable[[date], None]
) -> None:
    """The diary is read for two weeks; a stop does not run out."""
    client.post("/log/new/", {"tick-saddle-numbness": "on", "since-saddle-numbness": "yes"})
    turn_to(date(2026, 12, 24))

    assert client.get("/").headers["Location"] == "/start/result/"
    assert client.post("/plan/remake/").headers["Location"] == "/start/result/"


def test_what_the_log_opens_is_asked_next_and_nothing_else(client: Client, maya: Intake, today: date) -> None:
    """Something happened: one question about a fall, before any session; answered, it is gone."""
    actions.keep_entry(entry=Entry(on=today - timedelta(days=1), adverse_event="slipped on the stairs"), kind="log")

    assert "One question first" in client.get("/").content.decode()
    asked = client.get("/log/asked/").content.decode()
    assert set(re.findall(r'name="tick-([a-z-]+)"', asked)) == {"fall-with-new-pain"}

    client.post("/log/asked/", {"none": "on"})

    assert "One question first" not in client.get("/").content.decode()
    assert client.get("/log/asked/").headers["Location"] == "/"


def test_after_a_week_the_first_thing_is_to_ask(client: Client, maya: Intake, turn_to: Callable[[date], None]) -> None:
    """Nothing new: then the session is next again."""
    turn_to(date(2026, 11, 30))
    assert "Anything new this week?" in client.get("/").content.decode()

    client.post("/log/new/", {"none": "on"})

    assert "Anything new this week?" not in client.get("/").content.decode()


def test_after_a_gap_the_page_says_welcome_and_blames_nobody(
    client: Client, maya: Intake, turn_to: Callable[[date], None]
) -> None:
    """Ten days without an entry."""
    actions.keep_entry(entry=Entry(on=date(2026, 11, 25), sleep=5), kind="log")
    turn_to(date(2026, 12, 5))
    text = client.get("/").content.decode()

    assert "Welcome back" in text
    assert "missed" not in text


def test_a_habit_is_ticked_once_and_for_htmx_the_list_alone_comes_back(client: Client, maya: Intake) -> None:
    """Twice tapped, once kept."""
    record = queries.current_plan()
    assert record is not None
    habit = record.plan.weeks[0].days[2].habits[0]
    answers = [client.post(f"/today/habit/{habit}/", headers={"HX-Request": "true"}) for _ in range(2)]

    assert todays().habits == (habit,)
    assert DiaryEntry.objects.count() == 1
    assert all(answer.status_code == 200 and "<html" not in answer.content.decode() for answer in answers)


def test_a_break_that_hurt_is_kept_as_such(client: Client, maya: Intake) -> None:
    """Without JavaScript the page comes back whole."""
    record = queries.current_plan()
    assert record is not None
    pause = record.plan.weeks[0].days[2].micro_breaks[0]
    answer = client.post(f"/today/break/{pause.at}/", {"did": "hurt"})

    assert answer.headers["Location"] == "/"
    assert todays().micro_breaks[0].did == "hurt"
