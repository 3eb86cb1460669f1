"""What people reported of comparable programs, tried in a real browser."""

from datetime import timedelta

import pytest
from example_records import seed
from page_addresses import DAY
from player_actions import open_player, press, wait
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from psoas.web import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIVE = """() => {
  window.heard = [];
  for (const one of document.querySelectorAll('[role=status], [aria-live]:not([aria-live=off])'))
    new MutationObserver(() => window.heard.push(one.textContent.trim())).observe(one, {
      childList: true, characterData: true, subtree: true });
}"""
WIDE = """() => [...document.querySelectorAll('main, main *')]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().right > 321)
  .map((one) => one.tagName + ' ' + one.textContent.trim().slice(0, 40))"""
WITHOUT_SCRIPTS = (
    "/",
    "/plan/",
    "/log/",
    "/breaks/",
    "/library/",
    "/library/glute-bridge/",
    "/emergency/",
    "/start/together/now/",
)


def test_a_screen_reader_hears_what_to_do_and_not_every_second(page: Page, base: str, transactional_db: None) -> None:
    """In twenty-five seconds of work a count of seconds would be read twenty-five times: only lines to act on are."""
    seed(on=clock.today())
    open_player(page, base)
    page.evaluate(LIVE)
    press(page, "go")
    wait(page, 25)
    heard = page.evaluate("() => window.heard")

    assert 1 <= len(set(heard)) <= 6, heard
    assert not [line for line in heard if line.replace(":", "").replace("s", "").strip().isdigit()], heard


def test_at_320_px_without_scripts_or_motion_every_page_can_be_used(
    chromium: Browser, live_server: LiveServer, person: None
) -> None:
    """Nothing to scroll sideways, a heading, a way on; the figure is a still; the player says what it needs."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    for path in WITHOUT_SCRIPTS:
        page.goto(f"{live_server.url}{path}")
        assert page.locator("h1").count() == 1, path
        assert page.evaluate(WIDE) == [], path
    page.goto(f"{live_server.url}/library/glute-bridge/")
    assert page.locator("main svg, main img").count() >= 1
    page.goto(f"{live_server.url}/session/{DAY.isoformat()}/0/")
    assert "script" in page.locator("noscript, main").first.inner_text().lower()
    context.close()


def test_a_plan_that_begins_in_three_weeks_does_not_begin_tomorrow(
    chromium: Browser, live_server: LiveServer, transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day is named, and the first session is there meanwhile."""
    monkeypatch.setattr(clock, "today", lambda: DAY)
    seed(on=DAY + timedelta(days=22))
    context = chromium.new_context()
    page = context.new_page()
    page.goto(live_server.url)
    said = page.locator("main").inner_text()
    context.close()

    assert "17 December" in said
    assert "tomorrow" not in said.lower()
