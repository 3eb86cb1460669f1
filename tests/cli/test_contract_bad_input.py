"""Bad input: exit 2, one line that names the field, nothing half done; and null wherever a field may be absent."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from command_line import START, TODAY, Document, Shell, intake

EXAMPLES = Path(__file__).parents[2] / "examples"
NEEDED = {"psoas", "born", "sex", "pain", "answers", "minutes_per_day", "training_days"}
BAD: dict[str, list[Any]] = {
    "born": [1981.5, "1981", True, 1800, 2030],
    "sex": ["f", 1],
    "minutes_per_day": [4, 121, 15.5, "15", True],
    "training_days": [[], ["mon", "mon"], ["monday"], "mon"],
    "pain": [3, {"now": 11, "average_week": 3, "weeks": 3}, {"now": 3, "average_week": 3, "weeks": 3, "worst": 1}],
    "answers": [[], {"saddle-numbness": "maybe"}, {"no-such-question": "no"}],
    "conditions": [["flu"], "osteoporosis"],
    "surgeries": [[{"what": "brain"}], [{"what": "lumbar-fusion", "on": "2025-02-30"}], [{"what": "hip-replacement"}],
                  [{"what": "lumbar-fusion", "on": "2027"}], [{"what": "lumbar-fusion", "levels": ["L9-L10"]}]],
    "sitting": [[{"from": "9:00", "to": "17:00", "days": ["mon"]}], [{"from": "17:00", "to": "17:00", "days": ["mon"]}]],
    "pregnancy": [{"weeks": 0}, {"weeks": 43}, 3],
    "equipment": [["rocket"]],
    "avoid": [["work"]],
    "returns": [[{"answer": "x", "seen_on": TODAY, "by": "nurse"}], [{"answer": "weight-loss", "seen_on": TODAY, "by": "me"}]],
    "conditon": [[]],
}  # fmt: skip
ODD = ['{"born": 1, "born": 2}', "[]", "", "{", "nul", "[" * 60 + "]" * 60, '{"psoas": "intake/2"}', '{"a": 1} {}']


def office_worker() -> Document:
    document = json.loads((EXAMPLES / "office-worker.intake.json").read_bytes())
    assert isinstance(document, dict)
    return document


@pytest.mark.parametrize("field", BAD)
def test_a_wrong_field_is_named(field: str, shell: Shell) -> None:
    for wrong in BAD[field]:
        assert f": {field}" in shell.refusal("screen", shell.file(intake() | {field: wrong}), "--today", TODAY), wrong


@pytest.mark.parametrize("text", ODD)
def test_what_is_no_document_is_refused(text: str, shell: Shell) -> None:
    shell.refusal("screen", shell.file(text), "--today", TODAY)


@pytest.mark.parametrize("odd", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_an_odd_number_is_refused_where_it_stands(odd: str, shell: Shell) -> None:
    text = json.dumps(intake(mass_kg="HERE")).replace('"HERE"', odd)

    assert ": mass_kg: " in shell.refusal("screen", shell.file(text), "--today", TODAY)


def test_null_is_absent_and_what_is_needed_stays_needed(shell: Shell) -> None:
    whole = office_worker() | {"birth_on": None, "returns": None}
    for field in {*whole, "falls", "pregnancy", "floor"} - NEEDED:
        assert shell.read("screen", shell.file(whole | {field: None}), "--today", TODAY)["psoas"] == "clearance/1", field
    for field in NEEDED:
        assert f": {field}: " in shell.refusal("screen", shell.file(whole | {field: None}), "--today", TODAY), field
        less = {name: content for name, content in whole.items() if name != field}
        assert f": {field}: " in shell.refusal("screen", shell.file(less), "--today", TODAY), field


def test_days_outside_the_calendar_are_refused(shell: Shell) -> None:
    for day in ("2026-02-30", "20261120", "2026-W47-5", "0001-01-01", "9999-12-31", "tomorrow"):
        assert "--today: " in shell.refusal("screen", shell.file(intake()), "--today", day), day
        assert "--start: " in shell.refusal("plan", shell.file(intake()), "--start", day, "--today", TODAY), day


def test_nothing_is_written_over_and_nothing_is_left_half_done(shell: Shell, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text("mine")
    bad = shell.file(intake(born=3))
    good = shell.file(intake())
    before = sorted(tmp_path.iterdir())

    assert "-o: " in shell.refusal("plan", good, "--start", START, "--today", TODAY, "-o", kept)
    shell.refusal("plan", bad, "--start", START, "--today", TODAY, "-o", tmp_path / "new.json")
    shell.refusal("plan", bad, "--start", START, "--today", TODAY, "-o", kept, "--force")
    assert (sorted(tmp_path.iterdir()), kept.read_text()) == (before, "mine")


WORDS: list[Any] = [None, True, 0, -1, 2**70, 1e300, 0.5, "", "x", "no", "9999-12-31", "0001-01-01", [], {}, [None], "1" * 999]


def changed(document: Any, random: Random) -> Any:
    """The document with one thing in it replaced, removed, doubled or added."""
    copy = json.loads(json.dumps(document))
    inside, step = random.choice(list(places(copy)))
    match random.randrange(4):
        case 0 if isinstance(inside, dict):
            inside["unheard-of"] = 1
        case 1:
            del inside[step]
        case 2 if isinstance(inside, list):
            inside.append(inside[step])
        case _:
            inside[step] = random.choice(WORDS)
    return copy


def places(content: Any) -> Any:
    """Every list or object with each of its steps."""
    steps = list(content) if isinstance(content, dict) else range(len(content)) if isinstance(content, list) else ()
    for step in steps:
        yield content, step
        yield from places(content[step])


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_changed_in_a_document_the_answer_is_a_result_or_one_line(seed: int, shell: Shell) -> None:
    """Thirty mutations of every example a seed."""
    random = Random(seed)
    worker, tests = office_worker(), json.loads((EXAMPLES / "office-worker.examination.json").read_bytes())
    for _ in range(30):
        for command in (["screen", shell.file(changed(worker, random))],
                        ["assess", shell.file(worker), shell.file(changed(tests, random))]):  # fmt: skip
            code, out, err = shell.run(*command, "--today", TODAY)

            assert (code, bool(out), err.count("\n")) in {(0, True, 0), (2, False, 1)}, (command, err)
