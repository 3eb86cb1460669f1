"""Documents: what may come in, what is refused in one line, what goes out."""

import json
from pathlib import Path
from time import perf_counter

import example_people
import jsonschema
import pytest
from text_tables import rows

from psoas import journey
from psoas.diary.entry import Diary
from psoas.exchange.documents import DOCUMENTS, as_json, read_document, schema_of, write_document
from psoas.exchange.json_text import read_json
from psoas.planning.dose import Load
from psoas.planning.plan import Plan
from psoas.screening.intake import Intake
from psoas.vocabulary.errors import BadInput

DONE_ONCE = {"exercise": "box-squat", "side": "both"}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_valid_and_reads_back_equal(example: Path) -> None:
    """An example follows its own schema, and writing what was read changes nothing that is said."""
    name = example.name.split(".")[-2]
    document = read_document(example.read_bytes(), DOCUMENTS[name])

    jsonschema.validate(json.loads(example.read_bytes()), schema_of(name))
    assert read_document(write_document(document).encode(), DOCUMENTS[name]) == document


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_schema_is_a_schema_and_needs_the_name_of_its_document(name: str) -> None:
    """JSON Schema 2020-12, closed, with `psoas` first among what is needed."""
    schema = schema_of(name)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["required"][0] == "psoas"
    assert schema["additionalProperties"] is False


def test_bad_fields_are_named_with_what_is_allowed() -> None:
    """One field at a time, changed in a valid intake."""
    table = """
        field             | content               | message
        pain.now          | 11                    | pain.now: a whole number from 0 to 10
        pain.now          | null                  | pain.now: a whole number from 0 to 10
        pain.now          | 4.5                   | pain.now: a whole number from 0 to 10
        pain.now          | "4"                   | pain.now: a whole number from 0 to 10
        pain.now          | true                  | pain.now: a whole number from 0 to 10
        sex               | "x"                   | sex: one of female, male, unstated
        minutes_per_day   | 4                     | minutes_per_day: a whole number from 5 to 120
        training_days     | []                    | training_days: a list (1 to 7) of one of mon, tue, wed, thu, fri, sat, sun
        sitting.0.from    | "9:00"                | sitting.0.from: a time such as 09:00
        sitting.0.to      | "24:00"               | sitting.0.to: a time such as 09:00
        birth_on          | "2026-02-30"          | birth_on: a date such as 2026-11-23 or null
        birth_on          | "1764547200"          | birth_on: a date such as 2026-11-23 or null
        birth_on          | "2026-01-01T00:00:00" | birth_on: a date such as 2026-11-23 or null
        pain              | 3                     | pain: an object
        answers.leg-swelling | "maybe"            | answers.leg-swelling: one of no, yes, old, known, unsure or null
        psoas             | "plan/1"              | psoas: needed, and "intake/1"
    """
    for row in rows(table):
        content = _changed(row["field"], json.loads(row["content"]))

        with pytest.raises(BadInput) as caught:
            read_document(content, Intake, where="my.json")
        assert str(caught.value) == f"my.json: {row['message']}"


def test_null_says_absent_wherever_a_field_may_be_left_out() -> None:
    """For lists, answers and whatever else; the schema says so too, and what is needed stays needed."""
    intake = json.loads(write_document(example_people.MAYA))
    needed = {"psoas", "born", "sex", "pain", "answers", "minutes_per_day", "training_days"}
    bare = {field: content for field, content in intake.items() if field in needed}
    bare["answers"] = dict(list(intake["answers"].items())[1:])
    nulls = dict.fromkeys(intake) | bare | {"answers": intake["answers"] | {next(iter(intake["answers"])): None}}

    jsonschema.validate(nulls, schema_of("intake"))
    assert read_document(json.dumps(nulls).encode(), Intake) == read_document(json.dumps(bare).encode(), Intake)
    for field in needed:
        with pytest.raises(BadInput, match=f"^{field}: "):
            read_document(json.dumps(bare | {field: None}).encode(), Intake)


def test_an_unknown_field_is_refused_wherever_it_stands() -> None:
    """A misspelt field would otherwise be an answer that is silently lost."""
    for field in ("conditon", "pain.nwo", "sitting.0.form"):
        with pytest.raises(BadInput, match="unknown field; allowed are"):
            read_document(_changed(field, 1), Intake)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"psoas": "intake/1", "psoas": "intake/1"}', "psoas: given once, not twice"),
        (b"\xff\xfe\x00", "file: JSON text in UTF-8"),
        (b"", "file: JSON (line 1, column 1 is not)"),
        (b"[1]", "file: a JSON object with psoas: intake/1"),
        (b'{"psoas": NaN}', "psoas: an ordinary number, not NaN"),
        (b'{"psoas": -Infinity}', "psoas: an ordinary number, not -Infinity"),
        (b'{"psoas": {"pain": [1, 1e999]}}', "psoas.pain.1: an ordinary number, not an infinite one"),
        (b'{"psoas": ' + b"9" * 5000 + b"}", "psoas: an ordinary number, not one so long"),
        (b"[" * 51 + b"]" * 51, "file: nested at most 50 deep"),
        (b'{"a": "' + b"[" * 99 + b'"}', 'psoas: needed, and "intake/1"'),
        (b" " * 5_000_001, "file: at most 5 MB"),
        (b'{"psoas": "\\ud800"}', "psoas: text without half characters"),
    ],
)
def test_doubtful_json_is_refused(content: bytes, message: str) -> None:
    """Each in one line; brackets inside a string do not count as depth."""
    with pytest.raises(BadInput) as caught:
        read_document(content, Intake)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([{"on": "2026-11-23", "relief": ["clamshell"] * 501}], "entries.0.relief: a list (at most 500) of text or null"),
        ([{"on": "2026-11-23"}] * 10_001, "entries: a list (at most 10000) of an object or null"),
    ],
)
def test_a_diary_holds_no_more_than_a_life_can(entries: list[object], message: str) -> None:
    """A file of endless rows is refused before it is worked on."""
    with pytest.raises(BadInput) as caught:
        read_document(json.dumps({"psoas": "diary/1", "entries": entries}).encode(), Diary)
    assert str(caught.value) == message


def test_a_text_that_never_ends_is_refused_at_once() -> None:
    """A megabyte of escaped quotes behind an open one: read once, not once for each of its quotes."""
    begun = perf_counter()
    with pytest.raises(BadInput, match="JSON"):
        read_json(b'["' + b'\\"' * 500_000)

    assert perf_counter() - begun < 5


def test_a_year_alone_stands_for_a_date_of_surgery() -> None:
    """People remember the year; number and text are both fine."""
    for year in (2024, "2024"):
        intake = json.loads(write_document(example_people.FRANK))
        intake["surgeries"][0]["on"] = year
        document = read_document(json.dumps(intake).encode(), Intake)

        assert document.surgeries[0].on == year


def test_writing_is_the_same_to_the_byte() -> None:
    """No dict order, no clock, no hash seed in what is written."""
    assert write_document(example_people.MAYA) == write_document(example_people.MAYA)


def _changed(field: str, content: object) -> bytes:
    intake = json.loads(write_document(example_people.MAYA))
    part = intake
    *path, last = field.split(".")
    for step in path:
        part = part[int(step)] if step.isdigit() else part[step]
    part[last] = content
    return json.dumps(intake).encode()


def test_a_load_that_is_both_or_neither_is_refused_with_its_whole_path() -> None:
    """The value refuses itself; the border says where it stood."""
    for load in ({}, {"kg": 2, "band": "light"}):
        content = {"psoas": "diary/1", "entries": [{"on": "2026-11-23", "exercises": [{**DONE_ONCE, "load": load}]}]}

        with pytest.raises(BadInput) as refused:
            read_document(json.dumps(content).encode(), Diary)

        assert refused.value.field == "entries.0.exercises.0.load"
        assert "either kg or band" in refused.value.allowed


def test_a_load_refuses_itself_wherever_it_is_made() -> None:
    """Not only at the border of documents."""
    with pytest.raises(BadInput):
        Load(kg=2, band="light")


def test_a_plan_of_a_former_version_is_read_without_its_copies_of_days() -> None:
    """Its changes are still told; a plan that comes from outside may not carry them."""
    plan = as_json(journey.plan(example_people.MAYA, start=example_people.START, today=example_people.TODAY))
    change = {
        "exercise": "glute-bridge",
        "side": "both",
        "change": "reduce",
        "from": {"exercise": "glute-bridge"},
        "to": {"exercise": "glute-bridge", "sets": 1, "reps": 8},
        "because": [],
    }
    plan["applied"] = [{"id": "2026-11-30-1", "on": "2026-11-30", "change": change, "was": plan["weeks"][1]["days"]}]
    content = json.dumps(plan).encode()

    assert [known.id for known in read_document(content, Plan, former=True).applied] == ["2026-11-30-1"]
    with pytest.raises(BadInput, match="was"):
        read_document(content, Plan)
