"""When something cannot be read or written, the page says what, and what to do; the way to help stays open."""

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import Client

from psoas.diary.entry import Entry
from psoas.records import actions, queries
from psoas.records.damage import Damaged, read_stored
from psoas.records.models import DiaryEntry, IntakeVersion, PlanVersion
from psoas.screening.intake import Intake
from psoas.web.error_pages import kind_of

DAY = date(2026, 11, 24)
ROWS: dict[str, Callable[[str], object]] = {
    "entry": lambda text: DiaryEntry.objects.create(key="damaged-1", kind="log", on=DAY, document=text),
    "plan": lambda text: PlanVersion.objects.create(version=9, reason="made", on=DAY, document=text),
    "intake": lambda text: IntakeVersion.objects.create(on=DAY, document=text, clearance="{}"),
}
BROKEN = ("{}", '{"on": "2026-11-24", "sleep": 99}', "half of a docu")


@pytest.mark.parametrize("table", ROWS)
@pytest.mark.parametrize("document", BROKEN)
def test_a_damaged_row_is_named_and_help_settings_and_deleting_stay_open(
    client: Client, maya: Intake, table: str, document: str
) -> None:
    """Skipping it would be worse: it may be what stops the plan."""
    queries.forget()
    ROWS[table](document)
    client.raise_request_exception = False
    answer = client.get("/")
    page = answer.content.decode()

    assert answer.status_code == 500
    assert "A part of your data cannot be read" in page
    assert f"Which part it is: {table} " in page
    assert "half of a docu" not in page
    assert [client.get(path).status_code for path in ("/emergency/", "/settings/", "/settings/delete/", "/about/")] == [
        200
    ] * 4


@pytest.mark.parametrize("document", BROKEN)
def test_a_damaged_row_keeps_no_export_back(client: Client, maya: Intake, document: str) -> None:
    """Everything else goes out, the damaged row is named, and the database itself can be saved."""
    actions.keep_entry(entry=Entry(on=DAY, note="still readable"), kind="log")
    ROWS["entry"](document)
    saved, table = client.get("/settings/export/json/"), client.get("/settings/export/csv/")

    assert "still readable" in saved.content.decode()
    assert json.loads(saved.content)["unreadable"][0].startswith("entry ")
    assert "still readable" in table.content.decode()


def test_the_database_is_saved_with_its_log(tmp_path: Path) -> None:
    """What was just written stands in the log alone; the copy holds it all the same."""
    environment = {**os.environ, "PSOAS_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "psoas.web.settings"}
    work = f"""
import pathlib
import django; django.setup()
from datetime import date
from django.core.management import call_command
from psoas.diary.entry import Entry
from psoas.records import actions, backup
call_command("migrate", verbosity=0)
for number in range(103):
    actions.keep_entry(entry=Entry(on=date(2026, 11, 24), sleep=3), kind="log")
pathlib.Path("{tmp_path}/saved.zip").write_bytes(backup.database_copy(pathlib.Path("{tmp_path}")))
"""
    subprocess.run([sys.executable, "-c", work], env=environment, check=True)
    with zipfile.ZipFile(tmp_path / "saved.zip") as saved:
        saved.extractall(tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy" / "psoas.sqlite3")) as database:
        rows = database.execute("SELECT count(*) FROM records_diaryentry").fetchone()

    assert rows == (103,)


def test_a_row_that_holds_no_text_at_all_is_damaged_too() -> None:
    """SQLite gives back bytes where bytes were put."""
    with pytest.raises(Damaged, match="entry 7"):
        read_stored(b"\x00\xff", Entry, row="entry 7")  # type: ignore[arg-type]  # what the annotation excludes


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("SQLITE_FULL", "unwritable"),
        ("SQLITE_IOERR_WRITE", "unwritable"),
        ("SQLITE_READONLY", "unwritable"),
        ("SQLITE_BUSY", "busy"),
        ("SQLITE_NOTADB", "unreadable"),
        ("SQLITE_MISUSE", "unknown"),
    ],
)
def test_what_sqlite_says_decides_which_page_is_shown(error: str, kind: str) -> None:
    """Its own name for the trouble, as Python's driver hands it on."""
    cause = sqlite3.OperationalError("database or disk is full")
    cause.sqlite_errorname = error
    told = OperationalError("database or disk is full")
    told.__cause__ = cause

    assert kind_of(told) == kind


def test_a_log_that_was_not_kept_says_so(client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that says "safe" for what was just lost would be a lie."""
    monkeypatch.setattr(actions, "keep_entry", _full_disk)
    client.raise_request_exception = False
    page = client.post("/log/", {"sleep": "3"}).content.decode()

    assert "What you sent just now was not kept" in page
    assert queries.diary().entries == ()


def _full_disk(**_told: object) -> bool:
    cause = sqlite3.OperationalError("database or disk is full")
    cause.sqlite_errorname = "SQLITE_FULL"
    raise OperationalError("database or disk is full") from cause


@pytest.mark.django_db
def test_a_refused_address_says_which_one_answers(client: Client) -> None:
    """Not "restart Psoas": the address it does answer to, and how to allow another."""
    answer = client.get("/", headers={"host": "evil.example"})
    text = answer.content.decode()

    assert answer.status_code == 400
    assert "Psoas does not answer at this address" in text
    assert "PSOAS_HOSTS" in text
    assert "restart" not in text
