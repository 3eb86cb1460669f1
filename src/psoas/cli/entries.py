"""Catalogue entries as `psoas catalogue` prints them: each with its kind in front."""

from collections.abc import Mapping
from typing import Any

from psoas.catalogue.catalogue import Catalogue
from psoas.exchange.documents import as_json

KINDS: Mapping[str, tuple[str, str]] = {
    "exercises": ("exercise", "exercises"),
    "tests": ("test", "tests"),
    "habits": ("habit", "habits"),
    "red-flags": ("red-flag", "red_flags"),
    "questions": ("question", "questions"),
    "norms": ("norm", "norms"),
    "conditions": ("condition", "conditions"),
}
"""What a person types, the kind each entry carries, and where the catalogue holds them."""


def entries_of(catalogue: Catalogue, wanted: str | None) -> list[dict[str, Any]]:
    """All entries, or those of one kind, as plain objects."""
    names = [wanted] if wanted else list(KINDS)
    return [
        _object(kind, entry) for kind, field in map(KINDS.__getitem__, names) for entry in getattr(catalogue, field).values()
    ]


def _object(kind: str, entry: object) -> dict[str, Any]:
    fields = as_json(entry)
    return {"id": fields.pop("id"), "kind": kind, **fields}
