"""Who cites which source. A citation may name several, separated by commas."""

from collections.abc import Iterator
from typing import Any

from psoas.catalogue.catalogue import Catalogue

CITING = (
    "exercises",
    "tests",
    "habits",
    "red_flags",
    "questions",
    "norms",
    "thresholds",
    "conditions",
    "claims",
    "prescriptions",
    "stages",
    "guides",
    "reasons",
    "needs",
    "emergencies",
)


def cited_by(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Pairs of the entry that cites and the id of the source it cites."""
    for kind in CITING:
        for entry in getattr(catalogue, kind).values():
            for source in _sources(entry):
                yield entry.id, source


def names_in(citation: str) -> tuple[str, ...]:
    """The ids in a citation that may name several."""
    return tuple(name.strip() for name in citation.split(","))


def _sources(part: Any) -> Iterator[str]:
    """The sources of an entry and of all its parts."""
    if isinstance(part, tuple):
        for inner in part:
            yield from _sources(inner)
        return
    for field in getattr(part, "__dataclass_fields__", ()):
        content = getattr(part, field)
        if field == "source":
            yield from names_in(content)
        elif field == "sources":
            yield from content
        else:
            yield from _sources(content)
