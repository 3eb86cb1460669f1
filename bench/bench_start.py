"""Start-up: from the command to the first page, beside a bare Django served alike, in processor time

Seconds of processor time of all processes until Today has been answered, each the least of some starts: other work on the
machine does not count. A fresh folder is what somebody has on the first day; the build has compressed the static files.
"""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from server import wait_for

HERE = Path(__file__).parent
STARTS = 4
PSOAS = [sys.executable, "-c", "from psoas.cli.main import run; run()"]
BARE = [sys.executable, "-m", "granian", "bare.wsgi:application", "--interface", "wsgi", "--workers", "2", "--no-log"]
FIRST = "first start in a fresh folder, of bare Django's"
AGAIN = "start, of bare Django's"
AIMS = {
    "psoas --help": "at most 1.5 s",
    "psoas serve, a fresh folder": "at most 1.5 s",
    "psoas serve, later": "at most 1.5 s",
}


def run() -> dict[str, str]:
    if not Path("/proc/self/stat").exists():
        return {"skipped": "reads processor time in /proc"}
    with tempfile.TemporaryDirectory() as folder:
        bare = min(
            _start(BARE, {"BARE_DATA": folder, "DJANGO_SETTINGS_MODULE": "bare.settings"}, "/post/") for _ in range(STARTS)
        )
    fresh, later = zip(*(_twice() for _ in range(STARTS)), strict=True)
    help_s = min(_command("--help") for _ in range(STARTS))
    plan_s = min(_command("plan", str(HERE.parent / "examples/office-worker.intake.json")) for _ in range(STARTS))
    return {
        "psoas --help": f"{help_s:.2f} s",
        "psoas plan": f"{plan_s:.2f} s",
        "psoas serve, a fresh folder": f"{min(fresh):.2f} s",
        "psoas serve, later": f"{min(later):.2f} s",
        "bare Django": f"{bare:.2f} s",
        FIRST: f"{min(fresh) / bare:.1f} times",
        AGAIN: f"{min(later) / bare:.1f} times",
    }


def _twice() -> tuple[float, float]:
    """In a folder that was not there, and again."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = (_start([*PSOAS, "serve", "--no-browser"], {"PSOAS_DATA": folder}, "/") for _ in range(2))
        return first, second


def _start(command: list[str], environment: Mapping[str, str], path: str) -> float:
    """Processor time until this page is there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    server = subprocess.Popen(
        [*command, "--port", port], env=os.environ | dict(environment), cwd=HERE, stdout=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://127.0.0.1:{port}{path}")
        return _spent(server.pid)
    finally:
        server.terminate()
        server.wait(30)


def _spent(process: int) -> float:
    """Seconds, with the processes it began."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    own = (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(_spent(int(child)) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split())


def _command(*arguments: str) -> float:
    before = os.times()
    subprocess.run([*PSOAS, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    for figure, measured in run().items():
        print(f"{figure:<58} {measured}")
