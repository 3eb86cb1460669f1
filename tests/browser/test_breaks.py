"""A break over its whole life in a real browser: it comes, is shown, is kept; one window rings; a sleep was a break."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from example_people import MAYA
from example_records import FULL, plan_of
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from psoas.planning.plan import Day, MicroBreak, Week
from psoas.records import actions
from psoas.web import clock
from psoas.web.situation import situation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = date(2026, 11, 25)
NINE = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
BREAKS = (("09:45", "hip-circles"), ("10:30", "indoor-walk"), ("11:15", "hip-circles"))
COUNTS = """window.rung = [];
window.Notification = class { constructor(title, how) { window.rung.push(title + ': ' + how.body); } close() {}
static permission = 'PERMISSION'; static asked = 0;
static async requestPermission() { this.asked += 1; this.permission = 'granted'; return 'granted'; } };"""


@pytest.fixture
def person(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Maya with three breaks this morning."""
    monkeypatch.setattr(clock, "today", lambda: DAY)
    plan = plan_of(MAYA, on=DAY)
    day = plan.weeks[0].days[0]
    breaks = tuple(MicroBreak(at=at, exercise=exercise) for at, exercise in BREAKS)
    week = Week(number=1, days=(Day(date=DAY, sessions=day.sessions, micro_breaks=breaks),))
    actions.keep_intake(intake=MAYA, clearance=FULL, on=DAY)
    actions.keep_plan(plan=replace(plan, weeks=(week,)), reason="made", on=DAY)


@pytest.fixture
def desk(chromium: Browser, live_server: LiveServer, person: None) -> Iterator[BrowserContext]:
    """A small window of 360 px."""
    made = chromium.new_context(viewport={"width": 360, "height": 740}, timezone_id="UTC", reduced_motion="reduce")
    made.set_default_timeout(8_000)
    yield made
    made.close()


def opened(desk: BrowserContext, home: str, *, permission: str = "default") -> Page:
    page = desk.new_page()
    page.add_init_script(COUNTS.replace("PERMISSION", permission))
    page.clock.install(time=NINE)
    page.goto(f"{home}/breaks/")
    return page


def kept() -> list[tuple[str, str]]:
    entry = situation(DAY).entry
    return [(taken.at, taken.did) for taken in entry.micro_breaks] if entry else []


def test_it_counts_down_comes_moves_for_its_minute_and_is_kept(desk: BrowserContext, live_server: LiveServer) -> None:
    """Nobody is asked for a permission, and the page does it all."""
    page = opened(desk, live_server.url)
    expect(page.get_by_role("timer")).to_have_text(re.compile("^4[45]:"))
    page.clock.run_for("45:01")
    expect(page).to_have_title("Time for a minute · Psoas")
    page.get_by_role("button", name="Start the minute").click()
    expect(page.get_by_role("timer")).to_have_text(re.compile("^(1:00|0:5)"))
    expect(page.locator("break-window move-figure")).to_have_attribute("exercise", "hip-circles")
    page.get_by_role("button", name="Did it").click()
    expect(page.get_by_text("Saved.")).to_be_visible()

    assert kept() == [("09:45", "yes")]
    assert page.evaluate("Notification.asked") == 0


@pytest.mark.parametrize(("permission", "rings"), [("granted", ["Time for a minute: Hip circles"]), ("denied", [])])
def test_a_notification_only_where_it_is_allowed(
    desk: BrowserContext, live_server: LiveServer, permission: str, rings: list[str]
) -> None:
    page = opened(desk, live_server.url, permission=permission)
    page.clock.run_for("45:01")
    expect(page.get_by_role("button", name="Start the minute")).to_be_visible()

    assert [line.lower() for line in page.evaluate("window.rung")] == [line.lower() for line in rings]


def test_permission_is_asked_on_a_tap_alone(desk: BrowserContext, live_server: LiveServer) -> None:
    page = opened(desk, live_server.url)
    page.get_by_text("Silence, sound, notification").click()
    page.get_by_role("button", name="Let the browser notify me").click()
    expect(page.get_by_role("button", name="Let the browser notify me")).to_be_hidden()

    assert page.evaluate("Notification.asked") == 1


def test_two_windows_do_not_ring_twice_and_an_answer_holds_in_both(desk: BrowserContext, live_server: LiveServer) -> None:
    one = opened(desk, live_server.url, permission="granted")
    other = opened(desk, live_server.url, permission="granted")
    one.clock.run_for("45:01")  # the clock is the browser's: both go on
    for page in (one, other):
        expect(page.get_by_role("button", name="Start the minute")).to_be_visible()
    assert len(one.evaluate("window.rung")) + len(other.evaluate("window.rung")) == 1

    other.get_by_role("button", name="Not now").click()
    expect(one.get_by_role("button", name="Start the minute")).to_be_hidden()
    assert kept() == [("09:45", "no")]


def test_after_a_sleep_nothing_is_due_at_once(desk: BrowserContext, live_server: LiveServer) -> None:
    """The lid was closed over a break: it is over, and the next one keeps its time."""
    page = opened(desk, live_server.url)
    page.clock.run_for("10:00")
    page.clock.set_system_time(datetime(2026, 11, 25, 9, 46, tzinfo=UTC))
    page.clock.run_for("00:02")

    expect(page.get_by_role("button", name="Start the minute")).to_be_hidden()
    expect(page.locator("[data-part=at]")).to_have_text("10:30")
    assert kept() == []


def test_a_new_day_brings_its_own_page(desk: BrowserContext, live_server: LiveServer) -> None:
    """What the plan has changed since stands in it; where nothing answers, the window stays."""
    page = opened(desk, live_server.url)
    page.clock.set_system_time(datetime(2026, 11, 26, 7, 0, tzinfo=UTC))
    with page.expect_navigation():
        page.clock.run_for("12:00")

    expect(page.get_by_role("heading", name="One-minute breaks")).to_be_visible()


def test_what_is_not_kept_is_not_called_kept(desk: BrowserContext, live_server: LiveServer) -> None:
    page = opened(desk, live_server.url)
    page.clock.run_for("45:01")
    page.route("**/breaks/told/", lambda route: route.abort())
    page.get_by_role("button", name="Did it").click()

    expect(page.get_by_text("Not kept")).to_be_visible()
    assert kept() == []


def test_without_scripts_it_is_a_list(chromium: Browser, live_server: LiveServer, person: None) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{live_server.url}/breaks/")
    page.get_by_role("button", name="Done").first.click()

    assert kept() == [("09:45", "yes")]
    expect(page.get_by_role("button", name="Start the minute")).to_be_hidden()
    context.close()


BADGE = """window.badges = [];
navigator.setAppBadge = async (count) => { window.badges.push(count); };
navigator.clearAppBadge = async () => { window.badges.push(0); };"""
AWAY = """window.IdleDetector = class extends EventTarget { static asked = 0;
static async requestPermission() { this.asked += 1; return 'granted'; }
userState = 'active'; screenState = 'unlocked';
async start() { window.detector = this; }
is(state, screen = 'unlocked') { [this.userState, this.screenState] = [state, screen];
this.dispatchEvent(new Event('change')); } };"""


def test_a_meeting_is_left_alone_also_after_the_page_was_opened_anew(desk: BrowserContext, live_server: LiveServer) -> None:
    """Silence until eleven: two breaks fall into it, nothing is made up for, and the next one keeps its time."""
    page = opened(desk, live_server.url, permission="granted")
    page.get_by_text("Silence, sound, notification").click()
    page.get_by_label("Silence until").fill("11:00")
    with page.expect_response("**/breaks/choose/"):
        page.get_by_role("button", name="Silence until then").click()
    page.clock.run_for("05:00")
    page.reload()
    page.clock.run_for("01:50:00")

    assert page.evaluate("window.rung") == []
    expect(page.locator("[data-part=at]")).to_have_text("11:15")
    page.clock.run_for("25:00")
    assert page.evaluate("window.rung") != []


def test_the_installed_app_carries_a_mark_while_a_break_is_due(desk: BrowserContext, live_server: LiveServer) -> None:
    """It goes with the answer."""
    desk.add_init_script(BADGE)
    page = opened(desk, live_server.url)
    page.clock.run_for("45:01")
    page.get_by_role("button", name="Not now").click()
    assert page.evaluate("window.badges") == [1, 0]


def test_an_absence_is_noticed_only_where_it_was_asked_for(desk: BrowserContext, live_server: LiveServer) -> None:
    """Nobody is asked unasked; who was away for five minutes has had a break, and nothing is due at once."""
    desk.add_init_script(AWAY)
    page = opened(desk, live_server.url)
    assert page.evaluate("[IdleDetector.asked, window.detector]") == [0, None]
    page.get_by_text("Silence, sound, notification").click()
    with page.expect_response("**/breaks/choose/"):
        page.get_by_role("button", name="Notice when I am away").click()
    expect(page.get_by_role("button", name="Notice when I am away")).to_have_attribute("aria-pressed", "true")

    page.clock.run_for("44:00")
    page.evaluate("window.detector.is('idle')")
    page.clock.run_for("10:00")  # the break of 9:45 falls into it
    page.evaluate("window.detector.is('active')")
    page.clock.run_for("05:00")
    expect(page.get_by_role("button", name="Start the minute")).to_be_hidden()
    expect(page.locator("[data-part=at]")).to_have_text("10:30")
    assert kept() == []


def test_what_was_chosen_holds_in_the_next_window(desk: BrowserContext, live_server: LiveServer) -> None:
    """The sound that was wanted once is wanted again."""
    page = opened(desk, live_server.url)
    page.get_by_text("Silence, sound, notification").click()
    with page.expect_response("**/breaks/choose/"):
        page.get_by_role("button", name="A quiet sound").click()
    other = opened(desk, live_server.url)
    other.get_by_text("Silence, sound, notification").click()
    expect(other.get_by_role("button", name="A quiet sound")).to_have_attribute("aria-pressed", "true")


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(
    ("width", "height", "zoomed"),
    [(360, 640, False), (844, 390, False), (667, 375, False), (390, 844, True), (1280, 800, True)],
)
def test_the_answers_are_in_sight_on_any_screen(
    chromium: Browser, live_server: LiveServer, width: int, height: int, zoomed: bool
) -> None:
    """Upright, on its side, at twice the text: nothing is wider than the screen, and what is due can be answered."""
    context = chromium.new_context(viewport={"width": width, "height": height}, timezone_id="UTC", reduced_motion="reduce")
    page = opened(context, live_server.url)
    if zoomed:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.clock.run_for("45:01")
    expect(page.get_by_role("button", name="Did it")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
