"""Plain, short, kind words, each said once.

Every text that a person may read or hear is checked; clinical names, targets, muscles and citations are for clinicians.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise

LONGEST_SENTENCE = 28
"""Words: plain-language guides ask for about 20; a list of things may run a little longer."""
ALIKE = 0.8
"""Share of words that two exercises' steps may have in common (Jaccard): above it they are one movement told twice."""
KINDS = ("exercises", "tests", "habits", "red_flags", "questions", "conditions", "claims", "stages", "guides", "thresholds")
NOT_FOR_THE_PERSON = {"id", "clinical", "targets", "source", "sources", "status", "demands", "dose", "grade", "when", "where"}
NOT_FOR_THE_PERSON |= {
    "family",
    "pattern",
    "role",
    "equipment",
    "forbid",
    "closes",
    "opens",
    "like",
    "group",
    "scope",
    "urgency",
    "topic",
}
NOT_FOR_THE_PERSON |= {
    "known_until_seen",
    "asked",
    "known_conditions",
    "rows",
    "practises",
    "measure",
    "points_to",
    "finding",
    "page",
    "sides",
}
NOT_FOR_THE_PERSON |= {"sex", "unit", "devices", "easier", "harder", "exercises", "habits"}
"""Fields that hold ids, choices of a list, or words for clinicians."""

HARSH = re.compile(
    r"!|\b(wear and tear|worn out|damage[ds]?|abnormal|wrong|bad (?:back|posture|form)|fail(?:s|ed|ure)?|"
    r"lazy|crumbl\w*|degenerat\w*|cheat\w*|never again)\b",
    re.IGNORECASE,
)
"""Words that frighten or blame, and shouting."""
FOR_CLINICIANS = re.compile(
    r"\b(flexion|extension|abduction|adduction|supination|lordosis|kyphosis|proprioception|contraindicat\w*|isometric|"
    r"eccentric|concentric|posterior|anterior|distal|proximal|supine|prone|unilateral|bilateral)\b",
    re.IGNORECASE,
)
"""Words of the trade: they belong into the clinical names."""


def long_sentences(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A sentence too long to be read aloud."""
    for where, text in _texts(catalogue):
        for sentence in re.split(r"(?<=[.;:?])\s", text):
            if len(sentence.split()) > LONGEST_SENTENCE:
                yield where, f"too long: {sentence[:60]}…"


def harsh_words(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A word that frightens or blames, or an exclamation mark. Claims quote what others say."""
    for where, text in _texts(catalogue):
        if (found := HARSH.search(text)) and where not in catalogue.claims:
            yield where, f"“{found.group()}” in: {text[:60]}"


def words_of_the_trade(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A word that only clinicians use, where the person reads."""
    for where, text in _texts(catalogue):
        if found := FOR_CLINICIANS.search(text):
            yield where, f"“{found.group()}” in: {text[:60]}"


def _texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        for entry in getattr(catalogue, kind).values():
            yield from ((entry.id, text) for text in texts_of(entry))


def texts_of(part: Any) -> Iterator[str]:
    """Everything in an entry that a person may read or hear."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from texts_of(inner)
    else:
        for name in getattr(part, "__dataclass_fields__", ()):
            if name not in NOT_FOR_THE_PERSON:
                yield from texts_of(getattr(part, name))


def entries_alike(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Two entries with one name, or two exercises told in nearly the same words."""
    names: dict[str, str] = {}
    for kind in ("exercises", "tests", "habits"):
        for entry in getattr(catalogue, kind).values():
            for name in (entry.names.plain.casefold(), entry.names.clinical.casefold()):
                if names.setdefault(name, entry.id) != entry.id:
                    yield entry.id, f"has the name of {names[name]}: {name}"
    for one, other in combinations(catalogue.exercises.values(), 2):
        if _likeness(one, other) > ALIKE:
            yield other.id, f"is told like {one.id}"


def _likeness(one: Exercise, other: Exercise) -> float:
    mine, theirs = _words(one), _words(other)
    return len(mine & theirs) / len(mine | theirs)


def _words(exercise: Exercise) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", " ".join(exercise.steps).lower()))
