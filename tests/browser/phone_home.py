"""The phone edition as somebody has it: the built site on a static host, a browser with a profile of its own."""

import json
import os
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import BrowserContext, Error, Frame, Page, Playwright, expect

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("PSOAS_SITE", ROOT / "build/site"))
FOLDER = "/deep/coach/"
PATIENCE_S = 120
"""A loaded machine starts Python slowly; an idle one in a few seconds."""


class Host(ThreadingHTTPServer):
    """A static host that knows nothing: files, and 404. Can be switched off, and counts what it was asked."""

    daemon_threads = True

    def __init__(self, site: Path) -> None:
        self.site, self.asked = site, 0
        self.foreign: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.server_port}{FOLDER}"

    def switch_off(self) -> None:
        self.shutdown()
        self.server_close()


class Handler(SimpleHTTPRequestHandler):
    extensions_map: ClassVar = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }
    server: Host

    def translate_path(self, path: str) -> str:
        self.server.asked += 1
        inside = path.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]
        return str(self.server.site / inside.removeprefix(FOLDER)) if inside.startswith(FOLDER) else "/nowhere"

    def log_message(self, *_: object) -> None:
        """Quiet."""


def open_phone(playwright: Playwright, profile: Path, *, chromium: Path, flags: tuple[str, ...]) -> BrowserContext:
    """A browser whose storage outlives it."""
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=str(chromium),
        args=list(flags),
        viewport={"width": 390, "height": 844},
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE_S * 1000)
    expect.set_options(timeout=PATIENCE_S * 1000)
    return context


def marks(page: Page) -> dict[str, Any]:
    try:
        read: dict[str, Any] = json.loads(page.evaluate("JSON.stringify(globalThis.psoas ?? {})"))
    except Error:  # the page is being opened anew
        return {}
    return read


def wait_for_mark(page: Page, name: str) -> dict[str, Any]:
    """Until the shell has noted it; its own words where it never does."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if name in (found := marks(page)):
            return found
        page.wait_for_timeout(200)
    raise AssertionError(f"no {name!r}: {marks(page)}, and it says {page.locator('#says').inner_text()!r}")


def start(page: Page, address: str) -> Frame:
    """Open the shell and wait for the first page in its frame."""
    page.goto(address)
    wait_for_mark(page, "first page")
    return pages(page)


def pages(page: Page) -> Frame:
    frame = page.query_selector("#pages")
    assert frame is not None
    content = frame.content_frame()
    assert content is not None
    return content


def move_clock(page: Page, days: int) -> None:
    """Python's clock is the worker's own."""
    page.workers[0].evaluate(f"(() => {{ const now = Date.now.bind(Date); Date.now = () => now() + {days} * 86400000; }})()")


def go(frame: Frame, path: str) -> None:
    """Another page, as a link in the frame would."""
    frame.evaluate(f"location.assign({FOLDER + path!r})")
    frame.wait_for_url(f"**{FOLDER}{path}")


def renderers(profile: Path) -> list[int]:
    """The processes that draw pages and run workers for this profile's browser."""
    found = [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/cmdline") if "--type=renderer" in _line(path.parent)]
    return [process for process in found if any(str(profile) in line for line in _lines_above(process))]


def _lines_above(process: int) -> list[str]:
    """A renderer's own line does not name the profile; its browser's does."""
    lines = []
    while process > 1:
        folder = Path("/proc") / str(process)
        lines.append(_line(folder))
        status = (folder / "status").read_text() if folder.exists() else ""
        process = next((int(told.split()[1]) for told in status.splitlines() if told.startswith("PPid:")), 0)
    return lines


def _line(folder: Path) -> str:
    try:
        return (folder / "cmdline").read_text()
    except OSError:
        return ""
