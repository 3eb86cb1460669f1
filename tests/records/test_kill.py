"""A writer is killed in the middle of its work, many times. What it acknowledged is there, once."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from attack.figures import keep

WRITER = Path(__file__).with_name("writer.py")


def test_no_acknowledged_entry_is_lost_and_none_is_there_twice(tmp_path: Path) -> None:
    """25 kills at random moments; the next writer sends the unacknowledged entry again, as a browser's outbox does."""
    kill_writers(tmp_path, times=25)


@pytest.mark.slow
def test_three_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    """The same, 300 times."""
    promised = kill_writers(tmp_path, times=300)
    keep("kills while entries are kept", "300", f"{promised:,} acknowledged, none lost, none there twice")


def kill_writers(folder: Path, *, times: int) -> int:
    """How many entries were acknowledged."""
    environment = {**os.environ, "PSOAS_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "psoas.web.settings"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=environment, check=True)
    chance = random.Random(20261123)
    acknowledged: list[int] = []
    command = [sys.executable, str(WRITER)]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nurse:
        for _ in range(times):
            first = acknowledged[-1] + 1 if acknowledged else 0
            acknowledged += write_and_kill(nurse, first=first, after_s=chance.uniform(0, 0.02))
    with sqlite3.connect(folder / "psoas.sqlite3") as database:
        stored = [key for (key,) in database.execute("SELECT key FROM records_diaryentry")]
        sound = database.execute("PRAGMA integrity_check").fetchone()

    assert sound == ("ok",)
    assert len(acknowledged) >= times
    assert len(acknowledged) == len(set(acknowledged))
    assert len(stored) == len(set(stored))
    assert {f"kill-{number:08d}" for number in acknowledged} <= set(stored)
    assert len(stored) <= len(acknowledged) + 1
    return len(acknowledged)


def write_and_kill(nurse: subprocess.Popen[str], *, first: int, after_s: float) -> list[int]:
    """Let a writer work for a moment after its first promise, then kill -9; answers with what it promised."""
    assert nurse.stdin is not None
    assert nurse.stdout is not None
    nurse.stdin.write(f"{first}\n")
    nurse.stdin.flush()
    writer = int(nurse.stdout.readline().removeprefix("pid "))
    promised = [int(nurse.stdout.readline())]
    time.sleep(after_s)
    os.kill(writer, signal.SIGKILL)
    while (line := nurse.stdout.readline()) != "end\n":
        promised.append(int(line))
    return promised
