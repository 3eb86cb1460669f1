"""Documents: the values of the rooms as JSON, in both directions.

Each document says what it is in its first field, `"psoas": "name/1"`. Reading refuses unknown fields and says in one line
which field is wrong and what is allowed; writing gives the same bytes for the same value.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from psoas.adaptation.changes import Changes
from psoas.assessment.examination import Examination
from psoas.assessment.profile import Profile
from psoas.diary.entry import Diary, Entry
from psoas.exchange.export import Export
from psoas.exchange.json_text import read_json, shown
from psoas.exchange.nulls import with_nulls, without_nulls
from psoas.exchange.schema import Schema, follow, misdated, say
from psoas.exchange.upgrade import brought_forward
from psoas.mechanics.share import Share
from psoas.outcomes.relief_ranking import Relief
from psoas.planning.plan import Plan
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.clinician_limits import ClinicianLimits
from psoas.screening.intake import Intake, Return
from psoas.vocabulary.errors import BadInput

D = TypeVar("D")
DOCUMENTS: Mapping[str, type] = {
    "intake": Intake,
    "examination": Examination,
    "clearance": ClearanceRecord,
    "limits": ClinicianLimits,
    "profile": Profile,
    "plan": Plan,
    "diary": Diary,
    "changes": Changes,
    "relief": Relief,
    "share": Share,
    "export": Export,
}
PARTS: Mapping[str, type] = {"entry": Entry, "return": Return}
"""Values that travel alone inside the product (a diary entry from the player, a visit to a clinician) but are no documents."""
NAMES: Mapping[type, str] = {kind: name for name, kind in {**DOCUMENTS, **PARTS}.items()}


def read_document(content: bytes, kind: type[D], *, where: str = "", former: bool = False) -> D:
    """The value of a document of this kind, or BadInput naming file, field and what is allowed.

    `former`: it comes from the record, perhaps of a former version. A saved file (export) always may.
    """
    try:
        told = read_json(content)
        return _read(brought_forward(told) if former or kind is Export else told, kind)
    except BadInput as bad:
        raise bad.found_in(where) from bad


def name_told(content: bytes, *, where: str = "") -> str:
    """Which document this says it is; empty where it says nothing."""
    try:
        told = read_json(content)
    except BadInput as bad:
        raise bad.found_in(where) from bad
    says = told.get("psoas") if isinstance(told, dict) else None
    return says.removesuffix("/1") if isinstance(says, str) else ""


def read_part(content: Any, kind: type[D], *, former: bool = False) -> D:
    """The value of what is already parsed, such as a diary entry inside a request. `former`: see `read_document`."""
    return _validate(brought_forward(content) if former else content, kind)


def write_document(document: object) -> str:
    """The document as JSON text ending in a newline: two spaces deep; a plan, which is long, a value a line and not indented,
    so that it stays under a megabyte whatever has happened to it."""
    return write_json(as_json(document), indent=0 if isinstance(document, Plan) else 2)


def write_json(content: object, *, indent: int = 2) -> str:
    """Plain content, or a sequence of values, as JSON text in the documents' own layout."""
    return json.dumps(content, ensure_ascii=False, indent=indent, default=as_json) + "\n"


def as_json(document: Any) -> Any:
    """The document as plain lists, dicts, numbers and text."""
    kind: Any = type(document)
    return _adapter(kind).dump_python(document, mode="json", by_alias=True)


@cache
def schema_of(name: str) -> Schema:
    """The JSON Schema (2020-12) of a document."""
    schema = with_nulls(_schema_of_value(name))
    if name in DOCUMENTS:
        schema["required"] = ["psoas", *schema.get("required", [])]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


@cache
def _schema_of_value(name: str) -> Schema:
    """What the value itself takes: null only where it is a value of its own."""
    return _adapter(_kind(name)).json_schema(by_alias=True, mode="validation")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _kind(name: str) -> type:
    return DOCUMENTS.get(name) or PARTS[name]


def _read(content: Any, kind: type[D]) -> D:
    name = NAMES[kind]
    if not isinstance(content, dict):
        raise BadInput("file", f"a JSON object with psoas: {name}/1")
    if content.get("psoas") != f"{name}/1":
        raise BadInput("psoas", f'needed, and "{name}/1"')
    return _validate(content, kind)


def _validate(content: Any, kind: type[D]) -> D:
    name = NAMES[kind]
    schema = schema_of(name)
    if (path := misdated(schema, schema, content)) is not None:
        raise BadInput(_written(path), say(schema, follow(schema, path)))
    try:
        adapter: TypeAdapter[D] = _adapter(cast("Any", kind))
        return adapter.validate_json(json.dumps(_told(content, name)))
    except ValidationError as error:
        raise _complaint(error, content, schema) from error


def _told(content: Any, name: str) -> Any:
    schema = _schema_of_value(name)
    return without_nulls(schema, schema, content)


def _complaint(error: ValidationError, content: Any, schema: Schema) -> BadInput:
    """The first thing wrong, in one line."""
    first = error.errors(include_url=False)[0]
    path = _within(content, first["loc"])
    if isinstance(bad := first.get("ctx", {}).get("error"), BadInput):
        return BadInput(_written((*path, *_new_steps(path, bad.field))), bad.allowed)
    if first["type"] in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        needed = (*path, str(first["loc"][-1]))
        return BadInput(_written(needed), f"needed: {say(schema, follow(schema, needed))}")
    if first["type"] in {"unexpected_keyword_argument", "extra_forbidden"}:
        fields = follow(schema, path[:-1]).get("properties", {})
        return BadInput(_written(path), f"unknown field; allowed are {', '.join(fields)}")
    return BadInput(_written(path), say(schema, follow(schema, path)))


def _new_steps(path: tuple[int | str, ...], field: str) -> tuple[str, ...]:
    """The field that a value names itself, unless the path ends there already (`load`: either kg or band)."""
    return () if path and path[-1] == field else (field,)


def _within(content: Any, loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The part of an error's location that really stands in the content (the rest names alternatives of a type)."""
    path: list[int | str] = []
    for step in loc:
        if not _holds(content, step):
            break
        content = content[step]
        path.append(step)
    return tuple(path)


def _holds(content: Any, step: int | str) -> bool:
    if isinstance(content, list):
        return isinstance(step, int) and step < len(content)
    return isinstance(content, dict) and step in content


def _written(path: tuple[int | str, ...]) -> str:
    """`surgeries.0.on`"""
    return ".".join(shown(str(step)) for step in path) or "file"
