"""For everybody: large type on a narrow page, colours taken away, a keyboard on a desk, and paper."""

import re
from dataclasses import replace

import pytest
from example_people import MAYA
from example_records import FULL
from page_addresses import DAY
from player_actions import open_player, press, wait
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from psoas import journey
from psoas.records import actions, queries
from psoas.web import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LARGE = (
    "/",
    "/welcome/",
    "/emergency/",
    "/start/safety-1/",
    "/start/together/now/",
    "/start/together/soon/",
    "/start/together/about/",
    "/start/together/plan/",
    "/plan/",
    "/plan/day/2026-11-25/",
    "/plan/print/",
    "/log/",
    "/log/new/",
    "/progress/",
    "/therapist/",
    "/therapist/limits/",
    "/library/",
    "/library/glute-bridge/",
    "/learn/",
    "/learn/after-fusion/",
    "/learn/psoas/",
    "/learn/before-an-operation/",
    "/start/ahead/",
    "/breaks/",
    "/settings/",
    "/settings/steps/",
)
WIDE = """(width) => [...document.querySelectorAll('main *, .top *, .places *')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
  .slice(0, 3).map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 30))"""
BROKEN = """() => [...document.querySelectorAll('h1, h2, .button, .places span, .top span')]
  .filter((one) => one.checkVisibility())
  .flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === 3).flatMap((node) =>
    [...node.textContent.matchAll(/\\p{L}{2,}/gu)].filter((word) => {
      const range = document.createRange();
      range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      return new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size > 1;
    }).map((word) => word[0])))"""


@pytest.mark.parametrize("width", [360, 390])
def test_at_double_text_no_page_scrolls_sideways_and_no_word_breaks(
    chromium: Browser, live_server: LiveServer, person: None, width: int
) -> None:
    """Text at 200 %: header, headings and buttons stay inside, word by word."""
    context = chromium.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    complaints = []
    for path in LARGE:
        page.goto(f"{live_server.url}{path}")
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        wide = page.evaluate("() => document.documentElement.scrollWidth")
        complaints += [f"{path} is {wide} px wide: {page.evaluate(WIDE, width)}"] if wide > width else []
        complaints += [f"{path} breaks {word}" for word in page.evaluate(BROKEN)]
    context.close()

    assert not complaints, "\n".join(complaints)


def test_with_colours_taken_away_what_is_chosen_can_be_told(chromium: Browser, live_server: LiveServer, person: None) -> None:
    """In the log, before a session and in the question after pain: the chosen number looks different from its neighbours."""
    context = chromium.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{live_server.url}/start/together/about/")
    chosen_differs(page, "now")
    open_player(page, live_server.url)
    chosen_differs(page, "before")
    press(page, "go")
    wait(page, 1)
    press(page, "hurts")
    chosen_differs(page, "pain")
    page.goto(f"{live_server.url}/start/safety-1/")
    line = page.locator(".choice").first
    before = look(line)
    line.locator("input").check(force=True)
    assert look(line) != before
    context.close()


def test_with_colours_taken_away_a_switch_shows_its_state(chromium: Browser, live_server: LiveServer, person: None) -> None:
    """On and off are two pictures."""
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{live_server.url}/session/{DAY.isoformat()}/0/")
    switch = page.locator("[data-part=reader]")
    drawn = "one => { const s = getComputedStyle(one, '::before'); return s.backgroundImage + s.borderColor; }"
    off = switch.evaluate(drawn)
    switch.click()

    assert switch.evaluate(drawn) != off
    context.close()


def test_on_a_desk_the_places_come_before_the_page(chromium: Browser, live_server: LiveServer, person: None) -> None:
    """Tab follows the eye: header, places, content."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(live_server.url)
    names = []
    for _ in range(9):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.textContent.trim() || document.activeElement.ariaLabel"))
    context.close()

    assert names == ["Skip to the content", "Psoas", "Emergency", "Settings", "Today", "Plan", "Log", "Progress", "Library"]


def test_the_ends_of_a_scale_are_read_aloud(page: Page, base: str, person: None) -> None:
    """Zero none, ten worst imaginable: in the name of the mark, not only beside it."""
    page.goto(f"{base}/start/together/about/")

    expect(page.get_by_role("radio", name="0 none").first).to_be_attached()
    expect(page.get_by_role("radio", name="10 worst imaginable").first).to_be_attached()


@pytest.mark.parametrize("minutes", [15, 45])
def test_a_week_is_two_sheets_of_paper(
    chromium: Browser, live_server: LiveServer, transactional_db: None, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    """With what to do, set-up and key poses of every movement, a table to tick, name and date."""
    monkeypatch.setattr(clock, "today", lambda: DAY)
    intake = replace(MAYA, minutes_per_day=minutes)
    plan = journey.plan(intake, start=DAY, today=DAY)
    actions.keep_intake(intake=intake, clearance=FULL, on=DAY)
    actions.keep_plan(plan=plan, reason="made", on=DAY)
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{live_server.url}/plan/print/")
    page.wait_for_load_state("networkidle")
    sheets = len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))
    ticks = page.get_by_text("☐").count()
    context.close()

    assert sheets <= 2
    assert ticks > 7


def chosen_differs(page: Page, name: str) -> None:
    marks = page.locator(f".scale-mark:has(input[name={name}])")
    four, five = marks.nth(4), marks.nth(5)
    assert look(four) == look(five)
    four.locator("input").check(force=True)
    assert look(four) != look(five)


def look(one: Locator) -> str:
    """How an element is painted."""
    painted = (
        "one => { const s = getComputedStyle(one); return [s.backgroundColor, s.color, s.borderTopColor, s.borderTopWidth]; }"
    )
    return str(one.evaluate(painted))


def test_a_tap_that_does_not_arrive_is_said(context: BrowserContext, base: str, person: None) -> None:
    """The network is gone when a habit is ticked: the page says so, and takes it back when the next tap arrives."""
    page = context.new_page()  # htmx writes the lost request to the console
    plan = queries.current_plan()
    assert plan is not None
    week = plan.plan.weeks[0]
    day = replace(week.days[0], habits=("desk-setup", "footwear"))
    actions.keep_plan(plan=replace(plan.plan, weeks=(replace(week, days=(day,)),)), reason="edited", on=DAY)
    page.goto(base)
    failed = page.locator("[data-part=tap-failed]")
    page.route("**/today/habit/**", lambda route: route.abort(), times=1)
    page.locator("#habits button").first.click()
    expect(failed).to_be_visible()
    page.locator("#habits button").first.click()

    expect(failed).to_be_hidden()
    assert queries.diary().entries[0].habits
