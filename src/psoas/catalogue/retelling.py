"""Saying a stored reason again, in the language now spoken.

A plan keeps its reasons as they were said when it was made. Their sentences are known, so what filled their gaps can be read
back out of the stored words and the sentence be said anew:

    "It needs a step, which is not on your list."   stored, English
    "It needs {what}, which is not on your list."   the sentence, so what = "a step"
    "Dafür braucht es {what}; …"                    the same sentence in German

Words that no sentence knows (they were reworded since, or somebody else wrote them) are shown as they are stored.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import Formatter
from typing import TypeVar

from psoas.catalogue.catalogue import load_in
from psoas.catalogue.texts import reworded
from psoas.vocabulary.language import ENGLISH, languages, spoken, translated

E = TypeVar("E")
DEEPEST = 3
"""A gap may hold a sentence with gaps; nothing is told deeper than this."""


def retold(value: E) -> E:
    """The same value, its reasons in the language now spoken."""
    into = spoken()
    return reworded(value, lambda _, says: retell(says, into))


@lru_cache(maxsize=4096)
def retell(says: str, into: str) -> str:
    """These words in another language; unchanged where nobody knows them."""
    others = [code for code in languages() if code not in (ENGLISH, into)]
    for source in (into, ENGLISH, *others):
        told = _told(says, source, into)
        if told is not None:
            return says if source == into else told
    return says


def _told(says: str, source: str, into: str, depth: int = 0) -> str | None:
    whole = _texts(source).get(says.casefold())
    if whole is not None:
        return translated(whole, into)
    for pattern, sentence in _sentences(source):
        if depth < DEEPEST and (match := pattern.fullmatch(says)):
            gaps = {
                name: _told(gap, source, into, depth + 1) or _known(gap, source, into)
                for name, gap in match.groupdict().items()
            }
            return translated(sentence, into).format(**gaps)
    return None


def _known(gap: str, source: str, into: str) -> str:
    """What is no text of the catalogue may still be said somewhere else in English; else it stands for itself: a number."""
    return translated(gap, into) if source == ENGLISH else gap


@cache
def _texts(language: str) -> dict[str, str]:
    """Every text of the catalogue as it is said in a language, without regard to capitals, and its English."""
    return {translated(english, language).casefold(): english for english in _english()}


@cache
def _english() -> tuple[str, ...]:
    found: dict[str, None] = {}
    known = load_in(ENGLISH)
    for kind in ("exercises", "tests", "habits", "red_flags", "conditions", "needs", "reasons"):
        for entry in getattr(known, kind).values():
            reworded(entry, lambda _, text: found.setdefault(text) or text)
    return tuple(found)


@cache
def _sentences(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every reason with gaps, the one with most words of its own first."""
    known = [sentence.says for sentence in load_in(ENGLISH).reasons.values() if "{" in sentence.says]
    return tuple((_pattern(translated(english, language)), english) for english in sorted(known, key=len, reverse=True))


def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile("".join(_pieces(sentence)), re.DOTALL)


def _pieces(sentence: str) -> Iterator[str]:
    seen: set[str] = set()
    for words, gap, _form, _conversion in Formatter().parse(sentence):
        yield re.escape(words)
        if gap is not None:
            yield f"(?P={gap})" if gap in seen else f"(?P<{gap}>.+?)"
            seen.add(gap)
