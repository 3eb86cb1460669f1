"""Every page in the pseudo-language: a word that stays plain is a text that nobody could translate."""

from collections.abc import Callable

import pytest
from crawler import crawl
from django.test import Client
from untranslated import compile_languages, compile_pseudo, english_of, plain_words, texts_of, words_of

from psoas.catalogue.catalogue import load
from psoas.screening.intake import Intake
from psoas.vocabulary.language import ENGLISH, languages

SOURCES = frozenset(word for name in load().sources for word in words_of(name))
"""Short names of sources stay as they are printed."""
TOLD = words_of("tie my shoes without pain")
"""What the person wrote stays theirs."""
NO_PAGE = ("/static/", "/settings/export/", "/patterns/", "/service-worker.js", "/manifest.webmanifest")
"""Files, and the page that shows developers the components."""
STARTS = (
    "/",
    "/welcome/",
    "/emergency/",
    "/start/together/plan/",
    "/start/result/",
    "/start/answers/",
    "/flare/",
    "/offline/",
)


@pytest.fixture
def pseudo(settings: object) -> None:
    compile_pseudo()
    settings.LANGUAGE = "en-XA"  # type: ignore[attr-defined]


def escapes_of(client: Client, *starts: str, escaped: Callable[[str], list[str]], most: int = 400) -> dict[str, list[str]]:
    """What escaped by the address it stands on, following every link from here."""
    found: dict[str, list[str]] = {}

    def get(path: str) -> tuple[int, str]:
        if path.startswith(NO_PAGE) or len(found) > most:
            return 200, ""
        answer = client.get(path, follow=True)
        if not answer.headers.get("Content-Type", "").startswith("text/html"):
            return answer.status_code, ""
        page = answer.content.decode()
        found[path] = escaped(page)
        return answer.status_code, page

    crawl(get, *starts)
    return found


def is_none(found: dict[str, list[str]]) -> bool:
    escaped = {path: texts for path, texts in found.items() if texts}
    assert not escaped, "\n".join(f"{path}: {text}" for path, texts in escaped.items() for text in texts)
    return len(found) > 200


def test_no_plain_word_on_any_page(client: Client, maya: Intake, pseudo: None) -> None:
    """From Today by every link: text, labels, alternatives of pictures, words handed to scripts."""
    assert is_none(escapes_of(client, *STARTS, escaped=lambda page: plain_words(page, known=SOURCES | TOLD)))


@pytest.mark.parametrize("code", [one.code for one in languages().values() if one.complete and one.code != ENGLISH])
def test_a_complete_language_holds_no_english(client: Client, maya: Intake, settings: object, code: str) -> None:
    """By every link: no text is one that this language says otherwise."""
    compile_languages()
    settings.LANGUAGE = code  # type: ignore[attr-defined]
    english = english_of(code)
    assert len(english) > 4000
    assert is_none(escapes_of(client, *STARTS, escaped=lambda page: [text for text in texts_of(page) if text in english]))
