"""One person's way through the house in a real browser at 390 px: welcome, safety, first session, log, the next day."""

from datetime import date, datetime, time, timedelta

import pytest
from intake_by_touch import answer_everything
from player_actions import entries, press, tap, wait
from playwright.sync_api import Page, expect

from psoas.records import queries
from psoas.web import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIRST_DAY = date(2026, 11, 22)
"""A Sunday; the plan begins on the Monday."""


@pytest.fixture(autouse=True)
def _first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    turn_to(monkeypatch, FIRST_DAY)


def turn_to(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(clock, "today", lambda: day)


def play(page: Page, base: str, *, before: int, after: int) -> None:
    """A session from start to end, the page's clock in hand."""
    tap(page, "before", before)
    press(page, "go")
    for _ in range(40):
        wait(page, 20)
        if page.locator("[data-part=well]").is_visible():
            break
    tap(page, "after", after)
    page.get_by_role("button", name="Done").click()
    page.wait_for_url(f"{base}/")


def test_from_welcome_to_a_logged_session_and_the_next_day(page: Page, base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer, play, log, sleep, tell how the morning was, and find the next day ready."""
    page.goto(base)
    answer_everything(page)
    page.clock.install(time=datetime.combine(FIRST_DAY, time(9)))
    page.get_by_role("link", name="Start now").click()
    play(page, base, before=3, after=2)
    expect(page.get_by_role("heading", name="A good beginning")).to_be_visible()
    (first,) = entries()
    assert first.exercises
    assert first.pain is not None
    assert (first.pain.before, first.pain.after) == (3, 2)

    turn_to(monkeypatch, FIRST_DAY + timedelta(days=1))
    page.goto(base)
    page.get_by_role("button", name="2", exact=True).click()
    expect(page.get_by_role("link", name="Start")).to_be_visible()
    assert queries.diary().entries[0].pain.next_morning == 2  # type: ignore[union-attr]  # it was just told
    page.get_by_role("link", name="Plan", exact=True).click()
    expect(page.get_by_text("Week 1 of 8")).to_be_visible()
    page.get_by_role("link", name="Changes to look at").click()
    expect(page.get_by_role("main")).to_contain_text("stays as it is")


def test_the_keyboard_alone_passes_the_safety_pages(page: Page, base: str) -> None:
    """Tab, space and enter; the skip link comes first."""
    page.goto(f"{base}/start/together/now/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    for screen, groups in (("now", (1, 2)), ("soon", (3, 4, 5))):
        for group in groups:
            page.locator(f"input[name=safety-{group}-none]").focus()
            page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(page).not_to_have_url(f"{base}/start/together/{screen}/")

    assert page.url == f"{base}/start/together/about/"


def test_a_tick_opens_its_question_and_no_script_is_needed(page: Page, base: str) -> None:
    """The follow-up shows when its line is ticked, the second one when somebody is unsure."""
    page.goto(f"{base}/start/safety-4/")
    since = page.locator("input[name='since-weight-loss'][value='unsure']")
    sure = page.locator("input[name='sure-weight-loss'][value='no']")
    expect(since).to_be_hidden()
    page.locator("input[name='tick-weight-loss']").check(force=True)
    expect(since).to_be_visible()
    expect(sure).to_be_hidden()
    since.check(force=True)
    expect(sure).to_be_visible()
