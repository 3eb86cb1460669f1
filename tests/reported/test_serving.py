"""Serving beside other programs and on a full disk: one folder, one port, one line."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest
from own_process import printed_by
from real_server import PROGRAM, a_port, environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes and their limits are POSIX")


def start(folder: Path, port: int) -> subprocess.Popen[str]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen([*PROGRAM, str(port)], env=environment(folder), **pipes)  # type: ignore[call-overload, no-any-return]  # the pipes


def end(server: subprocess.Popen[str]) -> None:
    server.terminate()
    server.communicate(timeout=30)


def ask(port: int, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    form = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}
    connection.request(method, path, body or None, {**form, "Connection": "close", **headers})
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


def keep_name(folder: Path, value: str) -> None:
    """A setting by which this person's data can be told from another's."""
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=environment(folder), check=True)
    keep = (
        "import sys, django; django.setup()\n"
        "from psoas.records.actions import keep_setting\n"
        "keep_setting(name='country', value=sys.argv[1])"
    )
    subprocess.run([sys.executable, "-c", keep, value], env=environment(folder), check=True)


def test_two_people_who_start_at_once_on_one_port_are_never_mixed(tmp_path: Path) -> None:
    """One of them serves, the other is told in a line; twelve exports are all of the one who serves."""
    port = a_port()
    folders = {name: tmp_path / name for name in ("ann", "ben")}
    for name, folder in folders.items():
        folder.mkdir()
        keep_name(folder, name)
    servers = [start(folder, port) for folder in folders.values()]
    said = [server.stdout.readline() for server in servers if server.stdout]  # the one that stops ends its output
    try:
        exports = [ask(port, "GET", "/settings/export/json/")[1] for _ in range(12)]
    finally:
        stopped = [server.poll() for server in servers]
        for server in servers:
            end(server)

    assert sorted(line.startswith("Psoas is open at") for line in said) == [False, True]
    assert sorted(code for code in stopped if code is not None) == [2]
    serving = "ann" if said[0] else "ben"
    assert all(f'"{serving}"' in export for export in exports)
    other = "ben" if serving == "ann" else "ann"
    assert not any(f'"{other}"' in export for export in exports)


def test_a_program_that_wants_the_port_a_moment_later_does_not_get_in_between(tmp_path: Path) -> None:
    """Either it has the port and Psoas says so in one line, or Psoas has it and answers: never "open at" and then nothing."""
    port = a_port()
    server = start(tmp_path, port)
    other = socket.socket()
    has_it = False
    while server.poll() is None and not has_it:
        try:
            other.bind(("127.0.0.1", port))
            other.listen()
            has_it = True
        except OSError:
            if _answers(port):
                break
            time.sleep(0.05)
    try:
        if has_it:
            out, err = server.communicate(timeout=60)
            assert (server.returncode, out, err.count("\n")) == (2, "", 1)
        else:
            assert server.stdout is not None
            assert server.stdout.readline().startswith("Psoas is open at")
            assert ask(port, "GET", "/emergency/")[0] == 200
    finally:
        other.close()
        if server.poll() is None:
            end(server)


def _answers(port: int) -> bool:
    try:
        return ask(port, "GET", "/emergency/")[0] == 200
    except OSError:
        return False


FULL = """
import django; django.setup()
import resource, signal
from django.db import connection
from django.test import Client
from own_process import DAY as today, begin_with_a_plan
from psoas.records.models import DiaryEntry

begin_with_a_plan()
with connection.cursor() as cursor:
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
client = Client(headers={"host": "localhost"}, raise_request_exception=False)
note = {"note": "n" * 3000, "on": today.isoformat()}
before = DiaryEntry.objects.count()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2048, resource.RLIM_INFINITY))  # no file may grow beyond this
refused = client.post("/log/", note)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
connection.close()
kept_meanwhile = DiaryEntry.objects.count() - before
again = client.post("/log/", note)
with connection.cursor() as cursor:
    sound = cursor.execute("PRAGMA integrity_check").fetchone()[0]
page = refused.content.decode()
print(refused.status_code, "Saved." in page, "full" in page, kept_meanwhile, again.status_code)
print(DiaryEntry.objects.count() - before, sound)
"""


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path) -> None:
    """An honest page, not one row; when there is room again the same entry is kept, once, and the database is sound."""
    told = printed_by(FULL, data=tmp_path)

    assert told.split() == ["500", "False", "True", "0", "302", "1", "ok"]


ALONE = ["unshare", "--map-root-user", "--mount"]
"""A view of the disk of one's own, in which the machine's zone can be exchanged without touching anybody's."""
FOLLOW = """
import os, subprocess, sys
import django; django.setup()
from psoas.web import clock
for zone in sys.argv[1:]:
    subprocess.run(["mount", "--bind", zone, os.path.realpath("/etc/localtime")], check=True)
    print(clock.now().utcoffset().total_seconds() / 3600)
"""


def test_the_zone_of_the_machine_may_be_exchanged_while_it_runs(tmp_path: Path) -> None:
    """What a traveller's system settings do: another file under the same name, and no restart."""
    zones = [f"/usr/share/zoneinfo/{name}" for name in ("Pacific/Kiritimati", "Pacific/Pago_Pago")]
    if not all(map(os.path.exists, zones)) or subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine has no zone files, or lets nobody have a view of its own")
    alone = {name: value for name, value in environment(tmp_path).items() if name != "TZ"}
    told = subprocess.run(
        [*ALONE, sys.executable, "-c", FOLLOW, *zones], env=alone, check=True, capture_output=True, text=True
    )

    assert told.stdout.split() == ["14.0", "-11.0"]


def test_what_was_kept_is_in_the_file_when_it_is_acknowledged(tmp_path: Path) -> None:
    """The same entry six times at once, from six windows: six answers, one row."""
    script = """
import django; django.setup()
import json
from concurrent.futures import ThreadPoolExecutor
from django.db import connection
from django.test import Client
from own_process import DAY as today, begin_with_a_plan
begin_with_a_plan()
key = "0123456789abcdef0123456789abcdef"
entry = {"on": today.isoformat(), "pain": {"after": 2}}
told = json.dumps({"key": key[::-1], "kind": "session", "entry": entry})
logged = {"after": "3", "key": key, "on": today.isoformat()}
def log(_):
    status = Client(headers={"host": "localhost"}).post("/log/", logged).status_code
    connection.close()
    return status
def parcel(_):
    status = Client(headers={"host": "localhost"}).post("/api/session-log/", told, content_type="application/json").status_code
    connection.close()
    return status
with ThreadPoolExecutor(6) as windows:
    print(sorted(windows.map(log, range(6))), sorted(set(windows.map(parcel, range(6)))))
"""
    told = printed_by(script, data=tmp_path)
    with sqlite3.connect(tmp_path / "psoas.sqlite3") as database:
        rows = database.execute("SELECT kind, count(*) FROM records_diaryentry GROUP BY kind ORDER BY kind").fetchall()
    database.close()

    assert told.strip() == "[302, 302, 302, 302, 302, 302] [200, 201]"
    assert rows == [("log", 1), ("session", 1)]
