"""What a former version wrote is read back: free words for who saw somebody become a profession, or end no stop."""

import json
from dataclasses import replace

import pytest
from example_people import MAYA, TODAY

from psoas.exchange.documents import as_json, read_document
from psoas.exchange.export import Export
from psoas.screening.intake import Intake, Return
from psoas.vocabulary.errors import BadInput

SEEN = Return(answer="one-leg-weak", seen_on=TODAY, by="physician")


@pytest.mark.parametrize(("words", "profession"), [
    ("Dr Lind", "physician"),
    ("my GP", "physician"),
    ("the physio at the clinic", "physiotherapist"),
    ("Surgical team", "surgeon"),
    ("A&E", "emergency-department"),
    ("emergency department, Dr Osei", "emergency-department"),
    ("my midwife", "midwife"),
    ("nurse", "nurse"),
])  # fmt: skip
def test_free_words_become_the_profession_they_name(words: str, profession: str) -> None:
    """The day and the rest stay."""
    told = _read(_written(words))

    assert told.returns == (replace(SEEN, by=profession),)  # type: ignore[arg-type]  # a word of the list


def test_whoever_cannot_be_told_ends_no_stop_and_the_positions_asked_for_are_kept() -> None:
    """A friend is no clinician, and what was left out stays left out."""
    told = _read(_written("my neighbour", limits=["kneeling", "osteoporosis"]))

    assert told.returns == ()
    assert told.avoid == ("kneeling",)


def test_a_saved_file_of_a_former_version_can_be_brought_back() -> None:
    """Wherever in it the return stands."""
    saved = {"psoas": "export/1", "intakes": [_written("Dr Lind")], "diary": {"psoas": "diary/1"}}
    brought = read_document(json.dumps(saved).encode(), Export)

    assert brought.intakes[0].returns == (SEEN,)


def test_a_document_from_outside_names_a_profession() -> None:
    """Nothing is guessed there: the message says what is allowed."""
    with pytest.raises(BadInput) as refused:
        read_document(json.dumps(_written("Dr Lind")).encode(), Intake)

    assert refused.value.field == "returns.0.by"
    assert "physiotherapist" in refused.value.allowed


def _written(by: str, limits: list[str] | None = None) -> dict[str, object]:
    written: dict[str, object] = as_json(replace(MAYA, returns=(SEEN,)))
    return written | {"returns": [{"answer": "one-leg-weak", "seen_on": str(TODAY), "by": by, "limits": limits or []}]}


def _read(written: dict[str, object]) -> Intake:
    told: Intake = read_document(json.dumps(written).encode(), Intake, former=True)
    return told
