"""The processes of one browser, found by its profile: what they hold, and the same browser on a slower processor. Linux."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SLICE_S = 0.01
SAMPLE_S = 0.1
LOOK_AGAIN_S = 0.3


def family(profile: Path) -> dict[int, str]:
    """Process to command line: the browser of this profile, and all that it started."""
    seen = dict(_all())
    found = {one for one, (_, line) in seen.items() if str(profile) in line}
    while more := {one for one, (parent, _) in seen.items() if parent in found} - found:
        found |= more
    return {one: seen[one][1] for one in found}


def renderer_mb(profile: Path) -> float:
    """The largest process that draws pages and runs workers; pages shared with others by their part."""
    drawing = [one for one, line in family(profile).items() if "--type=renderer" in line]
    return max((_held_kb(one) for one in drawing), default=0) / 1000


def processor_s(profile: Path) -> float:
    """Seconds of processor time that all of them have taken: the clock also counts what else the machine does."""
    return sum(_spent_s(one) for one in family(profile))


@contextmanager
def highest_renderer(profile: Path) -> Iterator[Callable[[], float]]:
    """MB at the highest so far, looked at ten times a second."""
    highest = 0.0

    def look() -> None:
        nonlocal highest
        highest = max(highest, renderer_mb(profile))

    with _again_and_again(look, every=SAMPLE_S):
        yield lambda: highest


@contextmanager
def slowed(profile: Path, times: int) -> Iterator[None]:
    """Every thread of this browser runs for one slice and rests for the others.

    Chromium's own throttling reaches the page's thread alone, and Python runs in a worker.
    """
    if times == 1:
        yield
        return
    known: list[int] = []

    def turn() -> None:
        _send(known, signal.SIGCONT)
        time.sleep(SLICE_S)
        _send(known, signal.SIGSTOP)

    def look() -> None:
        known[:] = family(profile)

    look()
    with _again_and_again(look, every=LOOK_AGAIN_S), _again_and_again(turn, every=SLICE_S * (times - 1)):
        yield
    _send(list(family(profile)), signal.SIGCONT)


@contextmanager
def _again_and_again(act: Callable[[], None], *, every: float) -> Iterator[None]:
    over = threading.Event()

    def run() -> None:
        while not over.wait(every):
            act()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _send(processes: list[int], what: signal.Signals) -> None:
    for process in list(processes):
        with suppress(ProcessLookupError):
            os.kill(process, what)


def _all() -> Iterator[tuple[int, tuple[int, str]]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            yield int(folder.name), (parent, (folder / "cmdline").read_text())
        except (OSError, ValueError, IndexError):
            continue


def _held_kb(process: int) -> int:
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))


def _spent_s(process: int) -> float:
    try:
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
