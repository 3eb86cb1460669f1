"""The tables of a phone's database: brought up whole or not at all, and left alone where a newer release wrote them."""

import os
import subprocess
import sys
from pathlib import Path

OLDER = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("migrate", "records", "0001", verbosity=0)
"""
CUT = """
from psoas.browser.startup import prepare, tables
from importlib import import_module
assert tables() == "older"
last = import_module("psoas.records.migrations.0003_told_at").Migration
last.apply = lambda *_, **__: (_ for _ in ()).throw(SystemExit("cut"))
prepare()
"""
NEWER = """
from psoas.browser.startup import prepare, tables
prepare()
assert tables() == "same"
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
MigrationRecorder(connection).record_applied("records", "9999_of_a_later_release")
print(tables())
"""


def run(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PSOAS_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "psoas.browser.settings"}
    return subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)


def test_steps_that_are_cut_short_leave_the_older_tables_as_they_were(tmp_path: Path) -> None:
    """The last step fails after others were done: the file is the old one, byte for byte of its content."""
    assert run(tmp_path, OLDER).returncode == 0
    held = (tmp_path / "psoas.sqlite3").read_bytes()
    told = run(tmp_path, CUT)

    assert told.stderr.strip().endswith("cut")
    assert (tmp_path / "psoas.sqlite3").read_bytes() == held


def test_a_database_of_a_newer_release_is_told_from_an_older_one(tmp_path: Path) -> None:
    assert run(tmp_path, NEWER).stdout == "newer\n"
