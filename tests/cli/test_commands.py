"""Every command with good and with bad input: what is printed, with which exit code, and never a traceback."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from example_people import ALL_NO

from psoas import journey
from psoas.cli import pages
from psoas.cli.main import main
from psoas.screening.clearance import ClearanceRecord
from psoas.vocabulary.evidence import Reason

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


def test_a_norm_from_memory_says_so_beside_the_value(tmp_path: Path, capsys: Captured) -> None:
    """Where a person reads a number, its status is told in words."""
    hip = {
        "measure": "hip-extension",
        "side": "left",
        "values": [2],
        "unit": "deg",
        "position": "prone",
        "device": "goniometer",
    }
    measured = tmp_path / "measured.json"
    measured.write_text(json.dumps({"psoas": "examination/1", "on": "2026-11-20", "measures": [hip]}), "utf-8")

    assert main(["assess", INTAKE, str(measured), *TODAY]) == 0
    assert "from memory, not yet verified" in " ".join(capsys.readouterr().out.split())


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


def test_a_clinicians_limits_bind_an_intake_and_a_plan(plan_file: str, tmp_path: Path, capsys: Captured) -> None:
    """The bound plan is the same kind of document; what was closed is gone from that day on."""
    limits = str(EXAMPLES / "office-worker.limits.json")
    assert main(["limit", INTAKE, limits, *TODAY, "--json"]) == 0
    assert read(capsys)["clinician_limits"]

    out = tmp_path / "bound.json"
    assert main(["limit", plan_file, limits, "--today", "2026-11-24", "--json", "-o", str(out)]) == 0
    assert "box-squat" in Path(plan_file).read_text()
    days = [day for week in json.loads(out.read_text())["weeks"] for day in week["days"] if day["date"] >= "2026-11-24"]
    assert "box-squat" not in json.dumps(days)


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


@pytest.mark.parametrize("to", ["json", "csv", "ics", "fhir"])
def test_everything_goes_out_in_several_forms(plan_file: str, diary_file: str, to: str, tmp_path: Path) -> None:
    """A zero stays 0 and a missing value stays empty."""
    out = tmp_path / f"out.{to}"

    assert main(["export", plan_file, diary_file, "--to", to, "-o", str(out)]) == 0
    text = out.read_text()
    signs = {
        "json": '"psoas": "export/1"',
        "csv": "2026-11-23,3,,0,,",
        "ics": "BEGIN:VCALENDAR",
        "fhir": '"resourceType": "Bundle"',
    }
    assert signs[to] in text


def test_the_therapists_page_is_a_pdf_and_needs_a_name(plan_file: str, diary_file: str, tmp_path: Path) -> None:
    """Two pages; the same input gives the same bytes."""
    command = ["export", plan_file, diary_file, "--to", "pdf", "--today", "2026-11-24"]
    assert main(command) == 2
    for name in ("one.pdf", "two.pdf"):
        assert main([*command, "-o", str(tmp_path / name)]) == 0

    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


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
    "neither intake nor plan": (["limit", EXAMINATION, str(EXAMPLES / "office-worker.limits.json")], "psoas"),
    "limits that limit nothing": (["limit", INTAKE, INTAKE], "psoas"),
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
        ("sitting.0", {"sitting": [{"from": "09:00", "to": "09:00", "days": ["mon"]}]}),
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
        assert "1 day of the log" in done.stdout

    with closing(sqlite3.connect(data / "psoas.sqlite3")) as database:
        assert database.execute("select count(*) from records_diaryentry").fetchone() == (1,)


def told(*arguments: str | Path, **how: Any) -> subprocess.CompletedProcess[str]:
    """The real program, as a shell starts it."""
    program = Path(sys.executable).with_name("psoas")
    return subprocess.run([program, *arguments], stderr=subprocess.PIPE, text=True, check=False, **how)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_standard_output_that_takes_nothing_is_told_in_one_line() -> None:
    """A full disk behind `>`, and a closed one: exit 2, no traceback."""
    with Path("/dev/full").open("w") as full:
        on_full_disk = told("catalogue", stdout=full)
    closed = told("catalogue", preexec_fn=lambda: os.close(1))

    assert on_full_disk.returncode == closed.returncode == 2
    assert on_full_disk.stderr == "psoas: standard output: a place that can be written (no space left on device)\n"
    assert closed.stderr == "psoas: standard output: an open one, or -o FILE\n"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """`psoas catalogue --json | head -1`"""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        left = told("catalogue", "--json", stdout=writer)
    finally:
        os.close(writer)

    assert (left.returncode, left.stderr) == (0, "")


@pytest.mark.parametrize("place", ["folder", "/dev/null", "x" * 300, "missing/new.json"])
def test_a_place_that_cannot_be_a_new_file_is_refused_even_with_force(place: str, tmp_path: Path, capsys: Captured) -> None:
    """A folder, a device, a name too long: said in one line, and nothing is left beside it."""
    (tmp_path / "folder").mkdir()
    out = tmp_path / place

    assert main(["screen", INTAKE, *TODAY, "--force", "-o", str(out)]) == 2
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "-o: " in complaint
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_link_is_replaced_and_what_it_points_to_is_left_alone(tmp_path: Path) -> None:
    """Nobody can send the document elsewhere by a link under its name."""
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_text("mine")
    link.symlink_to(target)

    assert main(["screen", INTAKE, *TODAY]) == 0
    assert main(["screen", INTAKE, *TODAY, "-o", str(link)]) == 2
    assert main(["screen", INTAKE, *TODAY, "-o", str(link), "--force"]) == 0
    assert target.read_text() == "mine"
    assert not link.is_symlink()


@pytest.mark.skipif(os.name != "posix", reason="limits of a process are POSIX")
def test_a_disk_that_fills_up_while_writing_leaves_nothing_behind(tmp_path: Path) -> None:
    """The file may grow to a kilobyte; the plan needs more."""
    import resource  # noqa: PLC0415  # POSIX alone

    out = tmp_path / "plan.json"
    arguments = ("plan", INTAKE, *START, *TODAY, "--json", "-o", out)
    full = told(*arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)))

    assert full.returncode == 2
    assert full.stderr == f"psoas: {out}: -o: a place that can be written (file too large)\n"
    assert list(tmp_path.iterdir()) == []


def test_a_page_holds_nothing_that_steers_a_terminal() -> None:
    """A plan from elsewhere may carry any letters in its reasons."""
    found = ClearanceRecord(
        urgency="none", scope="full", reasons=(Reason(id="x", says="\x1b[2J\x9b31m\u202edone", source="psoas-opinion"),)
    )
    page = pages.clearance(found, journey.catalogue())

    assert "done" in page
    assert not set(page) & {"\x1b", "\x9b", "\u202e"}


def test_importing_into_damaged_data_is_told_in_one_line(plan_file: str, diary_file: str, tmp_path: Path) -> None:
    """The database is no database: exit 2, and the file is as it was."""
    bundle, database = tmp_path / "all.json", tmp_path / "data" / "psoas.sqlite3"
    assert main(["export", plan_file, diary_file, "--to", "json", "-o", str(bundle)]) == 0
    database.parent.mkdir()
    database.write_bytes(b"not a database" * 100)
    done = told("import", bundle, stdout=subprocess.PIPE, env=os.environ | {"PSOAS_DATA": str(database.parent)})

    assert done.returncode == 2
    assert done.stderr.startswith("psoas: nothing was brought in")
    assert done.stderr.count("\n") == 1
    assert database.read_bytes() == b"not a database" * 100
