"""The catalogue in another language: every text for a person is exchanged, nothing a rule reads."""

from dataclasses import replace

from psoas.catalogue.catalogue import load
from psoas.catalogue.texts import reworded

SQUAT = load().exercises["bodyweight-squat"]


def shout(_: str, text: str) -> str:
    return text.upper()


def test_what_a_person_reads_is_exchanged() -> None:
    """Names, steps, cautions, evidence."""
    said = reworded(SQUAT, shout)
    assert said.names.plain == SQUAT.names.plain.upper()
    assert said.steps == tuple(step.upper() for step in SQUAT.steps)
    assert all(caution.says.isupper() for caution in said.cautions)
    assert said.evidence.says.isupper()


def test_what_a_rule_reads_stays() -> None:
    """Ids, demands, doses, choices, sources."""
    said = reworded(SQUAT, shout)
    kept = ("id", "demands", "dose", "easier", "harder", "equipment", "family", "role", "sources", "sides")
    assert {name: getattr(said, name) for name in kept} == {name: getattr(SQUAT, name) for name in kept}
    assert [caution.when for caution in said.cautions] == [caution.when for caution in SQUAT.cautions]


def test_each_text_is_told_with_its_place() -> None:
    """A translator sees where it stands."""
    places: dict[str, str] = {}
    reworded(replace(SQUAT, cautions=()), places.setdefault)
    assert places["names.plain"] == SQUAT.names.plain
    assert places["steps.1"] == SQUAT.steps[0]


def test_a_citation_stays_as_printed() -> None:
    """A journal is found by its own words."""
    source = load().sources["ROM-H1"]
    assert reworded(source, shout).citation == source.citation
