"""Each language has rules of its own for how it speaks to a person."""

from dataclasses import replace

import pytest

from psoas.catalogue.catalogue import load
from psoas.catalogue.lint import wording
from psoas.catalogue.lint.manner import manner_of
from psoas.vocabulary import language
from psoas.vocabulary.language import languages

GERMAN = manner_of("de")
ENGLISH = manner_of("en")


@pytest.mark.parametrize("code", [one.code for one in languages().values() if not one.pseudo])
def test_every_language_that_people_write_has_rules(code: str) -> None:
    """A new language brings its own."""
    assert manner_of(code) is not None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Heben Sie dein Bein.", "dein"),
        ("Das ist falsch.", "falsch"),
        ("Gut gemacht!", "!"),
        ("Ihre Hüfte ist verschlissen.", "verschlissen"),
        ("Heben Sie das Bein, so weit es leicht geht.", None),
        ("Die Indizes und Fäulnis sind kein Befund.", None),
    ],
)
def test_german_says_sie_and_neither_shouts_nor_frightens(said: str, found: str | None) -> None:
    """Whole words: “Indizes” holds no “du”, “Fäulnis” no “faul”."""
    assert GERMAN is not None
    assert GERMAN.unkind(said) == found


def test_words_of_the_trade_differ() -> None:
    """What is a clinician's word in one language may be nothing in the other."""
    assert GERMAN is not None
    assert ENGLISH is not None
    assert (GERMAN.clinical("Abduktion der Hüfte"), ENGLISH.clinical("Abduktion der Hüfte")) == ("Abduktion", None)


def test_a_translated_row_is_read_by_the_rules_of_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what nobody has translated is read once, in English."""
    catalogue = load()
    row = catalogue.habits["desk-setup"]
    one = replace(catalogue, habits={row.id: row}, **{kind: {} for kind in wording.KINDS if kind != "habits"})
    said = {row.names.plain: "Richte deinen Tisch ein!"}
    monkeypatch.setattr(language, "translated", lambda text, code: said.get(text, text) if code == "de" else text)
    monkeypatch.setattr("psoas.catalogue.catalogue.translated", language.translated)

    assert list(wording.harsh_words(one)) == [("de desk-setup", "“!” in: Richte deinen Tisch ein!")]
