"""Kills writers in the middle of what they do, and says what became of it: run as a program with the database of PSOAS_DATA.

attacker.py import|delete|migrate `TIMES`     a line for each kill: `whole`, `nothing`, or what is wrong
"""

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import django

if __name__ == "__main__":
    django.setup()

from django.core.management import call_command
from django.db import connection

from psoas import records
from psoas.diary.entry import Entry
from psoas.exchange.archive import write_archive
from psoas.exchange.documents import read_document, write_document
from psoas.exchange.export import Export
from psoas.records import actions, backup, erasure
from psoas.records.restoration import restore
from psoas.records.schema_version import make_tables

DAY = date(2026, 11, 23)
SECRET = "a-very-particular-note"
ROWS = 60
DATABASE = Path(os.environ["PSOAS_DATA"]) / "psoas.sqlite3"


def fill() -> None:
    for number in range(ROWS):
        actions.keep_entry(entry=Entry(on=DAY, note=f"{SECRET} {number} " * 20), kind="log", key=f"row-{number:08d}")


def in_a_process(work: Callable[[], object], *, killed_after_s: float | None) -> None:
    """A real process, as a server's worker is."""
    connection.close()
    worker = os.fork()
    if worker == 0:
        work()
        os._exit(0)
    if killed_after_s is not None:
        time.sleep(killed_after_s)
        os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)


def rows() -> int:
    with sqlite3.connect(DATABASE) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        count = int(database.execute("SELECT count(*) FROM records_diaryentry").fetchone()[0])
    database.close()
    return count


def left() -> list[str]:
    return [path.name for path in DATABASE.parent.iterdir() if path.is_file() and SECRET.encode() in path.read_bytes()]


def kill_imports(times: int, chance: random.Random) -> None:
    fill()
    (text,) = write_archive(backup.everything())
    brought = read_document(text.encode(), Export)
    usual_s = 0.0
    for number in range(times + 1):
        in_a_process(erasure.delete_everything, killed_after_s=None)
        begun = time.monotonic()
        in_a_process(lambda: restore(brought, today=DAY), killed_after_s=chance.uniform(0, 1.5 * usual_s) if number else None)
        if number == 0:  # how long it takes here, so that kills fall into the work
            usual_s = time.monotonic() - begun
            continue
        print({0: "nothing", ROWS: "whole"}.get(rows(), f"half: {rows()} rows"), flush=True)  # noqa: T201  # it is a program


def kill_deletions(times: int, chance: random.Random) -> None:
    for _ in range(times):
        if rows() == 0:
            in_a_process(fill, killed_after_s=None)
        in_a_process(erasure.delete_everything, killed_after_s=chance.uniform(0, 0.08))
        in_a_process(erasure.finish, killed_after_s=None)
        found = rows()
        bad = f"half: {found} rows, left in {left()}"
        told = "nothing" if found == ROWS else "whole" if found == 0 and not left() else bad
        print(told, flush=True)  # noqa: T201  # as above


def kill_migrations(times: int, chance: random.Random) -> None:
    """A database of an earlier release, brought up to this one by a process that is killed; the next start finishes it."""
    old, usual_s = _earlier_release(), 0.0
    for number in range(times + 1):
        connection.close()
        for beside in DATABASE.parent.glob(f"{DATABASE.name}*"):
            beside.unlink()
        DATABASE.write_bytes(old)
        begun = time.monotonic()
        in_a_process(make_tables, killed_after_s=chance.uniform(0, 1.2 * usual_s) if number else None)
        if number == 0:
            usual_s = time.monotonic() - begun
            continue
        told = "whole" if _is_of_this_release() else "nothing"
        in_a_process(make_tables, killed_after_s=None)
        if rows() != ROWS or not _is_of_this_release() or _notes() != _expected_notes():
            told = f"half: {rows()} rows"
        print(told, flush=True)  # noqa: T201  # as above


def _earlier_release() -> bytes:
    """The tables of the second migration, with rows."""
    call_command("migrate", "records", "0002", verbosity=0)
    with connection.cursor() as cursor:
        for number in range(ROWS):
            cursor.execute(
                """INSERT INTO records_diaryentry (key, kind, "on", document, made_at) VALUES (%s, 'log', %s, %s, %s)""",
                [f"row-{number:08d}", str(DAY), _document(number), "2026-11-23 08:00:00"],
            )
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return DATABASE.read_bytes()


def _document(number: int) -> str:
    return write_document(Entry(on=DAY, note=f"{SECRET} {number}"))


def _expected_notes() -> list[str]:
    return [_document(number) for number in range(ROWS)]


def _notes() -> list[str]:
    with sqlite3.connect(DATABASE) as database:
        found = [text for (text,) in database.execute("SELECT document FROM records_diaryentry ORDER BY key")]
    database.close()
    return found


def _is_of_this_release() -> bool:
    with sqlite3.connect(DATABASE) as database:
        done = {name for (name,) in database.execute("SELECT name FROM django_migrations WHERE app = 'records'")}
    database.close()
    here = {path.stem for path in (Path(records.__file__).parent / "migrations").glob("0*.py")}
    return done == here


if __name__ == "__main__":
    if sys.argv[1] != "migrate":
        call_command("migrate", verbosity=0)
    kills = {"import": kill_imports, "delete": kill_deletions, "migrate": kill_migrations}
    kills[sys.argv[1]](int(sys.argv[2]), random.Random(20261123))
