"""Sources, ids and status: nothing cited that is not there, nothing there that is not cited, nothing surer than its source."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.citations import CITING, cited_by, names_in
from psoas.catalogue.locator import is_well_formed, leads_somewhere
from psoas.vocabulary.evidence import Status

SHARED_BY_DESIGN = ("prescriptions", "claims", "thresholds", "reasons")
"""Kinds whose ids are read beside their kind alone."""
SURENESS: tuple[Status, ...] = ("V", "S", "X", "M", "D")
"""From the surest to the least sure."""
OWN_WORK: tuple[Status, ...] = ("X", "D")
"""What we did ourselves with a source: a calculation, a choice."""
OWN_OR_CUSTOMARY = "project"
"""The topic of sources that are no evidence: our own opinion, ordinary practice, the plan we set out from."""


def missing_sources(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A source is cited that the sources do not hold."""
    for where, source in cited_by(catalogue):
        if source not in catalogue.sources:
            yield where, f"no source {source}"


def orphan_sources(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A source that nothing cites."""
    cited = {source for _, source in cited_by(catalogue)}
    for source in catalogue.sources:
        if source not in cited:
            yield source, "nothing cites it"


def shared_ids(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Two entries of different kinds share an id."""
    kinds = [kind for kind in CITING if kind not in SHARED_BY_DESIGN]
    times = Counter(entry for kind in kinds for entry in getattr(catalogue, kind))
    for entry, count in times.items():
        if count > 1:
            yield entry, "two kinds of entry share this id"


def surer_than_their_source(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A row that claims a better status than any source it names: the page would show a certainty that nobody has."""
    for kind in CITING:
        for entry in getattr(catalogue, kind).values():
            for source, status in _stated(entry):
                known = [catalogue.sources[name].status for name in names_in(source) if name in catalogue.sources]
                if known and SURENESS.index(status) < min(SURENESS.index(one) for one in known):
                    yield entry.id, f"status {status}, though {source} has {min(known, key=SURENESS.index)}"


def unlike_their_source(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """One status for one source: a row has a status of the sources it names, or says that it is our own work."""
    for kind in CITING:
        for entry in getattr(catalogue, kind).values():
            for source, status in _stated(entry):
                known = {catalogue.sources[name].status for name in names_in(source) if name in catalogue.sources}
                if known and status not in known and status not in OWN_WORK:
                    yield entry.id, f"status {status}, though {source} has {', '.join(sorted(known))}"


def nowhere_to_be_found(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A source said to be read, which a reader cannot follow."""
    for source in catalogue.sources.values():
        if source.status in {"V", "S"} and not source.locators and not leads_somewhere(source.citation):
            yield source.id, f"status {source.status} without a locator: {source.citation}"


def broken_locators(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A locator that is none of a DOI, a PubMed or PMC number, an address."""
    for source in catalogue.sources.values():
        yield from ((source.id, f"no locator: {one}") for one in source.locators if not is_well_formed(one))


def _stated(part: Any) -> Iterator[tuple[str, Status]]:
    """Every pair of source and status in an entry and its parts."""
    if isinstance(part, tuple):
        for inner in part:
            yield from _stated(inner)
        return
    fields = getattr(part, "__dataclass_fields__", {})
    if "source" in fields and "status" in fields:
        yield part.source, part.status
    for name in fields:
        yield from _stated(getattr(part, name))


def graded_without_evidence(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A grade of evidence with nothing but opinion or custom behind it."""
    for entry in _graded(catalogue):
        topics = {catalogue.sources[source].topic for source in entry.sources if source in catalogue.sources}
        if entry.evidence.grade in {"moderate", "low", "very-low"} and topics <= {OWN_OR_CUSTOMARY}:
            yield entry.id, f"graded {entry.evidence.grade}, with no study behind it"


def _graded(catalogue: Catalogue) -> Iterator[Any]:
    for kind in ("exercises", "tests", "habits", "questions"):
        yield from getattr(catalogue, kind).values()
