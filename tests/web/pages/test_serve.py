"""One folder, one server, one person: who comes second is told in one line, and nobody answers for another."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest
from real_server import PROGRAM, a_port, environment, serving

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes and signals are POSIX")


def ask(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Connection": "close"})
    status = connection.getresponse().status
    connection.close()
    return status


def start(folder: Path, port: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, str(port)], env=environment(folder), check=False, capture_output=True, text=True, timeout=120
    )


def test_a_second_start_is_told_in_one_line_where_the_first_one_is(tmp_path: Path) -> None:
    """The same folder at another port; another folder at the same port. The first one goes on answering, itself alone."""
    ours, theirs, port = tmp_path / "ours", tmp_path / "theirs", a_port()
    with serving(ours, port) as said:
        assert said.startswith(f"Psoas is open at http://127.0.0.1:{port}/")
        assert ask(port, "/emergency/") == 200  # "open at" is said when it listens
        same_folder, same_port = start(ours, a_port()), start(theirs, port)
        assert [ask(port, "/about/") for _ in range(6)] == [200] * 6

    assert (same_folder.returncode, same_port.returncode) == (2, 2)
    assert f"open already, at http://127.0.0.1:{port}/" in same_folder.stderr
    assert f"port {port} cannot be used" in same_port.stderr
    assert [told.stderr.count("\n") for told in (same_folder, same_port)] == [1, 1]
    assert same_port.stdout == ""


def test_a_port_that_somebody_else_has_is_named(tmp_path: Path) -> None:
    """No silent move: an offline page would ask whoever has the old port."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        told = start(tmp_path, other.getsockname()[1])

    assert told.returncode == 2
    assert told.stderr.startswith("psoas: port ")
    assert "--port" in told.stderr


def test_a_database_of_a_newer_psoas_is_left_alone(tmp_path: Path) -> None:
    """A sentence, and not a byte changed."""
    migrate = [sys.executable, "-m", "django", "migrate", "-v0"]
    subprocess.run(migrate, env=environment(tmp_path), check=True)
    with sqlite3.connect(tmp_path / "psoas.sqlite3") as database:
        database.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('records', '0999_beyond', '2030-01-01')")
        before = list(database.iterdump())
    database.close()
    told = start(tmp_path, a_port())
    with sqlite3.connect(tmp_path / "psoas.sqlite3") as database:
        after = list(database.iterdump())

    assert told.returncode == 2
    assert "a newer Psoas wrote it" in told.stderr
    assert after == before


def test_what_killed_uploads_and_older_releases_left_is_cleared(tmp_path: Path) -> None:
    """The folder holds what is used, and nothing else."""
    (tmp_path / "static" / "css").mkdir(parents=True)
    left = (tmp_path / "tmpabc.upload", tmp_path / "static" / "css" / "psoas.0123456789ab.css")
    for path in left:
        path.write_text("left over")
    with serving(tmp_path, a_port()):
        pass

    assert [path.exists() for path in left] == [False, False]


def test_a_folder_that_cannot_be_locked_is_told_in_one_line(tmp_path: Path) -> None:
    """Somebody put a folder where the lock belongs; or the disk is read only."""
    (tmp_path / "in-use").mkdir()
    told = start(tmp_path, a_port())

    assert told.returncode == 1
    assert told.stderr.startswith(f"psoas: the data folder {tmp_path} cannot be used")
    assert told.stderr.count("\n") == 1


def test_the_code_of_a_phone_is_text_where_the_console_has_no_blocks() -> None:
    """An old console: the address, no traceback."""
    show = "from psoas.web.pairing import show_code; show_code('https://192.168.1.5:8765/pair/?code=abc')"
    told = subprocess.run(
        [sys.executable, "-c", show],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        check=True,
        capture_output=True,
        timeout=60,
    )

    assert told.stdout == b"https://192.168.1.5:8765/pair/?code=abc\n"


def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    """Both of them, one after the other: the address goes on answering."""
    port = a_port()
    with serving(tmp_path, port):
        ask(port, "/emergency/")
        workers = workers_of(port, tmp_path)
        assert len(workers) == 2
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        for _ in range(60):
            time.sleep(0.25)
            if len(set(workers_of(port, tmp_path)) - set(workers)) == 2 and answers(port):
                break
        again = [ask(port, "/emergency/") for _ in range(6)]

    assert again == [200] * 6


def workers_of(port: int, folder: Path) -> list[int]:
    """The server's own worker processes: those under this folder that have a parent with the same command."""
    found = {}
    for process in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if f"PSOAS_DATA={folder}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found[int(process.name)] = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
    spawned = [pid for pid, parent in found.items() if parent in found]
    return [pid for pid in spawned if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()] or spawned


def answers(port: int) -> bool:
    with suppress(OSError):
        return ask(port, "/emergency/") == 200
    return False
