"""What may be wrong with a translation: torn, unkind, too long, or missing where completeness is promised."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from catalogues import first_of, forms_of, gaps_of, is_translated
from psoas.catalogue.lint.manner import Manner, manner_of
from psoas.vocabulary.language import Language

FOR_CLINICIANS = (".names.clinical", ".targets.", "sources/")
"""Places where the words of the trade, and what others printed, belong."""


def faults_of(catalog: Catalog, path: Path, language: Language) -> list[str]:
    """In reading order, each with its file and the English."""
    manner = manner_of(language.code)
    found: list[str] = []
    for message in catalog:
        if message.id:
            where = f"{path.parent.name}/{path.name}: “{first_of(message)[:50]}”"
            found += [f"{where}: {fault}" for fault in _faults(message, language, manner)]
    return found


def _faults(message: Message, language: Language, manner: Manner | None) -> Iterator[str]:
    if not is_translated(message) or message.fuzzy:
        if language.complete:
            yield f"{'doubtful' if message.fuzzy else 'missing'}, and the language is promised complete"
        return
    yield from torn(message)
    for text in forms_of(message):
        yield from _ill_mannered(text, message, manner)


def torn(message: Message) -> Iterator[str]:
    """Gaps and marks that a translation lost or invented. The singular of a plural may leave its number out."""
    wanted = message.id if isinstance(message.id, tuple | list) else (message.id,)
    allowed = [gaps_of(text) for text in wanted]
    for text in forms_of(message):
        if gaps_of(text) not in allowed:
            yield f"“{text[:60]}” has {gaps_of(text) or 'no gaps'}, the English {allowed[-1] or 'none'}"


def _ill_mannered(text: str, message: Message, manner: Manner | None) -> Iterator[str]:
    places = [place for place, _ in message.locations]
    if manner is None or (places and all(any(mark in place for mark in FOR_CLINICIANS) for place in places)):
        return
    yield from (f"too long: {sentence[:60]}…" for sentence in manner.long_sentences(text))
    if word := manner.unkind(text):
        yield f"“{word}” in: {text[:60]}"
    if word := manner.clinical(text):
        yield f"a word of the trade, “{word}”, in: {text[:60]}"
