"""The command line on odd machines: other consoles, other alphabets, other files, no home, a read-only disk."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from command_line import LEAST, START, TODAY, Shell
from example_people import MAYA
from icalendar import Calendar

from psoas import journey
from psoas.exchange.calendar import write_ics

PROGRAM = [sys.executable, "-c", "from psoas.cli.main import run; run()"]
EXAMPLE = Path(__file__).parents[2] / "examples/office-worker.intake.json"


def run(*arguments: Any, lacks: tuple[str, ...] = (), **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name not in lacks}
    command = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(command, env={**kept, **environment}, check=False, capture_output=True, timeout=120)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture(scope="module")
def usual() -> bytes:
    """What a console of today gets."""
    return run("screen", EXAMPLE, "--today", TODAY, "--json").stdout


@pytest.mark.parametrize("console", [
    {"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "gbk"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"},
])  # fmt: skip
def test_an_old_console_gets_the_same_bytes(console: Mapping[str, str], usual: bytes) -> None:
    """UTF-8, whatever the console thinks it can show: what is piped into a file can be read back."""
    odd = run("screen", EXAMPLE, "--today", TODAY, "--json", **console)

    assert (odd.returncode, odd.stdout, odd.stderr) == (0, usual, b"")
    assert b"Traceback" not in run("catalogue", "exercises", **console).stderr


@pytest.mark.parametrize("folder", ["데이터", "a?#%b", 'it\'s "quoted"', "with space"])
def test_a_folder_may_have_any_name(tmp_path: Path, folder: str) -> None:
    """Other letters, and letters that mean something in addresses and shells."""
    place = tmp_path / folder
    place.mkdir()
    (place / "intake.json").write_bytes(EXAMPLE.read_bytes())
    out = place / "clearance.json"

    assert run("screen", place / "intake.json", "--today", TODAY, "--json", "-o", out).returncode == 0
    assert json.loads(out.read_bytes())["psoas"] == "clearance/1"


def test_a_file_of_another_alphabet_is_read_or_refused_with_its_reason(tmp_path: Path) -> None:
    """A mark at the beginning and line ends of another system are read; two bytes a letter are not, and that is said."""
    file = tmp_path / "intake.json"
    file.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    assert run("screen", file, "--today", TODAY).returncode == 0

    file.write_bytes(EXAMPLE.read_text("utf-8").encode("utf-16"))
    refused = run("screen", file, "--today", TODAY)

    assert refused.returncode == 2
    assert b"UTF-8" in refused.stderr
    assert refused.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="folders that cannot be written are POSIX here")
def test_without_a_home_and_on_a_disk_that_cannot_be_written_a_plan_is_still_printed(tmp_path: Path) -> None:
    """Nothing is compiled into a cache that is needed, and nothing is kept beside the program."""
    nowhere = {
        "HOME": "/nonexistent",
        "XDG_CACHE_HOME": "/proc/nothing",
        "NUMBA_CACHE_DIR": "/proc/nothing",
        "TMPDIR": "/proc",
    }
    share = run("share", "--task", "forward-bend", "--trunk", "70", "--json", lacks=("XDG_DATA_HOME", "PSOAS_DATA"), **nowhere)
    plan = run("plan", EXAMPLE, "--start", START, "--today", TODAY, "--json", lacks=("PSOAS_DATA",), **nowhere)

    assert (share.returncode, plan.returncode) == (0, 0), (share.stderr, plan.stderr)
    assert json.loads(plan.stdout)["psoas"] == "plan/1"


@pytest.mark.skipif(os.name != "posix", reason="as above")
def test_serving_where_nothing_can_be_kept_says_why_in_one_line() -> None:
    """It does not pretend: no folder, no server."""
    told = run(
        "serve", "--no-browser", "--port", "8999", lacks=("XDG_DATA_HOME",), HOME="/proc/nothing", PSOAS_DATA="/proc/no"
    )

    assert told.returncode == 1
    assert told.stderr.startswith(b"psoas: the data folder /proc/no cannot be used")
    assert told.stderr.count(b"\n") == 1


@pytest.mark.parametrize(("born", "taken"), [(1899, False), (1900, True), (1907, True), (2008, True), (2009, False),
                                             (2027, False), (0, False), (9999, False)])  # fmt: skip
def test_a_year_of_birth_is_one_that_can_be(shell: Shell, born: int, taken: bool) -> None:
    """Adults, and nobody older than anybody was."""
    file = shell.file(LEAST | {"born": born})
    code, _out, err = shell.run("screen", file, "--today", TODAY)

    assert code == (0 if taken else 2), err
    assert taken or ": born: " in err


def test_leap_days_and_changes_of_the_clock_leave_every_day_where_it_is() -> None:
    """Eight weeks over the end of summer time in Berlin and its beginning in New York: 56 days, each at its hour, no zone."""
    for start in (date(2026, 10, 5), date(2027, 2, 15), date(2028, 2, 14)):
        plan = journey.plan(MAYA, start=start, today=start)
        found = list(Calendar.from_ical(write_ics(plan, catalogue=journey.catalogue())).walk("VEVENT"))
        begins = [event["dtstart"].dt for event in found if "-session-" in event["uid"]]
        days = [day.date for week in plan.weeks for day in week.days]

        assert len(set(days)) == 56
        assert (days[-1] - days[0]).days == 55
        assert {begin.date() for begin in begins} <= set(days)
        assert all(isinstance(begin, datetime) and begin.tzinfo is None for begin in begins)
        assert len({min(begin for begin in begins if begin.date() == day).time() for day in days}) <= 2


def test_a_night_at_a_desk_is_told_as_it_is(shell: Shell) -> None:
    """From ten in the evening to six: its breaks come on the days on which they fall, and on no others."""
    desk = [{"from": "22:00", "to": "06:00", "days": ["mon"]}]
    plan = shell.plan(sitting=desk)
    first, second, third = (day["micro_breaks"] for day in plan["weeks"][0]["days"][:3])

    assert {at["at"] >= "22:00" for at in first} == {True}
    assert second
    assert {at["at"] <= "06:00" for at in second} == {True}
    assert third == []
