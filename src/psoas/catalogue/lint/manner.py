"""How a language speaks to a person here: rules as data, in `locale/<language>/wording.toml`."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from pydantic import TypeAdapter

from psoas.vocabulary.language import FOLDER
from psoas.vocabulary.value import value

SENTENCES = re.compile(r"(?<=[.;:?])\s")
SHOUTING = re.compile("!")


@value
class Manner:
    """`longest_sentence` in words; the rest are words, as patterns."""

    longest_sentence: int
    harsh: tuple[str, ...]
    of_the_trade: tuple[str, ...]
    misaddressed: tuple[str, ...]

    def long_sentences(self, text: str) -> Iterator[str]:
        yield from (sentence for sentence in SENTENCES.split(text) if len(sentence.split()) > self.longest_sentence)

    def unkind(self, text: str) -> str | None:
        """A word that frightens, blames or addresses the person otherwise than this language does; or shouting."""
        found = SHOUTING.search(text) or _any_of((*self.harsh, *self.misaddressed)).search(text)
        return found.group() if found else None

    def clinical(self, text: str) -> str | None:
        """A word that only clinicians use."""
        found = _any_of(self.of_the_trade).search(text)
        return found.group() if found else None


@cache
def manner_of(language: str) -> Manner | None:
    """None where nobody has written rules."""
    file = FOLDER / language / "wording.toml"
    if not file.is_file():
        return None
    return TypeAdapter(Manner).validate_python(tomllib.loads(file.read_text("utf-8")), strict=False)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b" if words else r"(?!)", re.IGNORECASE)
