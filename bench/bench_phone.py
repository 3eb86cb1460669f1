"""The phone edition: what goes over the wire, how soon it is there, how fast a page is, what it holds"""

import gzip
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

ROOT = Path(__file__).parents[1]
CHROMIUM = Path(os.environ.get("PSOAS_CHROMIUM", "/usr/bin/chromium"))
PATHS = ("", "plan/", "log/", "progress/", "progress/relief/", "library/", "library/glute-bridge/", "settings/")
ROUNDS = 3
PHONE = 4
"""Chromium's own measure for a phone-class processor."""
TIMED = """async ([folder, paths, rounds]) => {
  const times = {};
  for (const path of paths) {
    times[path] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      const answer = await fetch(folder + path);
      await answer.text();
      times[path].push(performance.now() - begun);
    }
  }
  return times;
}"""


def run() -> dict[str, object]:
    site = Path(os.environ.get("PSOAS_SITE", ROOT / "build/site"))
    if not (site / "index.html").exists():
        return {"skipped": "make site first"}
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return {"skipped": "no playwright here"}
    found = _weighing(site)
    with sync_playwright() as playwright:
        found |= _living(playwright, site)
    return found


def _weighing(site: Path) -> dict[str, object]:
    """What Python needs lies packed and travels as it lies; pages as a host sends them, by gzip at its usual level."""
    needed = [path for path in (site / "assets").rglob("*") if path.is_file()]
    planner = [path for path in needed if path.name.startswith("highs")]
    figures = list((site / "static").rglob("figures/*"))
    pages = [p for p in site.rglob("*") if p.is_file() and p not in needed and p not in figures]
    return {
        "Python, packages and Psoas, packed": f"{_lying(needed) - _lying(planner):.1f} MB",
        "planner, packed (fetched when there is time)": f"{_lying(planner):.1f} MB",
        "shell, styles and scripts, gzip": f"{_sent(pages):.2f} MB",
        "all figures, gzip (fetched when there is time)": f"{_sent(figures):.1f} MB",
    }


def _lying(files: list[Path]) -> float:
    return sum(file.stat().st_size for file in files) / 1e6


def _sent(files: list[Path]) -> float:
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) / 1e6


def _living(playwright: object, site: Path) -> dict[str, object]:
    from browser.phone_home import Host, go, open_phone, start, wait_for_mark
    from intake_by_touch import answer_everything

    flags = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
    found: dict[str, object] = {}
    host = Host(site)
    with tempfile.TemporaryDirectory() as name:
        phone = open_phone(playwright, Path(name), chromium=CHROMIUM, flags=flags)  # type: ignore[arg-type]
        page = phone.pages[0]
        frame = start(page, host.address)
        marks = wait_for_mark(page, "first page")
        steps = ", ".join(f"{step} {marks[step] / 1000:.1f}" for step in ("python", "imported", "warm", "ready", "first page"))
        found["first start, s since the address was opened"] = steps
        found["renderer after the first page, MB resident"] = _resident(name)
        wait_for_mark(page, "whole")
        answer_everything(frame)
        begun = time.perf_counter()
        go(frame, "plan/")
        found["plan made and shown, s"] = f"{time.perf_counter() - begun:.1f}"
        times = frame.evaluate(TIMED, ["/deep/coach/", list(PATHS), ROUNDS])
        each = [spent for path in PATHS for spent in times[path]]
        found["a page, ms"] = f"{statistics.median(each):.0f} median, {max(each):.0f} slowest"
        found["heap of Python, MB"] = f"{wait_for_mark(page, 'heap')['heap'] / 1e6:.0f}"
        found["renderer after the plan and every page, MB resident"] = _resident(name)
        phone.close()
        for label, slower in (("second start", 1), (f"second start, processor {PHONE} times slower", PHONE)):
            found[label] = _told([_again(playwright, Path(name), host.address, slower) for _ in range(ROUNDS)])
    host.switch_off()
    return found


def _told(starts: list[tuple[float, float, str]]) -> str:
    """The quickest, and the one in the middle: a busy machine makes the others long."""
    shown, live = [start[0] for start in starts], [start[1] for start in starts]
    return (
        f"last Today after {min(shown):.1f} s at best, {statistics.median(shown):.1f} median; "
        f"live after {min(live):.1f} s at best, {statistics.median(live):.1f} median; renderer {starts[-1][2]} MB"
    )


def _again(playwright: object, profile: Path, address: str, slower: int) -> tuple[float, float, str]:
    from browser.phone_home import open_phone, wait_for_mark

    flags = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
    phone = open_phone(playwright, profile, chromium=CHROMIUM, flags=flags)  # type: ignore[arg-type]
    page = phone.pages[0]
    phone.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    marks = wait_for_mark(page, "first page")
    held = _resident(str(profile))
    phone.close()
    return marks["last Today"] / 1000, marks["first page"] / 1000, held


def _resident(profile: str) -> str:
    """The largest renderer of this profile's browser, shared pages counted by their part."""
    from browser.phone_home import renderers

    sizes = []
    for process in renderers(Path(profile)):
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        sizes += [int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")]
    return f"{max(sizes) / 1000:.0f}" if sizes else "unknown"


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
