"""Plain, short, kind words, each said once.

Every text that a person may read or hear is checked, by the rules of its language (`manner`); clinical names, targets, muscles
and citations are for clinicians.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from psoas.catalogue.catalogue import Catalogue, in_language
from psoas.catalogue.citations import CITING
from psoas.catalogue.entries import Exercise
from psoas.catalogue.lint.manner import Manner, manner_of
from psoas.catalogue.texts import reworded
from psoas.vocabulary.language import ENGLISH, languages

ALIKE = 0.8
"""Share of words that two exercises' steps may have in common (Jaccard): above it they are one movement told twice."""
NUMBERS_ALONE = {"norms", "prescriptions", "emergencies"}
"""They cite a source and hold no sentence."""
KINDS = tuple(kind for kind in CITING if kind not in NUMBERS_ALONE)
FOR_CLINICIANS = ("names.clinical", "targets.")
"""Where the words of the trade belong."""


def long_sentences(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A sentence too long to be read aloud."""
    for where, text, manner in _texts(catalogue):
        yield from ((where, f"too long: {sentence[:60]}…") for sentence in manner.long_sentences(text))


def harsh_words(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A word that frightens or blames, or an exclamation mark. Claims quote what others say."""
    for where, text, manner in _texts(catalogue):
        if (found := manner.unkind(text)) and where.rpartition(" ")[2] not in catalogue.claims:
            yield where, f"“{found}” in: {text[:60]}"


def words_of_the_trade(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A word that only clinicians use, where the person reads."""
    for where, text, manner in _texts(catalogue):
        if found := manner.clinical(text):
            yield where, f"“{found}” in: {text[:60]}"


def _texts(catalogue: Catalogue) -> Iterator[tuple[str, str, Manner]]:
    """Every text in every language that has rules; what nobody has translated is read once, in English."""
    for code in languages():
        manner = manner_of(code)
        if manner is not None:
            told = catalogue if code == ENGLISH else in_language(catalogue, code)
            yield from ((where, text, manner) for where, text in _told(catalogue, told, code))


def _told(english: Catalogue, told: Catalogue, code: str) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        entries: Mapping[str, Any] = getattr(told, kind)
        for name, entry in getattr(english, kind).items():
            where = name if code == ENGLISH else f"{code} {name}"
            pairs = zip(texts_of(entry), texts_of(entries[name]), strict=True)
            yield from ((where, said) for source, said in pairs if code == ENGLISH or said != source)


def texts_of(entry: Any) -> Iterator[str]:
    """Everything in an entry that a person may read or hear."""
    found: list[str] = []

    def keep(at: str, text: str) -> str:
        if not at.startswith(FOR_CLINICIANS):
            found.append(text)
        return text

    reworded(entry, keep)
    yield from found


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
