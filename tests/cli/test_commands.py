"""Every command with good and with bad input: what is printed, with which exit code, and never a traceback."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from cast import ALL_NO

from psoas.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
INTAKE = str(EXAMPLES / "office-worker.intake.json")
EXAMINATION = str(EXAMPLES / "office-worker.examination.json")
TODAY = ["--today", "2026-11-20"]
START = ["--start", "2026-11-23"]

Captured = pytest.CaptureFixture[str]


def read(capsys: Captured) -> dict[str, object]:
    """The document on standard output."""
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return document


@pytest.fixture
def plan_file(tmp_path: Path) -> str:
    """A plan on disk."""
    out = tmp_path / "plan.json"
    assert main(["plan", INTAKE, *START, *TODAY, "--json", "-o", str(out)]) == 0
    return str(out)


@pytest.fixture
def diary_file(tmp_path: Path) -> str:
    """A diary of one day on disk."""
    out = tmp_path / "diary.json"
    out.write_text('{"psoas": "diary/1", "entries": [{"on": "2026-11-23", "pain": {"before": 3, "after": 0}}]}')
    return str(out)


def written(tmp_path: Path, **changes: object) -> str:
    """The office worker's intake with some fields changed, on disk."""
    intake = json.loads(Path(INTAKE).read_bytes()) | changes
    path = tmp_path / "intake.json"
    path.write_text(json.dumps(intake))
    return str(path)


def test_screening_prints_a_clearance(capsys: Captured) -> None:
    """With --json the document, without it a page that says what to do."""
    assert main(["screen", INTAKE, *TODAY, "--json"]) == 0
    assert read(capsys)["psoas"] == "clearance/1"

    assert main(["screen", INTAKE, *TODAY]) == 0
    assert "not a medical device" in capsys.readouterr().out


def test_an_emergency_is_a_result_and_not_an_error(tmp_path: Path, capsys: Captured) -> None:
    """Screening exits 0 whatever it finds; planning exits 3 with the clearance on standard output."""
    file = written(tmp_path, answers=ALL_NO | {"saddle-numbness": "yes"})

    assert main(["screen", file, *TODAY, "--json"]) == 0
    assert read(capsys)["urgency"] == "emergency"
    assert main(["plan", file, *START, *TODAY, "--json"]) == 3
    assert read(capsys)["psoas"] == "clearance/1"


def test_assessing_prints_a_profile(capsys: Captured) -> None:
    """The two internal rotations of the example differ by more than the error."""
    assert main(["assess", INTAKE, EXAMINATION, *TODAY, "--json"]) == 0

    profile = read(capsys)
    assert profile["psoas"] == "profile/1"
    assert profile["asymmetries"]


def test_planning_twice_gives_the_same_bytes(capsys: Captured) -> None:
    """Same input, same output to the byte."""
    assert main(["plan", INTAKE, "--examination", EXAMINATION, *START, *TODAY, "--json"]) == 0
    once = capsys.readouterr().out
    assert main(["plan", INTAKE, "--examination", EXAMINATION, *START, *TODAY, "--json"]) == 0

    assert capsys.readouterr().out == once
    assert json.loads(once)["psoas"] == "plan/1"


def test_adapting_prints_changes_and_applies_them(plan_file: str, diary_file: str, capsys: Captured) -> None:
    """Without --apply the proposal, with it the changed plan."""
    assert main(["adapt", plan_file, diary_file, "--today", "2026-11-24", "--json"]) == 0
    assert read(capsys)["psoas"] == "changes/1"

    assert main(["adapt", plan_file, diary_file, "--today", "2026-11-24", "--apply", "--json"]) == 0
    assert read(capsys)["psoas"] == "plan/1"


def test_readable_pages_exist_for_every_document(plan_file: str, diary_file: str, capsys: Captured) -> None:
    """No command needs --json to be of use."""
    commands = [
        ["plan", INTAKE, *START, *TODAY],
        ["assess", INTAKE, EXAMINATION, *TODAY],
        ["adapt", plan_file, diary_file, "--today", "2026-11-24"],
        ["relief", diary_file],
        ["catalogue"],
        ["catalogue", "exercises"],
        ["schema"],
        ["check"],
        ["--help"],
        [],
    ]
    for command in commands:
        assert main(command) == 0, command
        assert capsys.readouterr().out.strip(), command


def test_every_kind_of_entry_is_listed_with_its_id_and_kind(capsys: Captured) -> None:
    """And no id is used twice, across all kinds."""
    assert main(["catalogue", "--json"]) == 0

    entries = json.loads(capsys.readouterr().out)
    ids = [entry["id"] for entry in entries]
    assert {entry["kind"] for entry in entries} == {
        "exercise", "test", "habit", "red-flag", "question", "norm", "condition",
    }  # fmt: skip
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("to", ["json", "csv", "ics"])
def test_everything_goes_out_in_three_forms(plan_file: str, diary_file: str, to: str, tmp_path: Path) -> None:
    """A zero stays 0 and a missing value stays empty."""
    out = tmp_path / f"out.{to}"

    assert main(["export", plan_file, diary_file, "--to", to, "-o", str(out)]) == 0
    text = out.read_text()
    signs = {"json": '"psoas": "export/1"', "csv": "2026-11-23,3,,0,,", "ics": "BEGIN:VCALENDAR"}
    assert signs[to] in text


def test_an_existing_file_is_kept_unless_forced(plan_file: str, diary_file: str, capsys: Captured) -> None:
    """-o refuses, and says how."""
    before = Path(plan_file).read_bytes()
    command = ["export", plan_file, diary_file, "--to", "csv", "-o", plan_file]

    assert main(command) == 2
    assert "--force" in capsys.readouterr().err
    assert Path(plan_file).read_bytes() == before
    assert main([*command, "--force"]) == 0


BAD = {
    "missing file": (["screen", "nowhere.json"], "nowhere.json: file"),
    "a folder": (["screen", "."], "file"),
    "no argument": (["screen"], "INTAKE"),
    "unknown command": (["dance"], "dance"),
    "unknown option": (["screen", INTAKE, "--loud"], "--loud"),
    "impossible day": (["screen", INTAKE, "--today", "2026-13-01"], "--today"),
    "day of a week": (["screen", INTAKE, "--today", "2026-W47-5"], "--today"),
    "last day of time": (["plan", INTAKE, "--today", "9999-12-31"], "--today"),
    "line break in a name": (["screen", "no\nwhere.json"], "no?where.json: file"),
    "day as number": (["screen", INTAKE, "--today", "20261120"], "--today"),
    "unknown kind": (["catalogue", "songs"], "KIND"),
    "unknown schema": (["schema", "song"], "NAME"),
    "wrong document": (["screen", EXAMINATION], "psoas"),
    "unknown start": (["plan", INTAKE, "--start", "soon"], "--start"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_line_with_exit_2(case: str, capsys: Captured) -> None:
    """One line on standard error that names what is wrong; nothing on standard output."""
    command, named = BAD[case]

    assert main(command) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert named in captured.err


def test_intakes_that_cannot_be_true_are_refused(tmp_path: Path, capsys: Captured) -> None:
    """Each names the file and the field."""
    changes: list[tuple[str, dict[str, object]]] = [
        ("born", {"born": 2015}),
        ("answers", {"answers": ALL_NO | {"no-such-question": "no"}}),
        ("surgeries.0.on", {"surgeries": [{"what": "lumbar-fusion", "on": "2027-05-01"}]}),
        ("sitting.0", {"sitting": [{"from": "17:00", "to": "09:00", "days": ["mon"]}]}),
    ]
    for field, change in changes:
        file = written(tmp_path, **change)

        assert main(["screen", file, *TODAY]) == 2, field
        error = capsys.readouterr().err
        assert error.startswith(f"psoas: {file}: {field}"), error
        assert error.count("\n") == 1


def test_the_real_command_speaks_through_the_shell() -> None:
    """The installed program, once, with input from standard input."""
    program = Path(sys.executable).with_name("psoas")
    done = subprocess.run(
        [program, "screen", "-", *TODAY, "--json"], input=Path(INTAKE).read_bytes(), capture_output=True, check=False
    )

    assert done.returncode == 0
    assert json.loads(done.stdout)["psoas"] == "clearance/1"


def test_what_was_exported_comes_back_once(plan_file: str, diary_file: str, tmp_path: Path) -> None:
    """Imported twice, an entry is there once: the real program with a data folder of its own."""
    bundle, data = tmp_path / "all.json", tmp_path / "data"
    assert main(["export", plan_file, diary_file, "--to", "json", "-o", str(bundle)]) == 0
    program = Path(sys.executable).with_name("psoas")
    for _ in range(2):
        done = subprocess.run(
            [program, "import", bundle],
            env=os.environ | {"PSOAS_DATA": str(data)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "1 day(s)" in done.stdout

    with closing(sqlite3.connect(data / "psoas.sqlite3")) as database:
        assert database.execute("select count(*) from records_diaryentry").fetchone() == (1,)
