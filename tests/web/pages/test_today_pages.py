"""Today: one next step, what was made safer and why, a gentle way back, and what is behind folded."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from example_people import ALL_NO

from psoas import journey
from psoas.diary.entry import Done, Entry, EntryPain
from psoas.planning.plan import Item
from psoas.records import actions, queries
from psoas.screening.intake import Intake
from psoas.web.plan_making import keep_told
from psoas.web.situation import situation

Turn = Callable[[date], None]


def items_of(day: date) -> list[Item]:
    record = queries.current_plan()
    page = journey.day_of(record.plan, day) if record else None
    return [item for session in page.sessions for item in session.items] if page else []


def tell(day: date, *, felt: str = "same", sharp: int = 0, plan_too: bool = False) -> None:
    """All of a day's movements, the first so many of them sharp; with what the plan makes of it, where that is asked."""
    done = tuple(
        Done(exercise=item.exercise, side=item.side, felt="sharp" if number < sharp else felt, pain=2)  # type: ignore[arg-type]  # words of Felt
        for number, item in enumerate(items_of(day))
    )
    entry = Entry(on=day, exercises=done, pain=EntryPain(before=3, after=3))
    if plan_too:
        keep_told(entry=entry, kind="session", today=day)
    else:
        actions.keep_entry(entry=entry, kind="session")


def test_a_sharp_movement_makes_room_and_today_says_why(client: Client, maya: Intake, today: date) -> None:
    """It is changed without asking, told with its reason, and can be looked at."""
    tell(today, sharp=1, plan_too=True)
    text = client.get("/").content.decode()

    assert "Changed for you" in text
    assert "This felt sharp or shooting" in text
    assert "/plan/changes/" in text


def test_two_sharp_movements_put_the_safety_questions_first(client: Client, maya: Intake, today: date) -> None:
    """One filled button leads to them; after a whole set of answers the day goes on."""
    tell(today, sharp=3)
    text = client.get("/").content.decode()
    assert "The safety questions once more" in text
    assert text.count('class="button next"') == 1

    client.post("/log/new/", {"none": "on"})

    assert "The safety questions once more" not in client.get("/").content.decode()


def test_back_after_a_pause_today_is_easier_already(client: Client, maya: Intake, today: date, turn_to: Turn) -> None:
    """Nothing to accept and nothing to catch up: the days are eased, and the dose comes back by itself."""
    tell(today)
    back = today + timedelta(days=10)
    turn_to(back)
    client.post("/log/new/", {"none": "on"})
    text = client.get("/").content.decode()

    assert "Today starts a little easier" in text
    assert "your dose comes back" in text
    assert not any(row.change == "ease" for row in situation(back).proposed)
    assert client.get("/").content.decode().count("Welcome back after more than a week") == 1


def test_after_more_than_four_weeks_the_way_begins_again(client: Client, maya: Intake, today: date, turn_to: Turn) -> None:
    """The questions first; nothing to start."""
    tell(today)
    turn_to(today + timedelta(days=30))
    text = client.get("/").content.decode()

    assert "Begin again at week 1" in text
    assert 'class="button next" href="/start/together/now/"' in text


def test_a_visit_to_a_clinician_is_advised_where_it_is_seen(client: Client, maya: Intake, today: date, turn_to: Turn) -> None:
    """Pain that rises two weeks running is told on Today and under Progress."""
    for ago in range(21):
        day = today - timedelta(days=ago)
        actions.keep_entry(entry=Entry(on=day, pain=EntryPain(before=6 - 2 * (ago // 7))), kind="log")

    for path in ("/", "/progress/"):
        assert "Your pain has risen for two weeks" in client.get(path).content.decode()


@pytest.mark.parametrize("what", ["breaks", "habits"])
def test_what_is_behind_is_folded_and_stays_open_once_opened(client: Client, maya: Intake, today: date, what: str) -> None:
    """A tick from inside the fold keeps it open; the heading takes the focus, and says how many are done."""
    page = journey.day_of(queries.current_plan().plan, today)  # type: ignore[union-attr]  # maya has a plan
    assert page is not None
    path = f"/today/break/{page.micro_breaks[0].at}/" if what == "breaks" else f"/today/habit/{page.habits[0]}/"
    closed = client.post(path, {"did": "yes"}, headers={"HX-Request": "true"}).content.decode()
    opened = client.post(path, {"did": "yes", "more": "1"}, headers={"HX-Request": "true"}).content.decode()

    assert "autofocus" in closed
    assert "1 of" in closed
    assert '<details class="fold">' in closed
    assert '<details class="fold" open>' in opened


def test_after_a_pause_the_safety_questions_come_before_anything_easier(
    client: Client, maya: Intake, today: date, turn_to: Turn
) -> None:
    """What can have changed is asked on one page, before the easier plan is taken."""
    tell(today)
    turn_to(today + timedelta(days=10))
    text = client.get("/").content.decode()

    assert "First: is anything new?" in text
    assert "Start easier" not in text


def test_done_is_done_even_when_the_session_is_changed_after_it(client: Client, maya: Intake, today: date) -> None:
    """Pain of seven after the session changes tomorrow; it does not ask for today's session once more."""
    items = items_of(today)
    done = tuple(Done(exercise=item.exercise, side=item.side, felt="worse", pain=7) for item in items)
    actions.keep_entry(entry=Entry(on=today, exercises=done, pain=EntryPain(before=3)), kind="session")
    client.post("/log/after/", {"after": "7"})
    text = client.get("/").content.decode()

    assert f"/session/{today.isoformat()}/" not in text
    assert "A hard day" in text
    assert "Nothing more is needed" in text


def test_a_hard_morning_has_a_word_before_any_start(client: Client, maya: Intake, today: date) -> None:
    """Eight on waking: the gentle way is the filled button, the planned session the quiet one."""
    tell(today - timedelta(days=1))
    client.post("/today/morning/", {"next_morning": "8"})
    text = client.get("/").content.decode()

    assert "You said 8 of 10 today; about 4 is usual for you" in text
    assert "What helps on a bad day" in text
    assert 'class="button next" href="/session/first/"' in text
    assert text.count('class="button next"') == 1


def test_a_usual_day_goes_on_as_planned(client: Client, maya: Intake, today: date) -> None:
    """Four of ten is what it always is."""
    tell(today - timedelta(days=1))
    client.post("/today/morning/", {"next_morning": "4"})

    assert "A hard day" not in client.get("/").content.decode()


def test_after_the_last_week_there_is_a_way_on(client: Client, maya: Intake, today: date, turn_to: Turn) -> None:
    """Week nine is no dead end."""
    last = queries.current_plan().plan.weeks[-1].days[-1].date  # type: ignore[union-attr]  # maya has a plan
    actions.keep_entry(entry=Entry(on=last, answers=ALL_NO), kind="check")
    turn_to(last + timedelta(days=1))
    text = client.get("/").content.decode()

    assert "Your eight weeks are behind you" in text
    assert "/plan/" in text


def test_the_morning_tap_says_what_it_is_for(client: Client, maya: Intake, today: date) -> None:
    """A plan that waits for an answer says so."""
    tell(today - timedelta(days=1))

    assert "Without an answer it stays as it is" in client.get("/").content.decode()


def test_a_hard_day_asks_for_nothing_more_once_one_has_moved(client: Client, maya: Intake, today: date) -> None:
    """Six gentle minutes were done instead of the session: that is enough for today."""
    done = (Done(exercise="breathing", side="both", felt="same"),)
    actions.keep_entry(entry=Entry(on=today, exercises=done, pain=EntryPain(before=8, after=8)), kind="session")
    text = client.get("/").content.decode()

    assert "Nothing more is needed" in text
    assert "Six gentle minutes instead" not in text
    assert f"/session/{today.isoformat()}/" not in text
