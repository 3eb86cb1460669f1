"""Every page in the pseudo-language: a word that stays plain is a text that nobody could translate."""

import pytest
from django.test import Client
from escapes import compile_pseudo, plain_words, words_of
from web.pages.test_every_page import MOST_QUERIES

from psoas.catalogue.catalogue import load
from psoas.screening.intake import Intake

FOR_DEVELOPERS = ("/patterns/",)
SOURCES = frozenset(word for name in load().sources for word in words_of(name))
"""Short names of sources stay as they are printed."""
PAGES = tuple(path for path in MOST_QUERIES if path not in FOR_DEVELOPERS)


@pytest.fixture
def pseudo(settings: object) -> None:
    compile_pseudo()
    settings.LANGUAGE = "en-XA"  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", PAGES)
def test_no_plain_word_on_a_page(client: Client, maya: Intake, pseudo: None, path: str) -> None:
    """Text, labels, alternatives of pictures, words handed to scripts."""
    answer = client.get(path)

    assert answer.status_code == 200
    escaped = plain_words(answer.content.decode(), known=SOURCES)
    assert not escaped, "\n".join(escaped)
