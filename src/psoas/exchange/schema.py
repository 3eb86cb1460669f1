"""JSON Schema as a guide to what is allowed: follow a path into it, and say in words what may stand there."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

Schema = dict[str, Any]
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def follow(root: Schema, path: Sequence[str | int]) -> Schema:
    """The schema of what stands at `path`; {} where the schema says nothing."""
    found = resolve(root, root)
    for step in path:
        found = next(_steps(root, found, step), {})
    return found


def resolve(root: Schema, schema: Schema) -> Schema:
    """Follow a reference to its definition."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def choices(root: Schema, schema: Schema) -> list[Schema]:
    """The alternatives of a schema, itself when it has none."""
    schema = resolve(root, schema)
    if "anyOf" not in schema:
        return [schema]
    return [inner for choice in schema["anyOf"] for inner in choices(root, choice)]


def _steps(root: Schema, schema: Schema, step: str | int) -> Iterator[Schema]:
    for choice in choices(root, schema):
        inner = _inner(choice, step)
        if isinstance(inner, dict):
            yield resolve(root, inner)


def _inner(schema: Schema, step: str | int) -> object:
    if isinstance(step, int):
        return schema.get("items")
    return schema.get("properties", {}).get(step, schema.get("additionalProperties"))


def say(root: Schema, schema: Schema) -> str:
    """What is allowed, in words: "a whole number from 0 to 10", "one of yes, no"."""
    options = [_say_one(root, choice) for choice in choices(root, schema)]
    return " or ".join(dict.fromkeys(options)) or "another value"


def _say_one(root: Schema, schema: Schema) -> str:
    if "const" in schema:
        return f'"{schema["const"]}"'
    if "enum" in schema:
        return "one of " + ", ".join(str(option) for option in schema["enum"])
    if schema.get("type") == "array":
        return f"a list{_size(schema)} of {say(root, schema['items'])}" if "items" in schema else "a list"
    return _say_plain(schema)


def _say_plain(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "a date such as 2026-11-23"
    if "description" in schema and schema.get("type") == "string":
        return str(schema["description"])
    words = {
        "integer": "a whole number" + _bounds(schema),
        "number": "a number" + _bounds(schema),
        "string": "text" + _length(schema),
        "boolean": "true or false",
        "null": "null",
        "object": "an object",
    }
    return words.get(str(schema.get("type")), "another value")


def _bounds(schema: Schema) -> str:
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    if low is not None and high is not None:
        return f" from {low:g} to {high:g}" if "minimum" in schema else f" above {low:g}, up to {high:g}"
    return f" of at least {low:g}" if low is not None else ""


def _length(schema: Schema) -> str:
    return f" of at most {schema['maxLength']} letters" if "maxLength" in schema else ""


def _size(schema: Schema) -> str:
    low, high = schema.get("minItems"), schema.get("maxItems")
    if low and high:
        return f" ({low} to {high})"
    if high:
        return f" (at most {high})"
    return f" ({low} or more)" if low else ""


def misdated(root: Schema, schema: Schema, content: Any, path: tuple[str | int, ...] = ()) -> tuple[str | int, ...] | None:
    """Where a date is not written as a calendar date (a timestamp in digits, a date with a time); None if nowhere."""
    if isinstance(content, str):
        return path if _is_misdated(choices(root, schema), content) else None
    for step, inner in _children(content):
        if (found := misdated(root, next(_steps(root, schema, step), {}), inner, (*path, step))) is not None:
            return found
    return None


def _is_misdated(options: list[Schema], text: str) -> bool:
    if not any(option.get("format") == "date" for option in options) or _DATE.fullmatch(text):
        return False
    return not any("pattern" in option and re.search(option["pattern"], text) for option in options)


def _children(content: Any) -> list[tuple[str | int, Any]]:
    if isinstance(content, dict):
        return list(content.items())
    if isinstance(content, list):
        return list(enumerate(content))
    return []
