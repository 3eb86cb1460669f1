"""What is still plain English on a page that is shown in the pseudo-language.

Pseudo-translated text holds no plain letter: a word of two or more of them never came through the door.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from django.utils.translation import trans_real

from psoas.catalogue import catalogue, retelling
from psoas.vocabulary import language

ROOT = Path(__file__).parent.parent
WORD = re.compile(r"(?<![\w.-])[A-Za-z]{2,}(?:[’'][a-z]+)?(?![\w-])")
SPOKEN_ATTRIBUTES = (
    "alt",
    "title",
    "aria-label",
    "placeholder",
    "aria-description",
    "aria-roledescription",
    "label",
    "content",
)
NO_WORDS = ("data-show", "data-part", "data-press", "data-theme", "data-text", "data-state", "data-name", "data-field")
SILENT = ("script", "style", "code", "samp", "template-none")
VERBATIM = ("evidence", "locator", "verbatim")
"""Citations and locators stay as printed, whatever language is spoken."""
VOID = ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
NAMES = frozenset(
    [
        "Psoas",
        "Apache",
        "JSON",
        "CSV",
        "SQLite",
        "PDF",
        "RTSS",
        "FHIR",
        "DuckDB",
        "iPhone",
        "Android",
        "Safari",
        "Chrome",
        "Firefox",
        "kg",
        "mm",
        "cm",
        "min",
        "Nm",
        "SD",
        "CI",
        "MDC",
        "Deutsch",
        "English",
    ]
)
"""Names of things, and units that every language writes alike."""


@cache
def compile_pseudo() -> None:
    """Once a process, anew from the texts as they are."""
    _compile("pseudo")


@cache
def compile_languages() -> None:
    """What people have translated."""
    _compile("compile")


def _compile(what: str) -> None:
    """What was read before it was there is forgotten."""
    subprocess.run([sys.executable, ROOT / "translation/texts.py", what], check=True, capture_output=True)
    for reader in (language._catalogue, catalogue.load_in, retelling.retell, retelling._texts, retelling._sentences):
        reader.cache_clear()
    trans_real._translations.clear()


def english_of(code: str) -> frozenset[str]:
    """Every English text that this language says otherwise."""
    told = language._catalogue(code)._catalog  # type: ignore[attr-defined]
    return frozenset(
        says for says, said in told.items() if says and isinstance(says, str) and says != said and "\x04" not in says
    )


def texts_of(html: str) -> list[str]:
    """Everything on a page that is read or heard, a piece at a time."""
    page = _Texts()
    page.feed(html)
    return [re.sub(r"^<[^>]*> ", "", text) for text in page.found]


def plain_words(html: str, *, known: frozenset[str] = frozenset()) -> list[str]:
    """Each text that holds a plain word."""
    page = _Texts()
    page.feed(html)
    return [text for text in page.found if words_of(text) - NAMES - known]


def words_of(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(re.sub(r"^<[^>]*>", "", text)))


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: said or "" for name, said in attrs}
        quiet = tag in SILENT or any(name in given.get("class", "").split() for name in VERBATIM)
        is_quiet = quiet or self._quiet()
        if not is_quiet:
            self.found += [f"<{tag} {name}> {said}" for name, said in _said(tag, given)]
        if tag not in VOID:
            self.open.append((tag, is_quiet))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._quiet():
            self.found.append(" ".join(data.split()))

    def _quiet(self) -> bool:
        return bool(self.open) and self.open[-1][1]


def _said(tag: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Attributes that are read, shown or spoken; data- attributes hold the words of scripts, where they hold a space."""
    for name, said in given.items():
        is_data = (
            name.startswith("data-")
            and name not in NO_WORDS
            and " " in said.strip()
            and not said.lstrip().startswith(("{", "["))
        )
        if (
            (name in SPOKEN_ATTRIBUTES and not (tag == "meta" and given.get("name") != "description"))
            or is_data
            or (tag == "input" and name == "value" and given.get("type") in ("submit", "button"))
        ):
            yield name, said
