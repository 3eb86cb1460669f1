"""The memory that makes the next start short: it is used, it tells of nobody, and nothing depends on it."""

from pathlib import Path

import pytest
from browser.conftest import CHROMIUM, FLAGS
from browser.phone_home import FOLDER, Host, go, marks, open_phone, pages, start
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
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("psoas-memory", { create: true });
  for await (const file of folder.values()) return file;
  return null;
}"""
HOLDS = f"""async (words) => {{
  const memory = new Uint8Array(await (await (await ({KEPT})()).getFile()).arrayBuffer());
  const wanted = new TextEncoder().encode(words);
  return memory.some((byte, at) => byte === wanted[0] && wanted.every((letter, step) => memory[at + step] === letter));
}}"""
WAIT = f"""() => new Promise((done) => {{
  const counts = async () => {{
    const file = await ({KEPT})();
    return file !== null && (await (await file.getFile()).slice(0, 8).text()) === "psoasmem";
  }};
  const look = async () => ((await counts().catch(() => false)) ? done(true) : setTimeout(look, 200));
  void look();
}})"""
SPOIL = f"""async () => {{
  const file = await ({KEPT})();
  const {{ size }} = await file.getFile();
  const into = await file.createWritable({{ keepExistingData: true }});
  await into.write({{ type: "write", position: 64, data: new Uint8Array(size - 64) }});
  await into.close();
}}"""
CUT = f"""async () => {{
  const into = await (await ({KEPT})()).createWritable({{ keepExistingData: true }});
  await into.truncate(1_000_000);
  await into.close();
}}"""


def test_the_next_start_uses_it_and_a_spoilt_or_a_cut_one_costs_only_time(
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

    for harm in (CUT, None):
        spoilt = open_phone(playwright, tmp_path / "profile", chromium=CHROMIUM, flags=FLAGS)
        page = spoilt.pages[0]
        start(page, host.address)
        assert "warm" in marks(page)
        assert 'data-theme="dark"' in pages(page).content()
        page.evaluate(WAIT)
        if harm:
            page.evaluate(harm)
        spoilt.close()
