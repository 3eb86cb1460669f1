"""`psoas share --table` and `psoas.share_table`: any length, any cut, any engine, the same answers."""

import csv
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import psoas
from psoas.cli.main import main
from psoas.mechanics.people_table import ADDED, NUMBERS
from psoas.vocabulary.errors import BadInput

pa = pytest.importorskip("pyarrow", reason="needs the research extra")
pytest.importorskip("duckdb", reason="needs the research extra")
from psoas.cli import share_engine  # noqa: E402  # after the extra was looked for

Captured = pytest.CaptureFixture[str]
PEOPLE = 3_000


@pytest.fixture
def people() -> "pa.Table":
    rng = np.random.default_rng(11)
    flexion = rng.uniform(30, 75, PEOPLE).round(1)
    flexion[::3] = np.nan
    return pa.table({
        "id": [f"p{k}" for k in range(PEOPLE)],
        "sex": rng.choice(["female", "male", "unstated"], PEOPLE).tolist(),
        "age": rng.integers(18, 90, PEOPLE),
        "straight_leg_raise": rng.uniform(40, 100, PEOPLE).round(1),
        "lumbar_flexion": pa.array(flexion, from_pandas=True),
        "fused": rng.choice(["", "L4-L5", "L4-L5 L5-S1"], PEOPLE).tolist(),
        "trunk": rng.uniform(20, 100, PEOPLE).round(1),
    })  # fmt: skip


def written(table: "pa.Table", place: Path) -> Path:
    """As Parquet or CSV, by its name."""
    if place.suffix == ".parquet":
        from pyarrow.parquet import write_table  # noqa: PLC0415

        write_table(table, place, row_group_size=700)
    else:
        from pyarrow.csv import WriteOptions, write_csv  # noqa: PLC0415

        write_csv(table, place, WriteOptions(quoting_style="needed"))
    return place


def checksum(capsys: Captured) -> str:
    return capsys.readouterr().err.strip().rsplit(" ", 1)[1]


def test_parquet_csv_and_the_plain_reader_give_the_same_numbers(people: "pa.Table", tmp_path: Path, capsys: Captured) -> None:
    """One function behind three doors."""
    from pyarrow.parquet import read_table  # noqa: PLC0415

    source = written(people, tmp_path / "people.csv")
    task = ["share", "--task", "forward-bend"]
    assert main([*task, "--table", str(written(people, tmp_path / "people.parquet")), "-o", str(tmp_path / "a.parquet")]) == 0
    first = checksum(capsys)
    assert main([*task, "--table", str(source), "-o", str(tmp_path / "b.csv")]) == 0
    assert checksum(capsys) == first
    assert main([*task, "--csv", str(source), "-o", str(tmp_path / "c.csv")]) == 0

    one = read_table(tmp_path / "a.parquet")
    two, three = (list(csv.DictReader((tmp_path / name).open(newline=""))) for name in ("b.csv", "c.csv"))
    for name in ADDED:
        values = one[name].to_pylist()
        if name in NUMBERS:
            assert [float(row[name]) for row in two] == [float(row[name]) for row in three] == values
        else:
            assert [row[name] for row in two] == [row[name] for row in three] == values
    assert one.schema.field("hip").metadata == {b"unit": b"deg"}
    assert one.schema.field("lumbar_share").metadata == {b"unit": b"1"}


def test_no_answer_depends_on_how_the_table_is_cut(
    people: "pa.Table", tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stretches of 64, of 1,000 and all at once."""
    source, sums = written(people, tmp_path / "people.parquet"), set()
    for size in (64, 1_000, 65_536):
        monkeypatch.setattr(share_engine, "BATCH", size)
        assert main(["share", "--task", "forward-bend", "--table", str(source), "-o", str(tmp_path / f"{size}.parquet")]) == 0
        sums.add(checksum(capsys))

    assert len(sums) == 1


def test_a_notebook_gets_a_table_back(people: "pa.Table") -> None:
    """Table or record batch; its rows in order, what was known first."""
    found = psoas.share_table(people, task="forward-bend")
    batch = psoas.share_table(people.to_batches()[0], task="forward-bend")

    assert found.num_rows == PEOPLE
    assert found.column_names[: people.num_columns] == people.column_names
    assert found.column_names[-3:] == ["unit", "validation", "outcome"]
    assert found.slice(0, len(batch)).to_pydict() == batch.to_pydict()
    assert set(found["outcome"].to_pylist()) <= {"solved", "out-of-reach"}
    together = np.array(found["hip"]) + np.array(found["lumbar"])
    np.testing.assert_allclose(together, np.array(people["trunk"]), atol=1.1e-4)


def test_the_worked_example_of_the_guide_runs() -> None:
    """As it is printed; the person who measured a full bend gets it back."""
    text = (Path(__file__).parents[2] / "docs" / "guide" / "researchers.md").read_text("utf-8")
    place: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", text, flags=re.S):
        exec(block, place)  # noqa: S102  # our own page

    assert place["shares"]["hip"][1].as_py() == pytest.approx(70, abs=0.01)
    assert place["change"][0].as_py() < 0
    assert place["change"][1].as_py() == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        ({"trunk": [60.0, 500.0]}, "row 2: trunk"),
        ({"trunk": [60.0, None]}, "row 2: trunk"),
        ({"trunk": [60.0, float("inf")]}, "row 2: trunk"),
        ({"trunk": ["60", "sixty"]}, "row 2: trunk"),
        ({"trunk": [60.0], "age": [True]}, "age"),
        ({"trunk": [60.0], "sex": ["woman"]}, "row 1: sex"),
        ({"trunk": [60.0], "height": [1.8]}, "columns"),
        ({"trunk": [60.0], "trunk_bend_t12": [100.0], "trunk_bend_s1": [99.0]}, "row 1: trunk_bend_s1"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(columns: dict[str, list[object]], named: str) -> None:
    """Nothing is guessed and nothing is dropped."""
    with pytest.raises(BadInput, match=named):
        psoas.share_table(pa.table(columns), task="forward-bend")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--table", "people.parquet"], "-o"),
        (["--table", "people.parquet", "-o", "out.xlsx"], "-o"),
        (["--table", "people.txt", "-o", "out.csv"], "--table"),
        (["--table", "nobody.parquet", "-o", "out.csv"], "--table"),
        (["--table", "people.parquet", "-o", "out.csv", "--engine", "dask"], "--engine"),
        (["--table", "people.parquet", "-o", "out.csv", "--slr", "70"], "--table"),
        (["--table", "people.parquet", "--csv", "people.csv", "-o", "out.csv"], "--csv"),
        (["--table", "broken.parquet", "-o", "out.csv"], "--table"),
        (["--table", "bad.csv", "-o", "out.csv"], "line 3: age"),
        (["--table", "odd.csv", "-o", "out.csv"], "line 1"),
        (["--table", "ragged.csv", "-o", "out.csv"], "ragged.csv"),
    ],
)
def test_bad_tables_are_one_line_and_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, arguments: list[str], named: str
) -> None:
    """Exit 2; no half-written file."""
    monkeypatch.chdir(tmp_path)
    written(pa.table({"trunk": [60.0]}), Path("people.parquet"))
    Path("people.txt").write_text("trunk\n60\n")
    Path("broken.parquet").write_text("no parquet")
    Path("bad.csv").write_text("age,trunk\n40,60\nforty,60\n")
    Path("odd.csv").write_text("heigth,trunk\n180,60\n")
    Path("ragged.csv").write_text("age,trunk\n40,60\n40,60,70\n")
    before = sorted(tmp_path.iterdir())

    assert main(["share", "--task", "forward-bend", *arguments]) == 2
    captured = capsys.readouterr()

    assert named in captured.err
    assert captured.err.strip("\n").count("\n") == 0
    assert sorted(tmp_path.iterdir()) == before


def test_an_existing_table_stays_unless_told(tmp_path: Path, capsys: Captured) -> None:
    """Without --force."""
    source, out = written(pa.table({"trunk": [60.0]}), tmp_path / "people.parquet"), tmp_path / "out.csv"
    out.write_text("mine")

    assert main(["share", "--task", "forward-bend", "--table", str(source), "-o", str(out)]) == 2
    assert out.read_text() == "mine"
    assert main(["share", "--task", "forward-bend", "--table", str(source), "-o", str(out), "--force"]) == 0
    assert "lumbar" in out.read_text()


@pytest.mark.slow
@pytest.mark.skipif(find_spec("pyspark") is None, reason="needs the spark extra and a Java")
def test_spark_gives_the_same_checksum(people: "pa.Table", tmp_path: Path, capsys: Captured) -> None:
    """The same function by mapInArrow."""
    source, sums = written(people, tmp_path / "people.parquet"), set()
    for engine in ("local", "spark"):
        out = str(tmp_path / f"{engine}.parquet")
        assert main(["share", "--task", "forward-bend", "--table", str(source), "-o", out, "--engine", engine]) == 0
        sums.add(checksum(capsys))

    assert len(sums) == 1
