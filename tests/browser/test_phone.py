"""The phone edition's life: the way in, a session, a log and the next day, with the network gone after the first start."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.conftest import CHROMIUM, FLAGS
from browser.phone_home import FOLDER, SITE, Host, go, marks, move_clock, open_phone, pages, start, wait_for_mark
from intake_by_touch import answer_everything
from playwright.sync_api import BrowserContext, Frame, Page, Playwright, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"


@pytest.fixture
def host() -> Iterator[Host]:
    if not (SITE / "index.html").exists():
        pytest.skip("the site is not built: run `make site`")
    made = Host(SITE)
    yield made
    made.switch_off()


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[BrowserContext]:
    made = open_phone(playwright, tmp_path / "profile", chromium=CHROMIUM, flags=FLAGS)
    yield made
    made.close()


def everything(frame: Frame) -> dict[str, object]:
    """What a saved file holds."""
    read: dict[str, object] = json.loads(frame.evaluate(f"fetch({FOLDER!r} + 'settings/export/json/').then((a) => a.text())"))
    return read


def play_first(frame: Frame, page: Page) -> None:
    """The first session at the page's own clock, moved on."""
    frame.locator("input[name=before][value='3']").check(force=True)
    frame.locator("button[data-press=go]").click()
    for _ in range(60):
        page.clock.run_for(20_000)
        if frame.locator("[data-part=well]").is_visible():
            break
    frame.locator("input[name=after][value='2']").check(force=True)
    frame.get_by_role("button", name="Done").click()
    frame.wait_for_url(f"**{FOLDER}")


def test_a_first_day_and_the_next_with_the_network_cut_after_the_first_start(
    phone: BrowserContext, host: Host, playwright: Playwright, tmp_path: Path
) -> None:
    """Answers, first session, log, the next day's plan, relief, progress, a saved file; then the browser starts again."""
    outside: list[str] = []
    phone.on("request", lambda request: outside.append(request.url) if "localhost" not in request.url else None)
    page = phone.pages[0]
    frame = start(page, host.address)
    wait_for_mark(page, "whole")
    host.switch_off()

    answer_everything(frame)
    page.clock.install()
    frame.get_by_role("link", name="Start now").click()
    play_first(frame, page)
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    held = everything(frame)
    assert held["plans"][-1]["planner"]["solver"] == "highs"  # type: ignore[index]  # a document
    assert len(held["diary"]["entries"]) == 1  # type: ignore[index]  # as above

    move_clock(page, 1)
    go(frame, "plan/")
    go(frame, "")
    expect(frame.get_by_role("link", name="Start").first).to_be_visible()
    for path in ("plan/", "progress/", "progress/relief/", "log/", "library/", "picture/", "settings/"):
        go(frame, path)
        expect(frame.get_by_role("heading", level=1)).to_be_visible()
    phone.close()

    again = open_phone(playwright, tmp_path / "profile", chromium=CHROMIUM, flags=FLAGS)
    page = again.pages[0]
    page.goto(host.address)
    wait_for_mark(page, "last Today")
    expect(page.locator("#strip")).to_contain_text("As it was on")
    wait_for_mark(page, "first page")
    kept = everything(pages(page))
    again.close()

    assert kept["diary"] == held["diary"]
    assert outside == []


def test_address_title_focus_and_the_way_back_follow_the_frame(phone: BrowserContext, host: Host) -> None:
    """A deep link opens its page, a reload stays there, back goes back; the emergency page is there before Python."""
    page = phone.pages[0]
    frame = start(page, host.address)
    expect(page).to_have_title("Welcome · Psoas")
    frame.get_by_role("link", name="Emergency", exact=True).first.click()
    frame.wait_for_url("**/emergency/")
    expect(page).to_have_url(f"{host.address}#emergency/")
    assert page.evaluate("document.activeElement.id") == "pages"
    page.go_back()
    frame.wait_for_url("**/welcome/")

    page.goto(f"{host.address}library/glute-bridge/")
    wait_for_mark(page, "first page")
    expect(page).to_have_url(f"{host.address}#library/glute-bridge/")
    page.reload()
    wait_for_mark(page, "service worker")
    page.get_by_role("link", name="Emergency numbers").click()
    expect(page.get_by_text("I am in another country")).to_be_visible()
    assert "ready" not in marks(page)


def test_a_second_tab_says_so_and_can_take_over(phone: BrowserContext, host: Host) -> None:
    """The first closes its store before the second opens it."""
    first = phone.pages[0]
    start(first, host.address)
    second = phone.new_page()
    second.goto(host.address)
    expect(second.locator("#says")).to_contain_text("open in another tab")

    second.get_by_role("button", name="Use it here").click()
    expect(first.locator("#says")).to_contain_text("open in another tab")
    wait_for_mark(second, "first page")
    expect(pages(second).get_by_role("heading", level=1)).to_be_visible()


def test_a_release_waits_is_offered_and_takes_over_when_it_is_let(phone: BrowserContext, host: Host, tmp_path: Path) -> None:
    """Never while a session is open; the old one works until then."""
    page = phone.pages[0]
    frame = start(page, host.address)
    site = tmp_path / "site"
    shutil.copytree(SITE, site)
    router = site / "service-worker.js"
    router.write_text(
        router.read_text().replace('"version":"', '"version":"next-', 1).replace('version:"', 'version:"next-', 1)
    )
    host.site = site
    page.evaluate("navigator.serviceWorker.getRegistration().then((held) => held.update())")
    offer = page.locator("#offer", has_text="new release")
    expect(offer).to_be_visible()
    frame.get_by_role("link", name="Check that it is safe to start").click()
    frame.wait_for_url("**/together/now/")

    page.locator("#offer").get_by_role("button", name="Use it now").click()
    page.wait_for_timeout(1_000)
    wait_for_mark(page, "first page")
    expect(pages(page).get_by_role("heading", name="Is it safe to start?")).to_be_visible()
    assert [name for name in page.evaluate("caches.keys()") if name.startswith("psoas-next-")]


def test_a_sealed_file_is_saved_checked_and_brought_back_on_a_new_phone(
    phone: BrowserContext, host: Host, playwright: Playwright, tmp_path: Path
) -> None:
    """Checked by opening it; a wrong passphrase opens nothing; the new phone then holds the same."""
    page = phone.pages[0]
    frame = start(page, host.address)
    go(frame, "settings/")
    frame.locator("input[name=theme][value=dark]").check(force=True)
    frame.locator("form[method=post] button[type=submit]").first.click()
    expect(frame.locator("html[data-theme=dark]")).to_have_count(1)
    frame.get_by_role("button", name="Save a file of everything").click()
    page.get_by_label("Passphrase").fill("drei rote Äpfel")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save", exact=True).click()
    saved = tmp_path / "psoas-sealed.json"
    coming.value.save_as(saved)
    assert "sealed/1" in saved.read_text("utf-8")
    assert "export/1" not in saved.read_text("utf-8")
    page.get_by_label("The file").set_input_files(saved)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.get_by_role("heading", name="Checked")).to_be_visible()

    fresh = open_phone(playwright, tmp_path / "fresh", chromium=CHROMIUM, flags=FLAGS)
    page = fresh.pages[0]
    frame = start(page, host.address)
    frame.get_by_role("button", name="I have a saved file").click()
    for words, says in (("zwei rote Äpfel", "does not open"), ("drei rote Äpfel", "")):
        page.get_by_label("The saved file").set_input_files(saved)
        page.get_by_label("Its passphrase").fill(words)
        page.get_by_role("button", name="Open it").click()
        if says:
            expect(page.locator("#keeping-says")).to_contain_text(says)
    expect(frame.locator("html[data-theme=dark]")).to_have_count(1)
    fresh.close()


def test_shell_and_page_are_clean_for_axe(phone: BrowserContext, host: Host) -> None:
    """WCAG 2.2 AA, in the shell and in the frame."""
    page = phone.pages[0]
    frame = start(page, host.address)
    script = AXE.read_text("utf-8")
    for place in (page, frame):
        place.evaluate(script)
        found = place.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], iframes: false })")
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []
