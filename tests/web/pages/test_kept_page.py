"""Today is drawn once and kept while nothing has changed; what has changed shows at once."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from psoas import journey
from psoas.diary.entry import Entry, EntryPain
from psoas.records import actions, erasure
from psoas.screening.intake import Intake
from psoas.web import page_cache
from psoas.web.today import views

TOKEN = re.compile(r'csrfmiddlewaretoken" value="(\w{64})"')


def drawings(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One more each time that Today is really drawn."""
    drawn: list[None] = []
    render = views.render

    def counted(*told: object, **more: object) -> object:
        drawn.append(None)
        return render(*told, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(views, "render", counted)
    return drawn


@pytest.fixture
def settled(client: Client, maya: Intake) -> Client:
    """The first look of a day may still bring the plan up to date."""
    client.get("/")
    return client


def test_a_second_look_draws_nothing_and_gives_a_fresh_token(settled: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same page, but for the mask of its token; a form sent from it is taken."""
    drawn = drawings(monkeypatch)
    first, second = (settled.get("/").content.decode() for _ in range(2))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = settled.cookies
    sent = strict.post("/today/morning/", {"next_morning": "3", "csrfmiddlewaretoken": TOKEN.findall(second)[0]})

    assert len(drawn) == 1
    assert TOKEN.sub("", first) == TOKEN.sub("", second)
    assert TOKEN.findall(first)[0] != TOKEN.findall(second)[0]
    assert len(set(TOKEN.findall(second))) == 1
    assert sent.status_code == 302


def test_what_is_told_shows_at_the_next_look(settled: Client, today: date) -> None:
    """A habit ticked, a setting changed: each is a new row, and the page is drawn anew."""
    before = settled.get("/").content.decode()
    actions.keep_setting(name="text_size", value="large")
    after = settled.get("/").content.decode()

    assert 'data-text="large"' not in before
    assert 'data-text="large"' in after


def test_a_message_is_shown_once(settled: Client, today: date) -> None:
    """ "Saved" belongs to one look; the page that is kept has none."""
    settled.post("/log/after/", {"after": "3", "day": today.isoformat()})
    with_message, without = (settled.get("/").content.decode() for _ in range(2))

    assert "Saved." in with_message
    assert "Saved." not in without


def test_after_deleting_everything_no_page_is_left(settled: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not on the screen, not in memory."""
    settled.get("/")
    monkeypatch.setattr(erasure, "_rewrite", lambda: None)  # the test's own transaction is still open
    erasure.delete_everything()

    assert settled.get("/").status_code == 302
    assert all(page.parts == [] for page in page_cache._PAGES)


def test_a_pain_is_thought_over_once(settled: Client, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the log that keeps it; the page that follows takes that answer. The same pain told again needs no thought."""
    thought: list[date] = []
    adapt = journey.adapt
    monkeypatch.setattr(journey, "adapt", lambda plan, diary, today: thought.append(today) or adapt(plan, diary, today=today))
    actions.keep_entry(entry=Entry(on=today - timedelta(days=1), pain=EntryPain(before=2)), kind="log")
    for _ in range(2):
        settled.post("/log/after/", {"after": "2", "day": today.isoformat()})
        settled.get("/")

    assert thought == [today]
