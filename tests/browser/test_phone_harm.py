"""What must not cost the person anything: killed tabs, full storage, storage denied, an older database."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from browser.conftest import CHROMIUM, FLAGS
from browser.phone_home import FOLDER, SITE, Host, go, open_phone, pages, renderers, start, wait_for_mark
from browser.test_phone import everything, host, phone
from intake_by_touch import answer_everything
from playwright.sync_api import BrowserContext, Page, Playwright, expect

__all__ = ["host", "phone"]  # fixtures
pytestmark = [pytest.mark.browser, pytest.mark.slow]
KILLS = int(os.environ.get("PSOAS_KILLS", "10"))
POSTS = """async ([folder, life, most]) => {
  for (let number = 0; number < most; number += 1) {
    const on = new Date(Date.now() - (life * most + number + 1) * 86400000).toISOString().slice(0, 10);
    const entry = { on, note: `kept-${life}-${number}` };
    const body = JSON.stringify({ key: `life-${life}-entry-${number}`, kind: "log", entry });
    const headers = { "Content-Type": "application/json", "X-CSRFToken": "" };
    const answer = await fetch(folder + "api/session-log/", { method: "POST", headers, body });
    if (answer.ok) console.info(`ack kept-${life}-${number}`);
    else console.info(`refused ${answer.status} ${await answer.text()}`);
  }
}"""


def test_ten_kills_during_writes_lose_nothing_acknowledged_and_double_nothing(
    phone: BrowserContext, host: Host, tmp_path: Path
) -> None:
    """The renderer, with the worker in it, is killed at any moment of a stream of entries."""
    rng = random.Random(7)
    acknowledged: set[str] = set()
    for life in range(KILLS):
        page = phone.new_page()
        page.on("console", lambda told: acknowledged.add(told.text[4:]) if told.text.startswith("ack ") else None)
        frame = start(page, host.address)
        go(frame, "settings/")
        frame.evaluate(f"void ({POSTS})([{FOLDER!r}, {life}, 60])")
        page.wait_for_timeout(rng.randint(50, 2500))
        for process in renderers(tmp_path / "profile"):
            os.kill(process, signal.SIGKILL)
        page.close()
    page = phone.new_page()
    notes = [entry.get("note") for entry in everything(start(page, host.address))["diary"]["entries"]]  # type: ignore[index]  # a document

    assert len(acknowledged) > KILLS
    assert acknowledged <= set(notes)
    assert len(notes) == len(set(notes))


def test_a_full_device_says_what_is_not_kept_and_keeps_the_rest(phone: BrowserContext, host: Host) -> None:
    """And works again once there is room."""
    page = phone.pages[0]
    frame = start(page, host.address)
    go(frame, "settings/")
    session = phone.new_cdp_session(page)
    origin = host.address.removesuffix(FOLDER)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
    send = """(theme) => fetch(location.href).then((a) => a.text()).then((text) => {
      const form = new DOMParser().parseFromString(text, "text/html").querySelector("form[method=post]");
      const data = new FormData(form);
      data.set("theme", theme);
      return fetch(location.href, { method: "POST", body: data }).then(async (a) => [a.status, await a.text()]);
    })"""
    status, says = frame.evaluate(send, "dark")
    assert status == 507
    assert "not kept; everything before it is" in says
    assert 'data-theme="dark"' not in frame.evaluate("fetch(location.href).then((a) => a.text())")

    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    status, says = frame.evaluate(send, "dark")
    assert status == 200
    assert 'data-theme="dark"' in says


def test_a_device_with_little_room_is_told_before_anything_is_entered(phone: BrowserContext, host: Host) -> None:
    """Words above the page, and the page works; they stay until they are read."""
    phone.add_init_script("navigator.storage.estimate = () => Promise.resolve({ quota: 150e6, usage: 130e6 })")
    page = phone.pages[0]
    page.goto(host.address)
    expect(page.locator("#offer")).to_contain_text("little room left")
    wait_for_mark(page, "first page")
    page.locator("#offer").get_by_role("button").first.click()
    expect(page.locator("#offer")).not_to_contain_text("little room left")


def test_a_browser_that_may_clear_what_is_kept_says_so_once_there_is_a_plan(phone: BrowserContext, host: Host) -> None:
    """Asked to keep it, it said no: that comes before whatever else was offered, and then a saved file is."""
    page = phone.pages[0]
    phone.add_init_script("navigator.storage.persist = () => Promise.resolve(false)")
    frame = start(page, host.address)
    answer_everything(frame)
    go(frame, "")
    expect(page.locator("#offer")).to_contain_text("may clear what Psoas keeps")
    page.locator("#offer").get_by_role("button", name="I have read it").click()
    expect(page.locator("#offer")).to_contain_text("this device alone")


def test_deleting_everything_without_a_network_leaves_a_coach_that_starts(phone: BrowserContext, host: Host) -> None:
    """What the person told goes, the last Today too; the files that Psoas is made of stay."""
    page = phone.pages[0]
    frame = start(page, host.address)
    wait_for_mark(page, "whole")
    host.switch_off()
    answer_everything(frame)
    go(frame, "")
    go(frame, "settings/delete/")
    frame.locator("form[method=post] input[type=checkbox]").check(force=True)
    frame.get_by_role("button", name="Delete everything").click()
    expect(frame.get_by_role("heading", name="Everything is deleted")).to_be_visible()
    frame.get_by_role("link", name="Start again").click()
    frame.wait_for_url("**/welcome/")

    page.goto("about:blank")
    frame = start(page, host.address)
    expect(page).to_have_title("Welcome · Psoas")
    assert everything(frame)["plans"] == []
    assert page.evaluate("caches.open('psoas-last').then((held) => held.keys()).then((found) => found.length)") == 0


def test_a_private_window_works_and_forgets_nothing_while_it_is_open(playwright: Playwright, host: Host) -> None:
    """Its storage ends with it; whether it may be used at all is the browser's to say."""
    browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    frame = start(page, host.address)
    go(frame, "settings/")
    frame.locator("input[name=theme][value=dark]").check(force=True)
    frame.locator("form[method=post] button[type=submit]").first.click()
    expect(frame.locator("html[data-theme=dark]")).to_have_count(1)
    page.reload()
    wait_for_mark(page, "first page")
    assert 'data-theme="dark"' in pages(page).content()
    browser.close()


def test_a_browser_that_keeps_nothing_is_told_before_anything_is_entered(
    playwright: Playwright, host: Host, tmp_path: Path
) -> None:
    """Site data blocked, as in some private windows."""
    preferences = tmp_path / "denied/Default/Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    denied = open_phone(playwright, tmp_path / "denied", chromium=CHROMIUM, flags=FLAGS)
    page = denied.pages[0]
    page.goto(host.address)

    expect(page.locator("#says")).to_contain_text("keeps nothing for Psoas")
    expect(page.locator("#pages")).to_be_hidden()
    denied.close()


def framed(content: bytes, counter: int) -> bytes:
    """As the store writes it; its own test holds the two together."""
    head = b"psoasdb1" + counter.to_bytes(8) + len(content).to_bytes(8)
    return head + sha256(head + content).digest() + content


def put_on_the_device(page: Page, host: Host, content: bytes) -> None:
    """As an earlier release of the store left it."""
    page.goto(f"{host.address}pages/about.html")
    page.evaluate(
        """async (held) => {
          const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("psoas", { create: true });
          const file = await (await folder.getFileHandle("two", { create: true })).createWritable();
          await file.write(Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0)));
          await file.close();
        }""",
        b64encode(framed(content, 3)).decode(),
    )


def on_the_device(page: Page, host: Host, name: str) -> bytes:
    """One of the store's files, frame and all."""
    page.goto(f"{host.address}pages/about.html")
    return bytes(
        page.evaluate(
            """async (name) => {
              const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("psoas");
              return [...new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())];
            }""",
            name,
        )
    )


def test_an_older_database_is_copied_and_then_brought_up_to_this_release(
    phone: BrowserContext, host: Host, tmp_path: Path
) -> None:
    """What was on record is there; the copy is the old file, byte for byte."""
    old = _older_database(tmp_path)
    page = phone.pages[0]
    put_on_the_device(page, host, old)
    frame = start(page, host.address)
    assert 'data-theme="dark"' in frame.content()
    page.close()

    assert on_the_device(phone.new_page(), host, "before")[56:] == old


HANGS_AFTER_HALF = """
const held = FileSystemSyncAccessHandle.prototype.write;
let writes = 0;
FileSystemSyncAccessHandle.prototype.write = function (bytes, where) {
  if (++writes < 2) return held.call(this, bytes, where);
  held.call(this, bytes.subarray(0, bytes.length / 2), where);
  this.flush();
  postMessage({ kind: "step", part: 1, says: "half written" });
  for (;;);
};
"""
"""The first write is the copy, the second the database with its new tables."""


def test_a_tab_killed_while_tables_change_leaves_the_old_database_whole(
    phone: BrowserContext, host: Host, tmp_path: Path
) -> None:
    """Half of the new one is on the disk when the tab dies; the next start begins again from the old one and comes through."""
    old = _older_database(tmp_path)
    site = tmp_path / "site"
    shutil.copytree(SITE, site)
    for worker in (site / "assets").glob("worker-*.js"):
        worker.write_text(HANGS_AFTER_HALF + worker.read_text("utf-8"), "utf-8")
    host.site = site
    page = phone.pages[0]
    put_on_the_device(page, host, old)
    page.goto(host.address)
    wait_for_mark(page, "half written")
    for process in renderers(tmp_path / "profile"):
        os.kill(process, signal.SIGKILL)
    page.close()

    page = phone.new_page()
    assert on_the_device(page, host, "two") == framed(old, 3)
    host.site = SITE
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    phone.new_cdp_session(page).send("Network.clearBrowserCache")
    assert 'data-theme="dark"' in start(page, host.address).content()


def test_a_database_of_a_newer_release_is_left_alone_and_told_of(phone: BrowserContext, host: Host, tmp_path: Path) -> None:
    """An older release, which a host may have gone back to, does not touch it."""
    newer = _database(tmp_path, LATER)
    page = phone.pages[0]
    put_on_the_device(page, host, newer)
    page.goto(host.address)
    expect(page.locator("#says")).to_contain_text("A newer release of Psoas wrote")
    expect(page.locator("#pages")).to_be_hidden()
    page.close()

    assert on_the_device(phone.new_page(), host, "two") == framed(newer, 3)


OLDER = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from psoas.records import actions
actions.keep_setting(name="theme", value="dark")
call_command("migrate", "records", "0001", verbosity=0)
"""
LATER = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.db.migrations.recorder import MigrationRecorder
from django.db import connection
MigrationRecorder(connection).record_applied("records", "9999_of_a_later_release")
"""


def _older_database(folder: Path) -> bytes:
    """The tables of the first release, with a setting."""
    return _database(folder, OLDER)


def _database(folder: Path, script: str) -> bytes:
    environment = {**os.environ, "PSOAS_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "psoas.browser.settings"}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
    return (folder / "psoas.sqlite3").read_bytes()
