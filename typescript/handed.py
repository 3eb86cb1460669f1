"""TypeScript's types of what Python hands to the elements and gets back, printed from the JSON Schema of the values.

    python typescript/handed.py write    after a value has changed
    python typescript/handed.py check    are the files as the values are? `make check` asks

    handed.ts    what a page hands over: every field is there, `null` where nothing is known
    packed.ts    a figure's file: what has a default may be left out
    told.ts      what is sent back: the same

The folders of elements are strangers to each other, so each has its own file; the outbox alone is everybody's.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from psoas.diary.entry import BreakTaken
from psoas.figure.document import MotionDocument
from psoas.mechanics.bend import Picture
from psoas.session.script import Script
from psoas.web.breaks.break_window import BreakWindow
from psoas.web.parcel import Parcel
from psoas.web.progress.charts import Chart

ELEMENTS = Path(__file__).parents[1] / "src" / "psoas" / "web" / "elements"
WHOLE: dict[str, Any] = {
    "player/handed.ts": Script,
    "picture/handed.ts": Picture,
    "progress/handed.ts": Chart,
    "breaks/handed.ts": BreakWindow,
}
SPARSE: dict[str, Any] = {"outbox/told.ts": Parcel, "breaks/told.ts": BreakTaken, "figure/packed.ts": MotionDocument}
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
HEAD = "/** Printed from {module} by typescript/handed.py: what is to change is changed there. */\n"
Schema = dict[str, Any]


def files() -> dict[str, str]:
    """What each file should say."""
    whole = {name: _printed(kind, whole=True) for name, kind in WHOLE.items()}
    return whole | {name: _printed(kind, whole=False) for name, kind in SPARSE.items()}


def _printed(kind: Any, *, whole: bool) -> str:
    schema = TypeAdapter(kind).json_schema()
    types = {**schema.pop("$defs", {}), kind.__name__: schema}
    return "\n".join([HEAD.format(module=kind.__module__), *(_interface(name, types[name], whole=whole) for name in types)])


def _interface(name: str, shape: Schema, *, whole: bool) -> str:
    needed = shape["properties"] if whole else shape.get("required", ())
    fields = shape["properties"].items()
    lines = [f"  readonly {field}{'' if field in needed else '?'}: {_type(inner)};" for field, inner in fields]
    return "\n".join([*_about(shape), f"export interface {name} {{", *lines, "}", ""])


def _about(shape: Schema) -> Iterator[str]:
    lines = shape.get("description", "").splitlines()
    if lines:
        yield "/** " + "\n *  ".join(lines).replace(" *  \n", " *\n") + " */"


def _type(schema: Schema) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if options := schema.get("enum", [schema["const"]] if "const" in schema else None):
        return " | ".join(map(json.dumps, options))
    if "anyOf" in schema:
        return " | ".join(map(_type, schema["anyOf"]))
    return _many(schema) if schema["type"] in ("array", "object") else PLAIN[schema["type"]]


def _many(schema: Schema) -> str:
    if "prefixItems" in schema:
        return f"readonly [{', '.join(map(_type, schema['prefixItems']))}]"
    if schema["type"] == "object":
        return f"Readonly<Record<string, {_type(schema['additionalProperties'])}>>"
    inner = _type(schema["items"])
    return f"readonly ({inner})[]" if " " in inner else f"readonly {inner}[]"


def main(asked: str) -> int:
    """Write the files, or say which are not as they should be."""
    texts = files()
    stale = [name for name in texts if not (ELEMENTS / name).is_file() or (ELEMENTS / name).read_text("utf-8") != texts[name]]
    for name in stale:
        if asked == "write":
            (ELEMENTS / name).write_text(texts[name], "utf-8")
        else:
            sys.stderr.write(f"elements/{name} is not as its value is: python typescript/handed.py write\n")
    return 0 if asked == "write" else len(stale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
