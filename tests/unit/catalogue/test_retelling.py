"""A reason that was stored in one language is told in another: the sentence is known, its gaps are read back."""

import pytest
from untranslated import compile_pseudo

from psoas.catalogue.catalogue import load_in
from psoas.catalogue.retelling import retell, retold
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.language import ENGLISH, speaking

PSEUDO = "en-XA"


@pytest.fixture(autouse=True)
def _pseudo() -> None:
    compile_pseudo()


def reason(language: str, name: str, **gaps: object) -> str:
    return load_in(language).reason(name, **gaps).says


def squat(language: str) -> str:
    return load_in(language).exercises["bodyweight-squat"].names.plain


def test_a_sentence_without_gaps_is_told_by_heart() -> None:
    """There and back."""
    assert retell(reason(ENGLISH, "no-visit-on-record"), PSEUDO) == reason(PSEUDO, "no-visit-on-record")
    assert retell(reason(PSEUDO, "no-visit-on-record"), ENGLISH) == reason(ENGLISH, "no-visit-on-record")


def test_what_fills_a_gap_is_told_too() -> None:
    """A question inside a sentence."""
    asks = {code: load_in(code).red_flags["saddle-numbness"].asks for code in (ENGLISH, PSEUDO)}
    stored = reason(ENGLISH, "unanswered", asks=asks[ENGLISH])
    assert retell(stored, PSEUDO) == reason(PSEUDO, "unanswered", asks=asks[PSEUDO])


def test_a_number_in_a_gap_stays() -> None:
    """And a date."""
    stored = reason(ENGLISH, "seen-and-fine", on="2026-03-14", by="a doctor")
    assert "2026-03-14" in retell(stored, PSEUDO)


def test_words_nobody_knows_are_shown_as_they_are_stored() -> None:
    """Nothing is lost and nothing made up."""
    assert retell("Your surgeon wrote this himself.", PSEUDO) == "Your surgeon wrote this himself."


def test_a_value_is_told_in_the_language_now_spoken() -> None:
    """Ids and sources stay."""
    stored = Reason(id="no-visit-on-record", says=reason(ENGLISH, "no-visit-on-record"), source="PT-REVIEW")
    with speaking(PSEUDO):
        told = retold(stored)
    assert told == Reason(id=stored.id, says=reason(PSEUDO, "no-visit-on-record"), source=stored.source)
    assert retold(stored) is stored
