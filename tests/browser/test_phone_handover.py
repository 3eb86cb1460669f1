"""Handing over to a therapist without a server: sealed on one phone, read on another that has its own plan."""

import json
import re
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from browser.conftest import CHROMIUM, FLAGS
from browser.phone_home import FOLDER, Host, go, open_phone, pages, start, wait_for_mark
from browser.test_phone import everything, host, phone
from intake_by_touch import answer_everything
from playwright.sync_api import BrowserContext, Frame, Page, Playwright, expect

__all__ = ["host", "phone"]  # fixtures
pytestmark = [pytest.mark.browser, pytest.mark.slow]
NOTE = "after the stairs"


def log_a_note(frame: Frame) -> None:
    frame.evaluate(
        """async ([folder, note]) => {
          const entry = { on: new Date().toISOString().slice(0, 10), pain: { before: 4 }, note };
          const body = JSON.stringify({ key: "hand-over-test-1", kind: "log", entry });
          const headers = { "Content-Type": "application/json", "X-CSRFToken": "" };
          const answer = await fetch(folder + "api/session-log/", { method: "POST", headers, body });
          if (!answer.ok) throw new Error(await answer.text());
        }""",
        [FOLDER, NOTE],
    )


def hand_over(frame: Frame, page: Page, folder: Path) -> tuple[Path, str, str]:
    """The file, the link with its key, and the link with everything."""
    go(frame, "hand-over/")
    frame.get_by_role("button", name="Seal it").click()
    expect(frame.get_by_role("img", name="The key as a code")).to_be_visible()
    with page.expect_download() as coming:
        frame.get_by_role("link", name="Save the file").click()
    saved = folder / "psoas-handover.jwe"
    coming.value.save_as(saved)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    links = []
    for name in ("Copy the key", "Copy the link"):
        frame.get_by_role("button", name=name).click()
        expect(frame.locator("[data-part=says]")).to_have_text("Copied.")
        links.append(frame.evaluate("navigator.clipboard.readText()"))
    return saved, links[0], links[1]


def key_only(*, until: int) -> str:
    """A link with a key that opens nothing."""
    told = {"url": "psoas-handover.jwe", "flag": "U", "key": "A" * 43, "exp": until}
    return "shlink:/" + urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()


def read_visit(page: Page) -> None:
    """Summary, plan and diary, by the ways above the pages; nothing in them can be sent."""
    wait_for_mark(page, "first page")
    frame = pages(page)
    expect(frame.get_by_text("You can change nothing")).to_be_visible()
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Summary")
    frame.get_by_role("link", name="Diary", exact=True).click()
    expect(frame.locator("#days").get_by_text(NOTE)).to_be_visible()
    frame.get_by_role("link", name="Plan", exact=True).click()
    frame.wait_for_url("**/plan/")
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    assert frame.locator("button:visible, form:visible").count() == 0
    assert "shlink" not in page.url
    sent = frame.evaluate("fetch(location.href, { method: 'POST', body: '' }).then((a) => a.status, () => 'refused')")
    assert sent in {405, "refused"}
    assert frame.evaluate("document.querySelector('script[src]') === null || !globalThis.htmx")


def test_what_is_sealed_on_one_phone_is_read_on_another_and_mixes_with_nothing(
    phone: BrowserContext, host: Host, playwright: Playwright, tmp_path: Path
) -> None:
    """The opener's own record is the same before and after; nothing of the visit is left in their browser."""
    page = phone.pages[0]
    frame = start(page, host.address)
    answer_everything(frame)
    log_a_note(frame)
    file, key, link = hand_over(frame, page, tmp_path)
    assert NOTE not in file.read_text()
    assert key.startswith(f"{host.address}#shlink:/")
    phone.close()

    therapist = open_phone(playwright, tmp_path / "therapist", chromium=CHROMIUM, flags=FLAGS)
    own = therapist.pages[0]
    start(own, host.address)
    before = everything(pages(own))
    visit = therapist.new_page()
    visit.goto(key)
    visit.get_by_label("The file").set_input_files(file)
    visit.get_by_role("button", name="Open it").click()
    read_visit(visit)
    visit.close()
    assert everything(pages(own)) == before
    assert own.evaluate("caches.open('psoas-last').then((held) => held.keys()).then((found) => found.length)") <= 1
    go(pages(own), "welcome/")
    expect(pages(own).get_by_role("heading", level=1)).to_be_visible()

    visit = therapist.new_page()
    visit.goto(link)
    read_visit(visit)
    visit.reload()
    expect(visit.locator("#says")).to_contain_text("This visit is over")
    visit.close()

    own.bring_to_front()
    pages(own).get_by_role("button", name="I have a saved file").click()
    for words in ("A" * 43, key.partition("#")[2]):
        own.get_by_label("The saved file").set_input_files(file)
        own.get_by_label("Its passphrase or key").fill(words)
        own.get_by_role("button", name="Open it").click()
        if words.startswith("A"):
            expect(own.locator("#keeping-says")).to_contain_text("does not open")
    expect(own.get_by_role("button", name="End this visit")).to_be_visible()
    read_visit(own)
    own.get_by_role("button", name="End this visit").click()
    expect(own).to_have_url(re.compile(r"#welcome/$"))
    wait_for_mark(own, "first page")
    assert everything(pages(own)) == before
    therapist.close()


def test_a_hand_over_that_does_not_open_says_why(phone: BrowserContext, host: Host, tmp_path: Path) -> None:
    """A link that was cut, one that has ended, a file with another key."""
    page = phone.pages[0]
    page.goto(f"{host.address}#shlink:/eyJ1cmwi")
    expect(page.locator("#says")).to_contain_text("some programs cut long links")

    page.goto("about:blank")
    page.goto(f"{host.address}#{key_only(until=1)}")
    expect(page.locator("#says")).to_contain_text("has ended")

    page.goto("about:blank")
    page.goto(f"{host.address}#{key_only(until=4_000_000_000)}")
    file = tmp_path / "other.jwe"
    file.write_text("a..b.c.d")
    page.get_by_label("The file").set_input_files(file)
    page.get_by_role("button", name="Open it").click()
    expect(page.locator("#says")).to_contain_text("It does not open")
