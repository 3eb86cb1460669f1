"""A missing value is absent or null, never 0: wherever a field may be left out, null says the same.

In a schema such a field gains `null` among its choices; in a document its null is dropped before the value is made.
"""

from typing import Any

from psoas.exchange.schema import Schema, choices, resolve

NULL: Schema = {"type": "null"}


def with_nulls(schema: Schema) -> Schema:
    """The same schema, in which every field that may be absent may be null as well."""
    definitions = {name: _with_nulls(schema, part) for name, part in schema.get("$defs", {}).items()}
    return _with_nulls(schema, schema) | ({"$defs": definitions} if definitions else {})


def without_nulls(root: Schema, schema: Schema, content: Any) -> Any:
    """The content without the nulls that say "absent" where the value has a meaning of its own for that."""
    if isinstance(content, list):
        return [without_nulls(root, _items(root, schema), item) for item in content]
    if not isinstance(content, dict):
        return content
    return {
        name: without_nulls(root, _field(root, schema, name), item)
        for name, item in content.items()
        if item is not None or _keeps_null(root, schema, name)
    }


def _with_nulls(root: Schema, part: Schema) -> Schema:
    part = dict(part)
    if "properties" in part:
        needed = {*part.get("required", ()), "psoas"}
        part["properties"] = {
            name: _with_nulls(root, field) if name in needed else _or_null(root, field)
            for name, field in part["properties"].items()
        }
    if "items" in part:
        part["items"] = _with_nulls(root, part["items"])
    if isinstance(part.get("additionalProperties"), dict):
        part["additionalProperties"] = _or_null(root, part["additionalProperties"])
    return part


def _or_null(root: Schema, field: Schema) -> Schema:
    field = _with_nulls(root, field)
    if _takes_null(root, field):
        return field
    default = {key: field.pop(key) for key in ("default",) if key in field}
    return {"anyOf": [*field.get("anyOf", [field]), NULL], **default}


def _takes_null(root: Schema, field: Schema) -> bool:
    return any(choice.get("type") == "null" for choice in choices(root, field))


def _keeps_null(root: Schema, schema: Schema, name: str) -> bool:
    """A null stays where it is needed (and wrong), unknown (and wrong), or a value of its own."""
    part = _with_field(root, schema, name)
    if part is None or name in part.get("required", ()):
        return True
    return _takes_null(root, _inner(part, name))


def _field(root: Schema, schema: Schema, name: str) -> Schema:
    part = _with_field(root, schema, name)
    return {} if part is None else _inner(part, name)


def _with_field(root: Schema, schema: Schema, name: str) -> Schema | None:
    """The alternative of a schema that knows this field."""
    return next((choice for choice in choices(root, schema) if isinstance(_inner(choice, name), dict)), None)


def _inner(part: Schema, name: str) -> Any:
    return part.get("properties", {}).get(name, part.get("additionalProperties"))


def _items(root: Schema, schema: Schema) -> Schema:
    return next((resolve(root, choice["items"]) for choice in choices(root, schema) if "items" in choice), {})
