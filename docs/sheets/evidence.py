"""Each source once, what uses it and how far it was verified; popular claims beside what is known."""

from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from psoas.catalogue.catalogue import Catalogue, load
from psoas.catalogue.citations import KINDS, cited_by
from psoas.catalogue.entries import Source
from psoas.vocabulary.evidence import STATUS_SAYS
from sheets.markdown import UNSIGNED, bullets, page, table

OWN = "project"
"""Sources that are no evidence are named by so many entries that their number says more than a list."""


def pages() -> Mapping[str, str]:
    """One page."""
    catalogue = load()
    by_topic = sorted(catalogue.sources.values(), key=lambda source: source.topic)
    topics = [(topic, list(group)) for topic, group in groupby(by_topic, key=lambda source: source.topic)]
    users = _users(catalogue)
    sections = [part for topic, sources in topics for part in _section(topic, sources, users, catalogue)]
    return {"evidence.md": page("# Evidence", UNSIGNED, _summary(catalogue), *sections, *_claims(catalogue))}


def _users(catalogue: Catalogue) -> Mapping[str, list[str]]:
    users: dict[str, list[str]] = {}
    for entry, source in cited_by(catalogue):
        if entry not in users.setdefault(source, []):
            users[source].append(entry)
    return users


def _summary(catalogue: Catalogue) -> str:
    count = Counter(source.status for source in catalogue.sources.values())
    kinds = bullets(f"**{status}** {says}: {count[status]}" for status, says in STATUS_SAYS.items())
    return f"{len(catalogue.sources)} sources, each once, by how far they were verified:\n\n{kinds}"


def _section(topic: str, sources: list[Source], users: Mapping[str, list[str]], catalogue: Catalogue) -> list[str]:
    body = [
        [f"`{source.id}`", source.citation, source.says, source.status, _used(source, users[source.id], catalogue)]
        for source in sources
    ]
    return [f"## {topic.replace('-', ' ').capitalize()}", table(["id", "source", "what it says", "status", "used by"], body)]


def _used(source: Source, entries: list[str], catalogue: Catalogue) -> str:
    if source.topic != OWN:
        return ", ".join(f"`{entry}`" for entry in entries)
    kinds = Counter(next(kind for kind in KINDS if entry in getattr(catalogue, kind)) for entry in entries)
    return ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in kinds.items())


def _claims(catalogue: Catalogue) -> list[str]:
    body = [
        [claim.claim, claim.evidence, ", ".join(f"`{name}` {catalogue.sources[name].status}" for name in claim.sources)]
        for claim in catalogue.claims.values()
    ]
    title = "## What is often said, and what the evidence supports"
    return [title, table(["often said", "what is known", "sources"], body)]
