"""Where entries lie when the usual place is missing, and a new release that comes at a bad moment."""

import shutil
from pathlib import Path

import pytest
from browser.conftest import CHROMIUM, FLAGS
from browser.phone_home import FOLDER, SITE, Host, go, marks, open_phone, pages, start
from browser.test_phone import host, phone
from intake_by_touch import answer_everything
from playwright.sync_api import BrowserContext, Frame, Playwright, expect

__all__ = ["host", "phone"]  # fixtures
pytestmark = [pytest.mark.browser, pytest.mark.slow]
NO_FILES = 'navigator.storage.getDirectory = () => Promise.reject(new Error("no private files here"));\n'

EVERY_PLACE = """async ([folder, starts]) => {
  const found = {};
  const places = [...starts];
  while (places.length > 0) {
    const place = places.shift().split("#")[0];
    if (place in found) continue;
    const answer = await fetch(folder + place);
    found[place] = answer.status;
    if (!answer.ok || !(answer.headers.get("Content-Type") ?? "").includes("html")) continue;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const link of page.querySelectorAll("a[href^='/']")) {
      const address = link.getAttribute("href");
      if (address.startsWith(folder)) places.push(address.slice(folder.length));
      else found[`${place} leads out of the site: ${address}`] = 599;
    }
  }
  return found;
}"""


def test_every_link_of_the_built_site_is_answered_inside_it(phone: BrowserContext, host: Host) -> None:
    """With a plan on record: no page fails, no link leads where a host of files alone could not follow."""
    frame = start(phone.pages[0], host.address)
    answer_everything(frame)
    found = frame.evaluate(
        EVERY_PLACE, [FOLDER, ["", "plan/", "breaks/", "learn/", "library/", "settings/", "hand-over/", "therapist/"]]
    )

    assert {place: status for place, status in found.items() if status >= 400} == {}
    assert len(found) > 200
    assert {"settings/export/json/", "settings/export/ics/", "therapist/record.fhir.json", "plan/print/"} <= set(found)


def choose_dark(frame: Frame) -> None:
    go(frame, "settings/")
    frame.locator("input[name=theme][value=dark]").check(force=True)
    frame.locator("form[method=post] button[type=submit]").first.click()
    expect(frame.locator("html[data-theme=dark]")).to_have_count(1)


def test_a_browser_without_private_files_keeps_everything_in_its_database(
    phone: BrowserContext, host: Host, playwright: Playwright, tmp_path: Path
) -> None:
    """The same two files by turns, in another place; it is there at the next start."""
    site = tmp_path / "site"
    shutil.copytree(SITE, site)
    for worker in (site / "assets").glob("worker-*.js"):
        worker.write_text(NO_FILES + worker.read_text("utf-8"), "utf-8")
    host.site = site
    page = phone.pages[0]
    frame = start(page, host.address)
    assert marks(page)["store"] == "database"
    choose_dark(frame)
    phone.close()

    again = open_phone(playwright, tmp_path / "profile", chromium=CHROMIUM, flags=FLAGS)
    page = again.pages[0]
    start(page, host.address)
    assert marks(page)["store"] == "database"
    expect(pages(page).locator("html[data-theme=dark]")).to_have_count(1)
    again.close()


def test_a_new_release_is_not_offered_while_a_session_is_open(phone: BrowserContext, host: Host, tmp_path: Path) -> None:
    """It waits, all of it on the device, and is offered on the next page that is no session."""
    page = phone.pages[0]
    frame = start(page, host.address)
    answer_everything(frame)
    frame.get_by_role("link", name="Start now").click()
    frame.wait_for_url("**/session/**")
    site = tmp_path / "site"
    shutil.copytree(SITE, site)
    router = site / "service-worker.js"
    router.write_text(router.read_text().replace('version:"', 'version:"next-', 1))
    host.site = site
    page.evaluate("navigator.serviceWorker.getRegistration().then((held) => held.update())")
    page.evaluate(
        """() => new Promise((done) => {
          const held = () => navigator.serviceWorker.getRegistration();
          const look = async () => ((await held()).waiting ? done(true) : setTimeout(look, 200));
          void look();
        })"""
    )
    expect(page.locator("#offer")).to_be_hidden()

    go(frame, "plan/")
    expect(page.locator("#offer")).to_contain_text("new release")
