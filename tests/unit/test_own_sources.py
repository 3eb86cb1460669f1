"""What we cite of our own is told in the person's language: the pages have its words, and they are those of the catalogue."""

from psoas.catalogue.catalogue import load
from psoas.web import words


def test_every_source_of_our_own_is_said_in_the_persons_language() -> None:
    own = {source.id: source.citation for source in load().sources.values() if source.topic == "project"}

    assert {name: str(says) for name, says in words.OWN_SOURCES.items()} == own
