"""A value: frozen, keyword-only, closed to unknown fields.

    @value
    class Pain:
        now: PainScore

Constraints stand in the annotation (`annotated_types`), once: the document border checks them, JSON Schema prints them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


def name_in_documents(field: str) -> str:
    """A field named after a Python keyword carries a trailing underscore here and none in documents: `from_`, `from`."""
    return field.rstrip("_")


CLOSED: Mapping[str, object] = {"extra": "forbid", "strict": True, "alias_generator": name_in_documents}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[T]) -> type[T]:
    """Make `cls` a frozen value; documents that carry it may hold no field it does not name."""
    made = dataclass(frozen=True, kw_only=True)(cls)
    made.__pydantic_config__ = dict(CLOSED)  # type: ignore[attr-defined]  # read by the document border alone
    return made
