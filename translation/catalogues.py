"""Files of translations: written for people, read back, merged, checked, compiled. Babel does the work."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from places import ROOT, Text
from psoas.vocabulary.language import languages

LOCALE = ROOT / "src/psoas/locale"
HEADER = """\
# {file}: texts of Psoas, to be said in {language}.
# How to translate: docs/guide/translating.md"""
GAP = re.compile(r"\{[a-z_]*(?::[^}]*)?\}|%\([a-z_]+\)[a-z]|%[sd]|<[^>]+>")
"""What must stand in a translation as in the English: gaps to be filled, and marks of the page."""


def template(name: str, texts: Iterable[Text], *, language: str) -> Catalog:
    """All messages of one file, untranslated, each with every place it stands in."""
    places: dict[tuple[str | None, str], list[Text]] = defaultdict(list)
    for text in texts:
        places[text.context, text.says].append(text)
    catalog = Catalog(locale=language.replace("-", "_"), project="Psoas", charset="utf-8", fuzzy=False)
    catalog.header_comment = HEADER.format(file=name, language=languages()[language].name)
    for (context, says), all_of_it in places.items():
        plural = next((text.plural for text in all_of_it if text.plural), None)
        catalog.add(
            (says, plural) if plural else says,
            locations=[(text.place, None) for text in all_of_it],
            auto_comments=[line for text in all_of_it for line in text.comments],
            context=context,
        )
    return catalog


def read(path: Path) -> Catalog:
    return read_any(path, locale=path.parent.name.replace("-", "_"))


def read_any(path: Path | str, *, locale: str | None = None) -> Catalog:
    with Path(path).open("rb") as file:
        return read_po(file, locale=locale)


def write(catalog: Catalog, path: Path) -> None:
    """The same content gives the same bytes: no dates, so that a file changes only where a text did."""
    out = BytesIO()
    write_po(out, catalog, width=100, ignore_obsolete=False, omit_header=False)
    lines = out.getvalue().decode().splitlines(keepends=True)
    dated = (
        '"POT-Creation-Date:',
        '"PO-Revision-Date:',
        '"Generated-By:',
        '"Last-Translator:',
        '"Language-Team:',
        '"Project-Id',
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line for line in lines if not line.startswith(dated)), "utf-8")


def update(path: Path, fresh: Catalog, known: dict[str, Message]) -> Catalog:
    """The file as it should be now: translations are kept, those of a changed text are marked doubtful (fuzzy)."""
    if path.exists():
        before = read(path)
        before.header_comment = fresh.header_comment
        before.update(fresh, update_header_comment=True)
        before.obsolete = {key: gone for key, gone in before.obsolete.items() if is_translated(gone)}
        fresh = before
    for message in fresh:
        moved = known.get(_key(message))
        if message.id and not is_translated(message) and moved is not None:
            message.string, message.flags = moved.string, set(moved.flags)
    return fresh


def known_in(folder: Path) -> dict[str, Message]:
    """Every translation of a language, whichever file holds it: a text that moves to another file keeps it."""
    everywhere = (message for path in sorted(folder.glob("*.po")) for message in read(path))
    return {_key(message): message for message in everywhere if message.id and is_translated(message)}


def compile_all(folder: Path) -> int:
    """One `django.mo` of all files of a language; doubtful texts are left out. How many texts it holds."""
    whole = Catalog(locale=folder.name.replace("-", "_"), charset="utf-8", fuzzy=False)
    for path in sorted(folder.glob("*.po")):
        for message in read(path):
            if message.id and is_translated(message) and not message.fuzzy:
                whole.add(message.id, message.string, context=message.context)
    keep(whole, LOCALE, folder.name)
    return len(whole)


def keep(whole: Catalog, locale: Path, language: str) -> None:
    out = locale / language.replace("-", "_") / "LC_MESSAGES" / "django.mo"
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.{os.getpid()}")
    with unfinished.open("wb") as file:
        write_mo(file, whole)
    unfinished.replace(out)  # a program that reads meanwhile sees the old file or the new one


def is_translated(message: Message) -> bool:
    return all(forms_of(message))


def longest(message: Message) -> str:
    """The English; of a plural, the form for many."""
    return str(message.id if isinstance(message.id, str) else message.id[-1])


def words_of(text: str) -> int:
    return len(text.split())


def gaps_of(text: str) -> list[str]:
    return sorted(GAP.findall(text))


def first_of(message: Message) -> str:
    """The English; of a plural, the form for one."""
    return str(message.id if isinstance(message.id, str) else message.id[0])


def forms_of(message: Message) -> tuple[str, ...]:
    """The translation; of a plural, all its forms."""
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string or "",)


def sources(catalog: Catalog) -> Iterator[tuple[str | None, str]]:
    """What each message translates: its context and the English."""
    yield from ((message.context, first_of(message)) for message in catalog if message.id)


def _key(message: Message) -> str:
    return f"{message.context or ''}\x04{first_of(message)}"
