"""Every printed document keeps its schema, its bytes and its meaning; the catalogue carries what it must."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from command_line import START, TODAY, Document, Shell

EXAMPLES = Path(__file__).parents[2] / "examples"
INTAKE = EXAMPLES / "office-worker.intake.json"
EXAMINATION = EXAMPLES / "office-worker.examination.json"
FIELDS = ("id", "kind", "names", "family", "targets", "position", "equipment", "sides", "dose", "tempo_s", "demands",
          "easier", "harder", "steps", "why", "cautions", "evidence", "sources", "figure")  # fmt: skip
KINDS = {"exercises": "exercise", "tests": "test", "habits": "habit", "red-flags": "red-flag", "questions": "question",
         "norms": "norm", "conditions": "condition"}  # fmt: skip
SOURCE_PLAN = (
    "hip-extension-test seated-rotation-test bridge-test hip-flexor-lunge-stretch hip-90-90-switch piriformis-release "
    "seated-figure-4 seated-hip-opener deep-squat-hold hamstring-stretch adductor-rock-back active-hip-flexor-stretch "
    "active-external-rotator-stretch foam-roll-glutes foam-roll-hip-flexors ball-release-glutes glute-bridge "
    "glute-bridge-march clamshell hip-hinge-deadlift bodyweight-squat sit-to-stand pallof-press dead-bug bird-dog "
    "side-plank-knees side-plank walking cycling hip-circles standing-thoracic-rotation childs-pose-side-reach desk-setup "
    "chair-breaks driving footwear calm-minutes breathing heat-and-ice seated-pelvic-tilt even-weight-standing cued-walk "
    "step-up reach-and-place tandem-stance single-leg-stance"
)
"""What the product must carry, by id."""
DIARY: Document = {
    "psoas": "diary/1",
    "entries": [
        {
            "on": START,
            "pain": {"before": 3, "during": 0, "after": 0, "next_morning": None},
            "exercises": [{"exercise": "seated-figure-4", "side": "left", "sets": 1, "reps": 2, "hold_s": 30, "pain": 0}],
            "relief": ["seated-figure-4"],
            "micro_breaks": [{"at": "09:40", "exercise": "hip-circles", "did": "yes"}],
            "answers": {"saddle-numbness": "no"},
            "note": '=1+1, "q"\nnew line',
        },
        {"on": "2026-11-24"},
    ],
}


@pytest.fixture
def plan(shell: Shell) -> str:
    """The office worker's plan on disk."""
    return shell.file(shell.read("plan", INTAKE, "--examination", EXAMINATION, "--start", START, "--today", TODAY))


def test_every_printed_document_keeps_its_schema(plan: str, shell: Shell) -> None:
    diary = shell.file(DIARY)
    printed = [
        shell.read("screen", INTAKE, "--today", TODAY),
        shell.read("assess", INTAKE, EXAMINATION, "--today", TODAY),
        json.loads(Path(plan).read_text()),
        shell.read("adapt", plan, diary, "--today", "2026-11-25"),
        shell.read("adapt", plan, diary, "--today", "2026-11-25", "--apply"),
        shell.read("relief", diary),
        json.loads(shell.run("export", plan, diary, "--to", "json")[1]),
        DIARY,
    ]
    for document in printed:
        schema = json.loads(shell.run("schema", document["psoas"].removesuffix("/1"))[1])
        jsonschema.validate(document, schema)


def test_zero_is_data_and_missing_is_nothing_in_a_table(plan: str, shell: Shell, tmp_path: Path) -> None:
    """And a note that looks like a formula stays a note."""
    out = tmp_path / "log.csv"
    assert shell.run("export", plan, shell.file(DIARY), "--to", "csv", "-o", out)[0] == 0

    text = out.read_text()
    assert f"{START},3,0,0,," in text
    assert '"=1+1' not in text


def test_relief_claims_nothing_under_four_uses_and_shares_a_change(shell: Shell) -> None:
    """Twenty days of minus three: alone it helps; two together get it once, not twice."""

    def ranked(uses: int, *exercises: str) -> dict[str, Document]:
        done = [{"exercise": name, "side": "both" if name == "glute-bridge" else "left", "sets": 1} for name in exercises]
        entries = [{"on": f"2026-10-{n + 1:02}", "pain": {"before": 5, "after": 2}, "exercises": done} for n in range(uses)]
        rows = shell.read("relief", shell.file({"psoas": "diary/1", "entries": entries}))["movements"]
        return {row["exercise"]: row for row in rows}

    few = ranked(3, "glute-bridge")["glute-bridge"]
    assert (few["verdict"], few["low"], few["high"]) == ("too-few", None, None)
    alone = ranked(20, "glute-bridge")["glute-bridge"]
    assert alone["verdict"] == "helps"
    assert -3 < alone["mean_change"] < 0
    both = ranked(20, "glute-bridge", "seated-figure-4")
    assert sum(row["mean_change"] for row in both.values()) == pytest.approx(-3, abs=0.1)


def test_the_catalogue_carries_all_that_it_must(shell: Shell) -> None:
    ids = []
    for kind, name in KINDS.items():
        entries = json.loads(shell.run("catalogue", kind, "--json")[1])
        assert {entry["kind"] for entry in entries} == {name}
        ids += [entry["id"] for entry in entries]
    everything = json.loads(shell.run("catalogue", "--json")[1])
    exercises = [entry for entry in everything if entry["kind"] == "exercise"]

    assert sorted(ids) == sorted({entry["id"] for entry in everything})
    assert set(SOURCE_PLAN.split()) <= set(ids)
    assert all(field in exercise for exercise in exercises for field in FIELDS)
    assert {exercise["sides"] for exercise in exercises} == {"each", "both"}


def test_the_same_input_gives_the_same_bytes_in_another_process(plan: str, shell: Shell) -> None:
    """Whatever order its sets come in."""
    program = Path(sys.executable).with_name("psoas")
    command = [program, "plan", INTAKE, "--examination", EXAMINATION, "--start", START, "--today", TODAY, "--json"]
    printed = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "77")
    }

    assert len(printed) == 1
    assert json.loads(printed.pop()) == json.loads(Path(plan).read_text())


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    """Asking for help or a screen must not wait for the solver, the compiler, the calendar or the web."""
    code = "import sys, psoas.cli.main; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert not {"ortools", "pandas", "scipy", "numba", "icalendar", "django"} & set(done.stdout.split())
