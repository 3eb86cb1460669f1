"""`psoas share` with good and bad input, for one person and for a table."""

import csv
import json
from pathlib import Path

import pytest

from psoas.cli.main import main
from psoas.exchange.documents import read_document
from psoas.mechanics.share import Share

EXAMPLES = Path(__file__).parents[2] / "examples"
BEND = ["share", "--task", "forward-bend", "--trunk", "90"]
Captured = pytest.CaptureFixture[str]


def test_a_share_is_a_document_that_reads_back(capsys: Captured) -> None:
    """Strictly, with every field."""
    assert main([*BEND, "--json"]) == 0
    text = capsys.readouterr().out

    read = read_document(text.encode(), Share)
    assert read.task == "forward-bend"
    assert json.loads(text)["psoas"] == "share/1"


def test_a_typed_full_bend_comes_back(capsys: Captured) -> None:
    """Chest and sacrum, as they were read."""
    assert main(["share", "--task", "forward-bend", "--trunk", "100", "--trunk-bend-t12", "100", "--trunk-bend-s1", "70",
                 "--json"]) == 0  # fmt: skip
    found = json.loads(capsys.readouterr().out)

    assert found["lumbar"]["mean"] == pytest.approx(30, abs=0.01)
    assert found["hip"]["mean"] == pytest.approx(70, abs=0.01)


def test_a_full_bend_of_an_examination_comes_back(tmp_path: Path, capsys: Captured) -> None:
    """Read with the phone at chest and sacrum, three trials each."""
    rows = [{"measure": name, "side": "both", "values": values, "unit": "deg", "position": "standing", "device": "phone"}
            for name, values in (("trunk-bend-t12", [99, 100, 101]), ("trunk-bend-s1", [59, 60, 61]))]  # fmt: skip
    examination = tmp_path / "examination.json"
    examination.write_text(json.dumps({"psoas": "examination/1", "on": "2026-11-20", "measures": rows}))
    intake = str(EXAMPLES / "office-worker.intake.json")

    assert main(["share", intake, "--examination", str(examination), "--task", "forward-bend", "--trunk", "100",
                 "--today", "2026-11-20", "--json"]) == 0  # fmt: skip
    assert json.loads(capsys.readouterr().out)["lumbar"]["mean"] == pytest.approx(40, abs=0.01)


def test_the_page_names_the_input_that_was_never_compared(capsys: Captured) -> None:
    """And says so in capitals."""
    assert main(["share", "--task", "sitting", "--trunk", "44.3"]) == 0
    page = capsys.readouterr().out

    assert "NOT VALIDATED" in page
    assert "because of trunk" in page


def test_a_table_says_what_a_single_person_is_told(tmp_path: Path, capsys: Captured) -> None:
    """To the last printed place, with its unit and what it is worth."""
    source, out = tmp_path / "people.csv", tmp_path / "shares.csv"
    source.write_text(
        "age,sex,straight_leg_raise,trunk_bend_t12,trunk_bend_s1,trunk\n33,female,61,,,65\n,,,100,70,100\n80,,,,,65\n"
    )
    assert main(["share", "--task", "forward-bend", "--csv", str(source), "-o", str(out)]) == 0
    capsys.readouterr()
    assert main(["share", "--task", "forward-bend", "--trunk", "100", "--trunk-bend-t12", "100", "--trunk-bend-s1", "70",
                 "--json"]) == 0  # fmt: skip
    single = json.loads(capsys.readouterr().out)

    with out.open(newline="") as file:
        table = list(csv.DictReader(file))
    assert float(table[1]["lumbar"]) == single["lumbar"]["mean"]
    assert float(table[1]["hip"]) == single["hip"]["mean"]
    assert float(table[1]["L5-S1"]) == single["levels"]["L5-S1"]["mean"]
    assert [row["validation"] for row in table] == ["validated", "not-validated", "not-validated"]
    assert {row["unit"] for row in table} == {"deg"}


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
        (["--task", "sitting", "--trunk-bend-t12", "100"], "--trunk-bend-s1"),
        (["--task", "sitting", "--trunk-bend-s1", "40"], "--trunk-bend-t12"),
        (["--task", "sitting", "--trunk-bend-t12", "60", "--trunk-bend-s1", "70"], "--trunk-bend-s1"),
        (["--task", "sitting", "--examination", "none.json"], "--examination"),
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
        ("trunk,trunk_bend_t12,trunk_bend_s1\n60,100,98\n", "line 2: trunk_bend_s1"),
        ("trunk,trunk_bend_t12,trunk_bend_s1\n60,,\n60,100,\n", "line 3: trunk_bend_s1"),
        ("trunk,trunk_bend_t12\n60,100\n", "together"),
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
