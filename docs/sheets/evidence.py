"""Each source once, what uses it and how far it was verified; popular claims beside what is known."""

from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from psoas.catalogue.catalogue import Catalogue, load
from psoas.catalogue.citations import CITING, cited_by
from psoas.catalogue.entries import Source
from psoas.catalogue.locator import address_of, name_of
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
    parts = (_summary(catalogue), *_debt(catalogue), *_conflicts(catalogue), *sections, *_claims(catalogue))
    return {"evidence.md": page("# Evidence", UNSIGNED, *parts)}


def _users(catalogue: Catalogue) -> Mapping[str, list[str]]:
    users: dict[str, list[str]] = {}
    for entry, source in cited_by(catalogue):
        if entry not in users.setdefault(source, []):
            users[source].append(entry)
    return users


def _summary(catalogue: Catalogue) -> str:
    count = Counter(source.status for source in catalogue.sources.values())
    kinds = bullets(f"**{status}** {says}: {count[status]}" for status, says in STATUS_SAYS.items())
    located = sum(bool(source.locators) for source in catalogue.sources.values())
    follow = f"{located} carry a DOI, a PubMed or PMC number or an address; every other V or S a whole journal citation."
    return f"{len(catalogue.sources)} sources, each once, by how far they were verified:\n\n{kinds}\n\n{follow}"


def _debt(catalogue: Catalogue) -> list[str]:
    """What was quoted from memory and is still to be read."""
    owed = [source for source in catalogue.sources.values() if source.status == "M"]
    lines = [f"`{source.id}` {_cited(source)}" for source in owed]
    says = f"{len(owed)} sources are quoted from memory. Where a person reads one, it says so. To read them is our open debt:"
    return ["## Open debt: still to be read", says, bullets(lines)]


def _conflicts(catalogue: Catalogue) -> list[str]:
    """Where sources disagree, with each other or with themselves."""
    torn = [source for source in catalogue.sources.values() if source.conflict]
    return ["## Where sources disagree", bullets(f"`{source.id}` {source.conflict}" for source in torn)]


def _cited(source: Source) -> str:
    """The citation with a link for each locator."""
    links = [f"[{name_of(locator)}]({address_of(locator)})" for locator in source.locators]
    return " · ".join([source.citation, *links])


def _status(source: Source) -> str:
    return f"{source.status} (design {source.design})" if source.design else source.status


def _section(topic: str, sources: list[Source], users: Mapping[str, list[str]], catalogue: Catalogue) -> list[str]:
    body = [
        [f"`{source.id}`", _cited(source), source.says, _status(source), _used(source, users[source.id], catalogue)]
        for source in sources
    ]
    return [f"## {topic.replace('-', ' ').capitalize()}", table(["id", "source", "what it says", "status", "used by"], body)]


def _used(source: Source, entries: list[str], catalogue: Catalogue) -> str:
    if source.topic != OWN:
        return ", ".join(f"`{entry}`" for entry in entries)
    kinds = Counter(next(kind for kind in CITING if entry in getattr(catalogue, kind)) for entry in entries)
    return ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in kinds.items())


def _claims(catalogue: Catalogue) -> list[str]:
    body = [
        [claim.claim, claim.evidence, ", ".join(f"`{name}` {catalogue.sources[name].status}" for name in claim.sources)]
        for claim in catalogue.claims.values()
    ]
    title = "## What is often said, and what the evidence supports"
    return [title, table(["often said", "what is known", "sources"], body)]
