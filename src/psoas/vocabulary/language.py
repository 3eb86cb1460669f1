"""Language: the one door through which every text for a person passes, in a room as on a page.

    say("Rest.")                        the text in the language now spoken, English where nobody has translated it
    say("Set {number}", number=2)       gaps are filled after translating, so that a language may order them its own way
    say_many("a minute", "{n} minutes", n)
    with speaking("de"): ...            a door chooses once, for one request or one command

English stands where it is meant, in code, catalogue and templates, and is the key. Translations stand in
`psoas/locale/<language>/*.po`, compiled into one `django.mo` a language: rooms read it with the standard library, pages
through Django's gettext, both see the same file. Which languages there are says `psoas/locale/languages.toml`.
"""

import gettext
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent.parent / "locale"
DOMAIN = "django"
"""The name Django looks for; one file serves both, so its name does as well."""
ENGLISH = "en"
_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


class ForAPerson:
    """Marks a field that a person reads or hears: `says: Annotated[str, ForAPerson()]`."""


class UnknownLanguageError(ValueError):
    """A language that is not here; which are."""


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language. `complete`: nothing is missing, so that a person's browser may choose it unasked."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    decimal: str = "."
    small_names: bool = False
    """Does a name lose its capital inside a sentence?"""
    complete: bool = False
    pseudo: bool = False
    """Made by a machine to show what escapes translation; no person chooses it."""


@cache
def languages() -> Mapping[str, Language]:
    """By code, in the order of the file, English first."""
    rows = tomllib.loads((FOLDER / "languages.toml").read_text("utf-8"))["language"]
    return {row["code"]: Language(**row) for row in rows}


def known(code: str) -> str:
    """The code, if there is such a language."""
    if code not in languages():
        raise UnknownLanguageError(f"language: one of {', '.join(languages())}")
    return code


def spoken() -> str:
    """The code of the language now spoken."""
    return _spoken.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Everything said inside is said in this language."""
    before = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(before)


def speak(code: str) -> None:
    """From here on, until the block of `speaking` around it ends."""
    _spoken.set(code)


def say(text: str, **gaps: object) -> str:
    """The text in the language now spoken, its gaps filled."""
    said = translated(text, spoken())
    return said.format(**gaps) if gaps else said


def say_later(text: str) -> str:
    """Marks a text of a table for translators; whoever shows it says it then."""
    return text


def say_many(one: str, many: str, n: int, **gaps: object) -> str:
    """The form that fits this number; `{n}` is the number."""
    said = _catalogue(spoken()).ngettext(one, many, n)
    return said.format(n=n, **gaps)


def translated(text: str, code: str) -> str:
    """Without choosing a language: for whoever holds several at once."""
    return _catalogue(code).gettext(text) if text else text


def inside(name: str) -> str:
    """A name inside a sentence: small in languages that write names so, as it is in others."""
    return name.lower() if languages()[spoken()].small_names else name


def decimal(number: float, form: str = "g") -> str:
    """A number in words' company: 2.5, or 2,5 where a comma is written."""
    return format(number, form).replace(".", languages()[spoken()].decimal)


def short_day(day: date) -> str:
    """Mon 23 Nov, in the order of the language."""
    names = (say("Mon"), say("Tue"), say("Wed"), say("Thu"), say("Fri"), say("Sat"), say("Sun"))
    return say("{weekday} {day} {month}", weekday=names[day.weekday()], day=f"{day:%d}", month=_short_months()[day.month - 1])


def _short_months() -> tuple[str, ...]:
    first = (say("Jan"), say("Feb"), say("Mar"), say("Apr"), say("May"), say("Jun"))
    return (*first, say("Jul"), say("Aug"), say("Sep"), say("Oct"), say("Nov"), say("Dec"))


def long_day(day: date) -> str:
    """14 March 2026, in the order of the language."""
    return say("{day} {month} {year}", day=day.day, month=month(day), year=day.year)


def month(day: date) -> str:
    first = (say("January"), say("February"), say("March"), say("April"), say("May"), say("June"))
    last = (say("July"), say("August"), say("September"), say("October"), say("November"), say("December"))
    return (*first, *last)[day.month - 1]


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    locale = code.replace("-", "_")
    return gettext.translation(DOMAIN, FOLDER, [locale], fallback=True)
