"""`psoas share` with good and bad input, for one person and for a table."""

import csv
import json
from pathlib import Path

import pytest

from psoas.cli.main import main
from psoas.exchange.documents import read_document

EXAMPLES = Path(__file__).parents[2] / "examples"
BEND = ["share", "--task", "forward-bend", "--trunk", "90"]
Captured = pytest.CaptureFixture[str]


def test_a_share_is_a_document_that_reads_back(capsys: Captured) -> None:
    """Strictly, with every field."""
    assert main([*BEND, "--json"]) == 0
    text = capsys.readouterr().out

    read = read_document(text.encode(), "share")
    assert read.task == "forward-bend"
    assert json.loads(text)["psoas"] == "share/1"


def test_fused_levels_of_an_intake_are_used(capsys: Captured) -> None:
    """Two levels fused leave those two with about a degree."""
    intake = str(EXAMPLES / "two-level-fusion.intake.json")
    assert main(["share", intake, "--task", "forward-bend", "--trunk", "90", "--today", "2026-11-20", "--json"]) == 0
    levels = json.loads(capsys.readouterr().out)["levels"]

    assert levels["L4-L5"]["mean"] < 1.2
    assert levels["L5-S1"]["mean"] < 1.2
    assert levels["L2-L3"]["mean"] > 4


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--task", "sitting", "--hip-flexion", "300"], "--hip-flexion"),
        (["--task", "sitting", "--slr", "nan"], "--slr"),
        (["--task", "sitting", "--hip-extension", "inf"], "--hip-extension"),
        (["--task", "sitting", "--lumbar-flexion", "0"], "--lumbar-flexion"),
        (["--task", "forward-bend"], "--trunk"),
        (["--task", "forward-bend", "--trunk", "200"], "--trunk"),
        (["--task", "forward-bend", "--trunk", "nan"], "--trunk"),
        (["--task", "forward-bend", "--trunk", "90", "--fused", "L9-S1"], "--fused"),
        (["--task", "seated-rotation", "--fixed-effort"], "--fixed-effort"),
        (["--task", "handstand"], "--task"),
        ([], "--task"),
        (["--task", "squat", "--csv", "people.csv"], "-o"),
        (["--task", "squat", "--csv", "people.csv", "-o", "out.csv", "--slr", "70"], "--csv"),
    ],
)
def test_bad_input_is_one_line_that_names_the_option(capsys: Captured, arguments: list[str], named: str) -> None:
    """Exit 2, nothing on standard output."""
    assert main(["share", *arguments]) == 2
    captured = capsys.readouterr()

    assert named in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_an_impossible_bend_is_refused_with_its_reason(capsys: Captured) -> None:
    """Exit 2 and why."""
    fused = [part for level in ("L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1") for part in ("--fused", level)]
    assert main(["share", "--task", "forward-bend", "--trunk", "130", "--slr", "10", "--hip-flexion", "30", *fused]) == 2

    assert "not solvable" in capsys.readouterr().err


def test_a_table_comes_back_with_an_answer_for_every_person(tmp_path: Path) -> None:
    """Also for 20,003 people, who do not fit one stretch; unknown cells stay unknown."""
    source, out = tmp_path / "people.csv", tmp_path / "shares.csv"
    lines = ["id,age,sex,straight_leg_raise,fused,trunk", "a,70,female,60,L4-L5 L5-S1,80", "b,,,,,45"]
    source.write_text("\n".join([*lines, *(f"{k},40,male,70,,60" for k in range(20_001))]) + "\n")

    assert main(["share", "--task", "forward-bend", "--csv", str(source), "-o", str(out)]) == 0

    with out.open(newline="") as file:
        answers = list(csv.DictReader(file))
    assert len(answers) == 20_003
    assert {row["outcome"] for row in answers} == {"solved"}
    assert float(answers[0]["hip"]) + float(answers[0]["lumbar"]) == pytest.approx(80, abs=1e-3)
    assert float(answers[0]["L4-L5"]) < 1.2
    assert answers[-1]["hip"] == answers[2]["hip"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("age,trunk\n40,60\nforty,60\n", "line 3: age"),
        ("trunk,fused\n60,L4-L6\n", "line 2: fused"),
        ("trunk\n60\n\n", "line 3: row"),
        ("height\n1.8\n", "line 1"),
        ("age\n40\n", "trunk"),
        ("", "line 1"),
    ],
)
def test_a_bad_table_leaves_nothing_behind(tmp_path: Path, capsys: Captured, text: str, named: str) -> None:
    """The line and the column are named; no half-written file stays."""
    source, out = tmp_path / "people.csv", tmp_path / "shares.csv"
    source.write_text(text)

    assert main(["share", "--task", "forward-bend", "--csv", str(source), "-o", str(out)]) == 2
    assert named in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [source]


def test_an_existing_table_is_not_replaced_unasked(tmp_path: Path, capsys: Captured) -> None:
    """Without --force."""
    source, out = tmp_path / "people.csv", tmp_path / "shares.csv"
    source.write_text("trunk\n60\n")
    out.write_text("mine")

    assert main(["share", "--task", "forward-bend", "--csv", str(source), "-o", str(out)]) == 2
    assert out.read_text() == "mine"
    assert "--force" in capsys.readouterr().err
