"""A session without a network: it goes on, it waits, and it arrives exactly once."""

import json
from collections.abc import Callable

import pytest
from example_records import seed
from player_actions import entries, open_player, phase, press, rows, tap, wait
from playwright.sync_api import BrowserContext, Page, Route, expect

from psoas.records import erasure
from psoas.records.models import Beginning
from psoas.web import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOG = "**/api/session-log/"
HALF_AN_HOUR_S = 1_800


@pytest.fixture(autouse=True)
def _seeded(transactional_db: None) -> None:
    seed(on=clock.today())


def test_a_network_cut_in_mid_session_costs_nothing(page: Page, context: BrowserContext, base: str) -> None:
    """The session goes on, says that it waits, and arrives once when the network is back."""
    open_player(page, base)
    press(page, "go")
    wait(page, 30)
    context.set_offline(True)
    wait(page, 210)
    finish(page, after=3)
    expect(page.locator("[data-part=waits]")).to_be_visible()
    assert rows() == 0

    context.set_offline(False)
    arrived(page, 1)

    (entry,) = entries()
    assert (entry.pain.after, len(entry.exercises)) == (3, 4)


def test_an_answer_that_is_lost_makes_no_second_row(page: Page, base: str) -> None:
    """The server has it, the browser does not know: it sends again, and the key is known."""
    posts = []

    def lose(route: Route) -> None:
        posts.append(route.request.post_data)
        route.fetch()
        route.abort()

    open_player(page, base)
    play_through(page)
    page.route(LOG, lose, times=1)
    finish(page, after=1)
    expect(page.locator("[data-part=waits]")).to_be_visible()
    page.unroute(LOG)
    with page.expect_response(LOG) as again:
        comes_back(page)

    assert (len(posts), again.value.status, rows()) == (1, 200, 1)


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_server_in_trouble_is_asked_again(page: Page, base: str, status: int) -> None:
    """Kept after these, and delivered when the trouble is over."""
    open_player(page, base)
    play_through(page)
    page.route(LOG, lambda route: route.fulfill(status=status))
    finish(page, after=1)
    expect(page.locator("[data-part=waits]")).to_be_visible()
    assert len(parcels(page)) == 1
    page.unroute(LOG)
    comes_back(page)

    arrived(page, 1)


def test_what_is_refused_is_kept_shown_and_not_sent_again(page: Page, base: str) -> None:
    """A refusal is no reason to throw away what somebody did."""
    posts = []
    open_player(page, base)
    play_through(page)
    page.route(LOG, refuse(posts))
    finish(page, after=1)
    expect(page.locator("[data-part=refused]")).to_contain_text("not today")
    comes_back(page)
    page.goto(f"{base}/offline/")

    expect(page.locator("outbox-status")).to_contain_text("not today")
    assert (len(posts), parcels(page)[0]["refused"]) == (1, "not today")


def test_a_page_that_is_gone_comes_back_where_it_stood(page: Page, context: BrowserContext, base: str) -> None:
    """Killed in the middle of a set: the next page waits at the same set, and one entry is made of both."""
    open_player(page, base)
    press(page, "go")
    wait(page, 45)
    shown = page.locator("[data-part=name]").inner_text(), page.locator("[data-part=side]").inner_text()
    page.close()
    again = context.new_page()
    open_player(again, base)
    assert phase(again) == "paused"
    assert (again.locator("[data-part=name]").inner_text(), again.locator("[data-part=side]").inner_text()) == shown
    play_through(again)
    finish(again, after=2)
    again.wait_for_url(f"{base}/")

    (entry,) = entries()
    assert len(entry.exercises) == 4


def test_a_finished_session_nobody_answered_for_still_arrives(page: Page, context: BrowserContext, base: str) -> None:
    """The page is gone before the last tap. Half an hour later any page delivers it, without the answer."""
    open_player(page, base)
    play_through(page)
    expect(page.locator("[data-part=well]")).to_be_visible()
    page.wait_for_timeout(200)
    page.close()
    other = context.new_page()
    other.clock.install()
    other.goto(f"{base}/offline/")
    assert rows() == 0
    wait(other, HALF_AN_HOUR_S + 300)
    comes_back(other)
    arrived(other, 1)

    (entry,) = entries()
    assert (entry.pain, len(entry.exercises)) == (None, 4)


def test_the_answer_after_a_delivered_draft_adds_no_second_session(page: Page, context: BrowserContext, base: str) -> None:
    """Somebody taps an hour later: the pain is added, the exercises are not counted twice."""
    open_player(page, base)
    play_through(page)
    expect(page.locator("[data-part=well]")).to_be_visible()
    wait(page, HALF_AN_HOUR_S + 60)
    comes_back(page)
    arrived(page, 1)
    finish(page, after=4)
    page.wait_for_url(f"{base}/")

    (entry,) = entries()
    assert (entry.pain.after, len(entry.exercises), rows()) == (4, 4, 2)


def test_two_tabs_deliver_once(page: Page, context: BrowserContext, base: str) -> None:
    """Both wake up at the same moment; the lock and the key leave one row."""
    open_player(page, base)
    play_through(page)
    context.set_offline(True)
    finish(page, after=1)
    expect(page.locator("[data-part=waits]")).to_be_visible()
    context.set_offline(False)
    other = context.new_page()
    other.goto(f"{base}/offline/")
    for tab in (page, other):
        comes_back(tab)
    arrived(page, 1)
    page.wait_for_timeout(300)

    assert rows() == 1


def test_the_player_opens_without_a_network(page: Page, context: BrowserContext, base: str) -> None:
    """Seen once, it can be opened, played and finished with the server out of reach."""
    open_player(page, base, frozen=False)
    keeps(page)
    context.set_offline(True)
    page.clock.install()
    page.reload()
    play_through(page)
    finish(page, after=0)
    expect(page.locator("[data-part=waits]")).to_be_visible()
    context.set_offline(False)
    wait(page, 61)
    arrived(page, 1)

    assert entries()[0].pain.after == 0


def test_any_other_page_without_a_network_says_what_still_works(page: Page, context: BrowserContext, base: str) -> None:
    """Not the browser's own error page."""
    open_player(page, base, frozen=False)
    keeps(page)
    context.set_offline(True)
    page.goto(f"{base}/progress/")

    expect(page.get_by_role("heading", level=1)).to_have_text("This page is out of reach just now")


def test_delete_everything_leaves_nothing_in_the_browser(page: Page, context: BrowserContext, base: str) -> None:
    """Kept pages, waiting entries and half-done sessions all go; the shell, which knows nobody, may stay."""
    open_player(page, base, frozen=False)
    keeps(page)
    press(page, "go")
    page.evaluate("() => document.body.append(document.createElement('forget-device'))")
    page.wait_for_timeout(600)

    assert parcels(page) == []
    assert page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('psoas-player'))") == []
    assert page.evaluate("async () => (await (await caches.open('psoas-pages')).keys()).length") == 0


def test_a_browser_that_may_clear_what_waits_says_so(page: Page, context: BrowserContext, base: str) -> None:
    """It was asked to keep it and said no: kept for now, and not promised for ever."""
    page.add_init_script("navigator.storage.persisted = async () => false; navigator.storage.persist = async () => false;")
    open_player(page, base, frozen=False)
    keeps(page)
    page.clock.install()
    page.reload()
    play_through(page)
    context.set_offline(True)
    finish(page, after=1)
    expect(page.locator("[data-part=waits]")).to_be_visible()
    page.goto(f"{base}/offline/")

    expect(page.locator("outbox-status")).to_contain_text("may clear what waits")


def test_what_a_second_browser_keeps_goes_after_everything_was_deleted_in_the_first(
    page: Page, context: BrowserContext, base: str
) -> None:
    """It was away meanwhile; the first page that it opens again empties it."""
    Beginning.objects.create(mark="a" * 32, number=0)  # emptying the tables between tests took that of the first start
    open_player(page, base, frozen=False)
    keeps(page)
    erasure.delete_everything()
    page.goto(f"{base}/welcome/")
    kept = "async () => (await (await caches.open('psoas-pages')).keys()).map((one) => one.url)"
    for _ in range(60):
        if page.evaluate(kept) == []:
            break
        page.wait_for_timeout(100)

    assert page.evaluate(kept) == []
    assert page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('psoas-player'))") == []


def test_nothing_leaves_this_machine(page: Page, base: str) -> None:
    """Every request of a whole session goes to the address it came from."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    open_player(page, base)
    play_through(page)
    finish(page, after=1)
    page.wait_for_url(f"{base}/")

    assert {url.split("/")[2] for url in asked if not url.startswith(("data:", "blob:"))} == {base.split("/")[2]}


BROKEN_STORES = {
    "it does not open": "indexedDB.open = () => { const asked = new EventTarget();"
    " queueMicrotask(() => queueMicrotask(() => asked.onerror?.())); return asked; };",
    "it throws": "indexedDB.open = () => { throw new DOMException('closed', 'SecurityError'); };",
    "it is taken back": "const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...what) {"
    " const asked = put.apply(this, what); this.transaction.abort(); return asked; };",
    "it forgets": "IDBObjectStore.prototype.put = function () { return this.get('nothing'); };",
}


@pytest.mark.parametrize("how", BROKEN_STORES)
def test_where_nothing_can_be_stored_the_entry_is_posted_at_once(page: Page, base: str, how: str) -> None:
    """Private windows, full disks, blocked storage: the server has it, once, and nothing else is promised."""
    page.add_init_script(BROKEN_STORES[how])
    open_player(page, base)
    play_through(page)
    finish(page, after=3)
    page.wait_for_url(f"{base}/")

    (entry,) = entries()
    assert (entry.pain.after, len(entry.exercises), rows()) == (3, 4, 1)


@pytest.mark.parametrize("how", BROKEN_STORES)
def test_where_neither_works_the_page_says_that_it_is_not_kept(page: Page, base: str, how: str) -> None:
    """Never "kept on this device" of what does not lie there; and Done can be pressed again."""
    page.add_init_script(BROKEN_STORES[how])
    open_player(page, base)
    play_through(page)
    page.route(LOG, lambda route: route.abort())
    finish(page, after=3)
    expect(page.locator("[data-part=lost]")).to_be_visible()
    expect(page.locator("[data-part=waits]")).to_be_hidden()
    page.unroute(LOG)
    page.get_by_role("button", name="Done").click()
    page.wait_for_url(f"{base}/")

    assert (entries()[0].pain.after, rows()) == (3, 1)


def play_through(page: Page) -> None:
    press(page, "go")
    wait(page, 240)


def finish(page: Page, *, after: int) -> None:
    tap(page, "after", after)
    page.get_by_role("button", name="Done").click()


def comes_back(page: Page) -> None:
    """The browser says that there is a network."""
    page.evaluate("() => { window.dispatchEvent(new Event('online')); }")


def arrived(page: Page, expected: int) -> None:
    """Wait until the outbox is empty and the rows are there."""
    for _ in range(60):
        if rows() >= expected and not parcels(page):
            break
        page.wait_for_timeout(100)
    assert rows() == expected


def keeps(page: Page) -> None:
    """Wait until the service worker has kept this page."""
    asked = "async (path) => Boolean(await caches.match(path)) && Boolean(await caches.match('/static/built/page-player.js'))"
    for _ in range(60):
        if page.evaluate(asked, "/" + page.url.split("/", 3)[3]):
            return
        page.wait_for_timeout(100)
    raise AssertionError("the service worker kept nothing")


def parcels(page: Page) -> list[dict]:
    """What lies in the outbox."""
    return page.evaluate(
        """() => new Promise((done) => {
            const asked = indexedDB.open("psoas", 1);
            asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "key" });
            asked.onsuccess = () => {
                const all = asked.result.transaction("outbox").objectStore("outbox").getAll();
                all.onsuccess = () => { asked.result.close(); done(all.result); };
            };
        })"""
    )


def refuse(posts: list[str | None]) -> Callable[[Route], None]:
    def handle(route: Route) -> None:
        posts.append(route.request.post_data)
        route.fulfill(status=400, content_type="application/json", body=json.dumps({"error": "not today"}))

    return handle
