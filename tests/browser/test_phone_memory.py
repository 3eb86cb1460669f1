"""The memory that makes the next start short: it is used, it tells of nobody, and nothing depends on it."""

from pathlib import Path

import pytest
from browser.conftest import CHROMIUM, FLAGS
from browser.phone_home import FOLDER, Host, go, marks, open_phone, pages, start, wait_for_mark
from browser.test_phone import host, phone
from playwright.sync_api import BrowserContext, Playwright, expect

__all__ = ["host", "phone"]  # fixtures
pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRET = "the old bicycle"
ENTER = """async ([folder, note]) => {
  const entry = { on: new Date().toISOString().slice(0, 10), note };
  const body = JSON.stringify({ key: "memory-test-1", kind: "log", entry });
  const headers = { "Content-Type": "application/json", "X-CSRFToken": "" };
  const answer = await fetch(folder + "api/session-log/", { method: "POST", headers, body });
  if (!answer.ok) throw new Error(String(answer.status));
}"""
KEPT = """async () => {
  const held = await caches.open("psoas-memory");
  const [request] = await held.keys();
  return request ? new Uint8Array(await (await held.match(request)).arrayBuffer()) : null;
}"""
HOLDS = f"""(words) => ({KEPT})().then((memory) => {{
  const wanted = new TextEncoder().encode(words);
  return memory.some((byte, at) => byte === wanted[0] && wanted.every((letter, step) => memory[at + step] === letter));
}})"""
WAIT = """() => new Promise((done) => {
  const held = async () => (await (await caches.open("psoas-memory")).keys()).length > 0;
  const look = async () => ((await held()) ? done(true) : setTimeout(look, 200));
  void look();
})"""
SPOIL = """async () => {
  const held = await caches.open("psoas-memory");
  const [request] = await held.keys();
  const memory = new Uint8Array(await (await held.match(request)).arrayBuffer());
  await held.put(request, new Response(memory.fill(0, 48, memory.length)));
}"""


def test_the_next_start_uses_it_and_a_spoilt_one_costs_only_time(
    phone: BrowserContext, host: Host, playwright: Playwright, tmp_path: Path
) -> None:
    """What the person entered is there each time, and stands nowhere in the memory."""
    page = phone.pages[0]
    frame = start(page, host.address)
    go(frame, "settings/")
    frame.evaluate(ENTER, [FOLDER, SECRET])
    frame.locator("input[name=theme][value=dark]").check(force=True)
    frame.locator("form[method=post] button[type=submit]").first.click()
    expect(frame.locator("html[data-theme=dark]")).to_have_count(1)
    page.evaluate(WAIT)
    assert page.evaluate(HOLDS, "django.contrib.messages")
    assert not page.evaluate(HOLDS, SECRET)
    assert "warm" in marks(page)
    phone.close()

    again = open_phone(playwright, tmp_path / "profile", chromium=CHROMIUM, flags=FLAGS)
    page = again.pages[0]
    start(page, host.address)
    assert "woken" in marks(page)
    assert "warm" not in marks(page)
    assert 'data-theme="dark"' in pages(page).content()
    page.evaluate(SPOIL)
    again.close()

    spoilt = open_phone(playwright, tmp_path / "profile", chromium=CHROMIUM, flags=FLAGS)
    page = spoilt.pages[0]
    found = wait_for_mark(page, "first page") if page.goto(host.address) else {}
    assert "warm" in found
    assert 'data-theme="dark"' in pages(page).content()
    spoilt.close()
