"""What is stored: appended, read back equal, kept once for its key, and really gone when it is deleted."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from django.db import Error, connection
from own_process import printed_by

from psoas.diary.entry import Done, Entry
from psoas.records import actions, queries
from psoas.records.models import APPEND_ONLY, DiaryEntry
from psoas.vocabulary.errors import BadInput

DAY = date(2026, 11, 23)
SECRET_NOTE = "a-very-particular-note"


@pytest.mark.django_db
def test_an_entry_is_kept_once_for_its_key() -> None:
    """The answer to the first send got lost, so the browser sends again."""
    first = actions.keep_entry(entry=Entry(on=DAY, sleep=0), kind="session", key="key-00000001")
    again = actions.keep_entry(entry=Entry(on=DAY, sleep=0), kind="session", key="key-00000001")
    with pytest.raises(actions.KeyTakenError):
        actions.keep_entry(entry=Entry(on=DAY, sleep=9), kind="session", key="key-00000001")

    assert (first, again) == (True, False)
    assert queries.diary().entries == (Entry(on=DAY, sleep=0),)


@pytest.mark.django_db
def test_the_database_itself_refuses_to_change_a_row() -> None:
    """Append-only is not a habit but a trigger."""
    actions.keep_entry(entry=Entry(on=DAY), kind="log")

    with pytest.raises(Error, match="append-only"):
        DiaryEntry.objects.update(kind="session")


@pytest.mark.django_db
def test_every_table_is_append_only_and_can_be_emptied() -> None:
    """A table that is forgotten here would outlive `delete everything`."""
    tables = {name for name in connection.introspection.table_names() if name.startswith("records_")}

    assert tables == {model._meta.db_table for model in APPEND_ONLY}


@pytest.mark.django_db
def test_the_latest_part_and_setting_hold() -> None:
    """Going back to a page and answering again leaves both answers, and the later one counts."""
    for minutes in ("5", "15"):
        actions.keep_part(part="time", content={"minutes": minutes})
        actions.keep_setting(name="theme", value="dark" if minutes == "15" else "light")

    assert queries.parts() == {"time": {"minutes": "15"}}
    assert queries.preferences()["theme"] == "dark"


def test_delete_everything_leaves_nothing_in_any_file(tmp_path: Path) -> None:
    """Neither the free pages of the database nor the write-ahead log hold the note afterwards."""
    store = f"""
import django; django.setup()
from datetime import date
from own_process import begin
from psoas.diary.entry import Done, Entry
from psoas.records import actions, erasure
begin()
for number in range(50):
    actions.keep_entry(entry=Entry(on=date(2026, 11, 23), note="{SECRET_NOTE} " * 40), kind="log")
print(any(b"{SECRET_NOTE}" in path.read_bytes() for path in __import__("pathlib").Path("{tmp_path}").glob("psoas.sqlite3*")))
erasure.delete_everything()
"""
    told = printed_by(store, data=tmp_path)
    left = [path.name for path in tmp_path.iterdir() if SECRET_NOTE.encode() in path.read_bytes()]
    with sqlite3.connect(tmp_path / "psoas.sqlite3") as database:
        rows = database.execute("SELECT count(*) FROM records_diaryentry").fetchone()

    assert told.strip() == "True"
    assert left == []
    assert rows == (0,)


def test_the_connection_is_as_safe_as_the_settings_promise(tmp_path: Path) -> None:
    """WAL, full synchronisation, foreign keys: what a killed process and a power cut rely on."""
    ask = """
import django; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    print([cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names])
"""
    told = printed_by(ask, data=tmp_path)

    assert told.strip() == "['wal', 2, 1, 10000]"


@pytest.mark.django_db
def test_what_could_not_be_read_back_is_not_stored() -> None:
    """A day of endless movements would otherwise stand on record and close every page."""
    done = Done(exercise="clamshell", side="left", sets=1)
    with pytest.raises(BadInput, match="exercises: at most 500"):
        actions.keep_entry(entry=Entry(on=DAY, exercises=(done,) * 40_000), kind="imported")

    assert not DiaryEntry.objects.exists()


def test_deleting_does_not_wait_for_minutes_on_an_open_reader(tmp_path: Path) -> None:
    """Another program holds the database open for reading: a word within seconds, and success once it has gone."""
    work = f"""
import sqlite3, time
import django; django.setup()
from datetime import date
from own_process import begin
from psoas.diary.entry import Entry
from psoas.records import actions, erasure, queries
begin()
mark = queries.beginning()
actions.keep_entry(entry=Entry(on=date(2026, 11, 23), note="{SECRET_NOTE}"), kind="log")
reader = sqlite3.connect("{tmp_path}/psoas.sqlite3", isolation_level=None)
reader.execute("BEGIN"); reader.execute("PRAGMA user_version").fetchone(); list(reader.iterdump())
begun = time.monotonic()
try:
    erasure.delete_everything()
except erasure.NotErased:
    print("told", time.monotonic() - begun < 10)
reader.execute("COMMIT"); reader.close()
erasure.delete_everything()
print("gone", queries.beginning() != mark, queries.was_erased())
"""
    told = printed_by(work, data=tmp_path)
    left = [path.name for path in tmp_path.iterdir() if SECRET_NOTE.encode() in path.read_bytes()]

    assert told.split() == ["told", "True", "gone", "True", "True"]
    assert left == []


def test_a_deletion_that_was_killed_halfway_is_finished_at_the_next_start(tmp_path: Path) -> None:
    """The rows are gone, the file was not rewritten yet: after the next start no byte of them is left."""
    die = f"""
import os
import django; django.setup()
from datetime import date
from own_process import begin
from psoas.diary.entry import Entry
from psoas.records import actions, erasure
begin()
for number in range(40):
    actions.keep_entry(entry=Entry(on=date(2026, 11, 23), note="{SECRET_NOTE} " * 40), kind="log")
erasure._rewrite = lambda: os._exit(9)
erasure.delete_everything()
"""
    begin = "import django; django.setup()\nfrom psoas.records import erasure; erasure.finish()"
    printed_by(die, data=tmp_path, killed=True)
    printed_by(begin, data=tmp_path)

    assert [path.name for path in tmp_path.iterdir() if SECRET_NOTE.encode() in path.read_bytes()] == []
