"""The phone edition: what goes over the wire, how soon it is there, how fast a page is, what it holds

Built files on a host on loopback, so that no network is measured; the same pages, for the same person, are then asked of the
local server by the same browser. Starts are measured from the moment the address is opened to the first page, each several
times: the least and the middle one are told. *Four times slower*: each thread of the browser rests three quarters of the time.
"""

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from processes import highest_renderer, processor_s, renderer_mb, slowed
from server import psoas_serving

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

ROOT = Path(__file__).parents[1]
CHROMIUM = Path(os.environ.get("PSOAS_CHROMIUM", "/usr/bin/chromium"))
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
PATHS = ("", "plan/", "log/", "progress/", "progress/relief/", "library/", "library/glute-bridge/", "settings/")
ROUNDS = 3
PAGE_ROUNDS = 8
PHONE = 4
"""Chromium's own measure for a phone-class processor."""
SIZE = "Python, packages, rooms and planner, packed"
COLD, WARM = "first start", "second start"
SLOW_COLD, SLOW_WARM = (f"{start}, processor {PHONE} times slower" for start in (COLD, WARM))
PAGE, PLAN, HELD = "a page", "the plan, asked for after the last answer", "renderer, highest during a first start"
AIMS = {
    SIZE: "at most 9 MB",
    COLD: "at most 8 s",
    WARM: "at most 5 s",
    SLOW_COLD: "at most 25 s",
    SLOW_WARM: "at most 25 s, last Today at most 3 s",
    PAGE: "median at most 150 ms",
    PLAN: "at most 10 s",
    HELD: "at most 350 MB",
}
TIMED = """async ([folder, paths, rounds]) => {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const path of paths) {
      const begun = performance.now();
      const answer = await fetch(folder + path);
      await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      times.push(performance.now() - begun);
    }
  }
  return times;
}"""


class Start(NamedTuple):
    """Seconds to the last Today (none at a first start) and to the first page, processor seconds until then, highest MB."""

    last: float | None
    live: float
    spent: float
    held: float


def run() -> dict[str, object]:
    site = Path(os.environ.get("PSOAS_SITE", ROOT / "build/site"))
    if not (site / "index.html").exists():
        return {"skipped": "make site first"}
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return {"skipped": "no playwright here"}
    with sync_playwright() as playwright:
        return {**_weighing(site), **_living(playwright, site)}


def _weighing(site: Path) -> dict[str, object]:
    """What Python needs lies packed and travels as it lies; pages as a host sends them, by gzip at its usual level."""
    needed = [path for path in (site / "assets").rglob("*") if path.is_file()]
    planner = [path for path in needed if path.name.startswith("highs")]
    figures = [p for p in (site / "static").rglob("*") if p.is_file() and "figures" in p.parts]
    pages = [p for p in site.rglob("*") if p.is_file() and p not in needed and p not in figures]
    return {
        SIZE: f"{_lying(needed):.1f} MB, of which {_lying(planner):.1f} when the first plan wants it",
        "shell, styles and scripts, gzip": f"{_sent(pages):.2f} MB",
        "all figures, gzip (fetched when there is time)": f"{_sent(figures):.1f} MB",
    }


def _lying(files: list[Path]) -> float:
    return sum(file.stat().st_size for file in files) / 1e6


def _sent(files: list[Path]) -> float:
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) / 1e6


def _living(playwright: Any, site: Path) -> Mapping[str, object]:
    from browser.phone_home import Host

    host = Host(site)
    first = [_fresh(playwright, host.address, 1) for _ in range(ROUNDS)]
    slow = [_fresh(playwright, host.address, PHONE)]
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name)
        used = _used(playwright, profile, host.address)
        second = [_start(playwright, profile, host.address, 1) for _ in range(ROUNDS)]
        slower = [_start(playwright, profile, host.address, PHONE) for _ in range(ROUNDS)]
    host.switch_off()
    return {
        COLD: _told(first),
        SLOW_COLD: _told(slow),
        WARM: _told(second),
        SLOW_WARM: _told(slower),
        **used,
        HELD: f"{max(one.held for one in first):.0f} MB, proportional share",
        "renderer, highest during a second start": f"{max(one.held for one in second):.0f} MB",
    }


def _fresh(playwright: Any, address: str, slower: int) -> Start:
    with tempfile.TemporaryDirectory() as profile:
        return _start(playwright, Path(profile), address, slower)


def _start(playwright: Any, profile: Path, address: str, slower: int) -> Start:
    from browser.phone_home import wait_for_mark

    with _opened(playwright, profile) as page, highest_renderer(profile) as highest:
        before = processor_s(profile)
        with slowed(profile, slower):
            page.goto(address)
            marks = wait_for_mark(page, "first page")
            spent = processor_s(profile) - before
        wait_for_mark(page, "whole")
        page.wait_for_timeout(4_000)  # what the next start needs is on the disk by then
        last = marks.get("last Today")
        return Start(None if last is None else last / 1000, marks["first page"] / 1000, spent, highest())


@contextmanager
def _opened(playwright: Any, profile: Path) -> Iterator[Any]:
    from browser.phone_home import open_phone

    phone = open_phone(playwright, profile, chromium=CHROMIUM, flags=FLAGS)
    yield phone.pages[0]
    phone.close()


def _told(starts: list[Start]) -> str:
    """The quickest, and the one in the middle: a busy machine makes the others long."""
    shown = [start.last for start in starts if start.last is not None]
    last = f"last Today after {_least(shown)}; " if shown else ""
    spent = min(start.spent for start in starts)
    return f"{last}live after {_least([start.live for start in starts])}; {spent:.1f} s of processor time"


def _least(seconds: list[float]) -> str:
    middle = f", {statistics.median(seconds):.1f} in the middle" if len(seconds) > 1 else ""
    return f"{min(seconds):.1f} s{middle}"


def _used(playwright: Any, profile: Path, address: str) -> Mapping[str, object]:
    """Somebody answers, gets a plan, and turns all the pages; then the same pages come from the local server."""
    from browser.phone_home import FOLDER, go, start, wait_for_mark
    from intake_by_touch import answer_everything

    with _opened(playwright, profile) as page:
        frame = start(page, address)
        wait_for_mark(page, "whole")
        answer_everything(frame)
        begun = time.perf_counter()
        go(frame, "plan/")
        planned = time.perf_counter() - begun
        here = frame.evaluate(TIMED, [FOLDER, list(PATHS), PAGE_ROUNDS])
        everything = frame.evaluate(f"fetch({FOLDER!r} + 'settings/export/json/').then((a) => a.text())")
        heap, held = wait_for_mark(page, "heap")["heap"] / 1e6, renderer_mb(profile)
    return {
        PLAN: f"{planned:.1f} s",
        PAGE: _spread(here),
        "the same pages from the local server": _spread(_served(playwright, everything)),
        "heap of Python at its beginning": f"{heap:.0f} MB",
        "renderer after the plan and every page": f"{held:.0f} MB",
    }


def _spread(times: list[float]) -> str:
    most = statistics.quantiles(times, n=20)[-1]
    return f"{statistics.median(times):.0f} ms median, {most:.0f} p95, {max(times):.0f} slowest"


def _served(playwright: Any, everything: str) -> list[float]:
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        (data / "everything.json").write_text(everything, "utf-8")
        command = [sys.executable, "-c", "from psoas.cli.main import run; run()", "import", str(data / "everything.json")]
        subprocess.run(command, env=os.environ | {"PSOAS_DATA": name}, check=True, capture_output=True)
        with psoas_serving(data) as address:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
            page = browser.new_page()
            page.goto(f"{address}/plan/")
            times: list[float] = page.evaluate(TIMED, ["/", list(PATHS), PAGE_ROUNDS])
            browser.close()
    return times


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
