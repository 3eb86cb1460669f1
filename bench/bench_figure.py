"""The moving figure: milliseconds to build all movements, frame time in the browser, bytes."""

import gzip
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from psoas.catalogue.catalogue import load
from psoas.figure.build import build

STATIC = Path(__file__).parents[1] / "src/psoas/web/static"
CHROMIUM = "/usr/bin/chromium"
POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'"
PHONE = 4
"""Chromium's own measure for a phone-class processor: four times slower than this machine."""
PAGE = """<!doctype html><html lang="en"><link rel="stylesheet" href="/css/figure.css">
<script type="module" src="/built/page-figure.js"></script>
<move-figure exercise="hip-90-90-switch" base="/built/figures/"></move-figure></html>"""
MEASURE = """() => new Promise((done) => {
  const times = [];
  let last = performance.now();
  const tick = (now) => {
    times.push(now - last);
    last = now;
    times.length < 181 ? requestAnimationFrame(tick) : done(times.slice(1));
  };
  requestAnimationFrame(tick);
})"""


class Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path != "/":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE.encode())
        return None

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def served() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(STATIC)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def run() -> dict[str, str]:
    return {**_building(), **_weighing(), **_playing()}


def _building() -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        place = {"solved": Path(folder) / "solved", "reach": Path(folder) / "reach.json"}
        count = build(Path(folder) / "out", catalogue=load(), **place)
        solving = time.perf_counter() - start
        start = time.perf_counter()
        build(Path(folder) / "out", catalogue=load(), **place)
        again = time.perf_counter() - start
    return {
        f"solve and build {count} movements, ms": f"{1000 * solving:.0f} ({1000 * solving / count:.0f} each)",
        "build what is solved already, ms": f"{1000 * again:.0f}",
    }


def _weighing() -> dict[str, str]:
    code = len(gzip.compress((STATIC / "built/page-figure.js").read_bytes(), 9))
    motions = [len(gzip.compress(file.read_bytes(), 9)) for file in (STATIC / "built/figures").glob("*.json")]
    stills = [len(gzip.compress(file.read_bytes(), 9)) for file in (STATIC / "built/figures").glob("*.svg")]
    return {
        "code, bytes gzipped": f"{code}",
        "a movement, bytes gzipped": f"{sum(motions) / len(motions):.0f} mean, {max(motions)} largest",
        "a still, bytes gzipped": f"{sum(stills) / len(stills):.0f} mean",
    }


def _playing() -> dict[str, str]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return {"frames": "no playwright here"}
    found: dict[str, str] = {}
    with served() as address, sync_playwright() as made:
        browser = made.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 600})
        for name, slower in (("this machine", 1), ("phone-class", PHONE)):
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
            page.goto(address)
            page.locator("move-figure svg path").first.wait_for()
            times = sorted(page.evaluate(MEASURE))
            half, late = times[len(times) // 2], times[int(len(times) * 0.95)]
            found[f"frame on {name}, ms"] = f"{half:.1f} median, {late:.1f} 95th ({1000 * len(times) / sum(times):.0f} fps)"
        browser.close()
    return found
