"""Sentences that claim an effect or a mechanism, and the results in prose.

An effect or mechanism ("eases", "strengthens", "takes more of the bend") needs evidence: its entry cites a source whose topic
can speak of it, and which is no choice of ours. Or the text itself says what it is: a picture, a saying, our own view.

A number in prose that sounds like a result ("5 of 100", "60°", "82 people", "30 %") stands in one of the sources that its
entry cites, or in a norm or threshold that rests on them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.citations import names_in
from psoas.catalogue.entries import Norm, Source, Threshold
from psoas.vocabulary.value import value


@value
class Effect:
    """One kind of claim: how it is worded, and which topics of sources can carry it."""

    of: str
    worded: re.Pattern[str]
    topics: frozenset[str]


def _effect(of: str, worded: str, *topics: str) -> Effect:
    return Effect(of=of, worded=re.compile(rf"\b(?:{worded})\b", re.IGNORECASE), topics=frozenset(topics))


PARTS = r"(?:hips?|back|spine|levels?|buttocks?|legs|pelvis|joints?)"
EFFECTS = (
    _effect(
        "how movement is shared",
        rf"{PARTS} (?:takes?|do|does|bends?|turns?|rounds?|arch|arches|moves?|tilts?|gives?) (?:[a-z]+ )?(?:more|less|most)|"
        r"(?:is|are) shared (?:more|less|evenly)|shared between|shares? the work|"
        r"pulls? the pelvis|leaves? the [\w ]+ less|less to do|most of (?:a|the) bend|take(?:s)? more of",
        "sharing",
        "mechanics",
        "fusion",
    ),
    _effect(
        "pain or comfort",
        r"eas(?:es|ed)|can ease|reliev\w+|calms?|loosens?|feed each other|less pain|keep back pain away|quiet a tight",
        "dose",
        "daily-life",
        "safety",
        "fusion",
        "tests",
    ),
    _effect("range", r"lengthens?|longer hamstrings|gains? range|opens? the front|more range", "dose"),
    _effect("strength and fitness", r"strengthens?|builds? (?:up )?(?:the )?(?:leg )?strength|raise fitness", "dose", "tests"),
    _effect(
        "falls and steadiness",
        r"lowers? (?:falls|the r\w+)|save many a stumble|stop a stumble|steadies you|prevent\w*",
        "tests",
        "dose",
        "daily-life",
    ),
)
"""Wording of a mechanism or an effect, and what kind of study may stand behind it."""
SAYS_WHAT_IT_IS = re.compile(
    r"picture|teaching image|often said|some (?:people )?(?:say|find)|our (?:own )?(?:opinion|choice|answer|view|guess)|"
    r"meant to|reasonable|customary|feels?\b|not (?:shown|known|proven|tested)|no (?:trial|study)|we think|common advice",
    re.IGNORECASE,
)
"""Wording with which a sentence says itself that it is no finding."""
RESULT = re.compile(
    r"(?<![\d.,-])(\d+(?:[.,]\d+)?)(?= (?:of|in) 100\b| ?%| ?°| degrees\b| of 10 points| (?:\w+ ){0,2}people\b|"
    r" trials\b| studies\b| cohorts\b| RCTs\b)"
)
"""A number that sounds like the result or the size of a study."""
TOLD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("exercises", ("why",)),
    ("tests", ("why",)),
    ("habits", ("why",)),
    ("questions", ("answers",)),
    ("claims", ("evidence",)),
    ("guides", ("says", "steps")),
    ("stages", ("says", "expect")),
    ("reasons", ("says",)),
)
"""Where a person reads effects and mechanisms."""


def without_evidence(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A sentence claims an effect or a mechanism, and no source of its entry can carry it."""
    for entry, text in _told(catalogue):
        yield from ((entry.id, found) for found in unproved(text, _cited(entry, catalogue)))


def unproved(text: str, sources: Iterable[Source]) -> Iterator[str]:
    """Each kind of effect that a text claims and none of these sources speaks of; nothing where the text says what it is."""
    if SAYS_WHAT_IT_IS.search(text):
        return
    topics = {source.topic for source in sources if source.status != "D"}
    for effect in EFFECTS:
        if (found := effect.worded.search(text)) and not topics & effect.topics:
            yield f"{effect.of}, without a source that speaks of it: “{found.group()}” in: {text}"


def numbers_from_nowhere(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A number in prose that sounds like a result, which no source of its entry carries."""
    for entry, text in _told(catalogue, grades=True):
        known = _numbers_of(entry, catalogue)
        strange = [number for number in RESULT.findall(text) if _plain(number) not in known]
        yield from ((entry.id, f"no source carries {number} in: {text}") for number in strange)


def _told(catalogue: Catalogue, *, grades: bool = False) -> Iterator[tuple[Any, str]]:
    for kind, fields in TOLD:
        for entry in getattr(catalogue, kind).values():
            for field in fields:
                content = getattr(entry, field)
                yield from ((entry, text) for text in ((content,) if isinstance(content, str) else content))
            if grades and hasattr(entry, "evidence") and not isinstance(entry.evidence, str):
                yield entry, entry.evidence.says


def _cited(entry: Any, catalogue: Catalogue) -> list[Source]:
    return [catalogue.sources[name] for name in _names(entry) if name in catalogue.sources]


def _names(entry: Any) -> tuple[str, ...]:
    """The ids an entry cites: a list of its own, or the one citation of a reason."""
    return entry.sources if hasattr(entry, "sources") else names_in(entry.source)


def _numbers_of(entry: Any, catalogue: Catalogue) -> set[str]:
    """Every number of the cited sources and of the thresholds and norms that rest on them."""
    texts = [text for source in _cited(entry, catalogue) for text in (source.says, source.citation, source.conflict or "")]
    rows: list[Threshold | Norm] = [*catalogue.thresholds.values(), *catalogue.norms.values()]
    texts += [str(row) for row in rows if _rests_on(row, entry)]
    return {_plain(number) for text in texts for number in re.findall(r"\d+(?:[.,]\d+)?", text)}


def _rests_on(row: Threshold | Norm, entry: Any) -> bool:
    """Does a threshold or norm share a source or the measure with this entry?"""
    shared = set(_names(entry)) & set(names_in(row.source))
    return bool(shared) or row.measure == getattr(entry, "measure", None)


def _plain(number: str) -> str:
    """`10.0` and `10` are one number."""
    return number.removesuffix(".0")
