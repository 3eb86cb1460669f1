"""One door for every text: chosen once, English where nobody has translated it."""

from psoas.vocabulary.language import decimal, languages, say, say_many, speaking, spoken


def test_english_is_spoken_unless_somebody_chose() -> None:
    """Documents and commands stay as they are."""
    assert spoken() == "en"


def test_a_language_ends_with_its_block() -> None:
    """Nothing of one request reaches the next."""
    with speaking("de"):
        assert spoken() == "de"
    assert spoken() == "en"


def test_an_untranslated_text_is_english() -> None:
    """A language that nobody has begun is no gap on the page."""
    with speaking("de"):
        assert say("Nobody ever says {what}.", what="this") == "Nobody ever says this."


def test_a_number_chooses_its_form() -> None:
    """One minute, two minutes."""
    assert [say_many("one minute", "{n} minutes", n) for n in (1, 2)] == ["one minute", "2 minutes"]


def test_a_comma_where_a_comma_is_written() -> None:
    """2.5 kg, 2,5 kg."""
    assert decimal(2.5) == "2.5"
    with speaking("de"):
        assert decimal(2.5) == "2,5"


def test_english_comes_first_and_is_complete() -> None:
    """The source is never missing anything."""
    first = next(iter(languages().values()))
    assert (first.code, first.complete) == ("en", True)
