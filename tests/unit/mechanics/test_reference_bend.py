"""The bend that a page shows where the model cannot run."""

import sys
from pathlib import Path

import pytest

from psoas.mechanics import reference_bend
from psoas.mechanics.subject import Subject
from psoas.vocabulary.errors import PsoasError


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "built" / "reference-bend.json"
    monkeypatch.setattr(reference_bend, "BUILT", file)
    reference_bend._built.cache_clear()
    yield file
    reference_bend._built.cache_clear()


def test_a_release_holds_what_the_model_says_of_a_reference_person(built: Path) -> None:
    """Written and read back it is the same, but for saying that nobody was asked."""
    reference_bend.main()
    live, kept = reference_bend.see_bend(Subject()), reference_bend.reference()

    assert kept.picture == live.picture
    assert kept.changes == live.changes
    assert (live.asked, kept.asked) == (True, False)


def test_without_numpy_everybody_sees_the_reference_person(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also a person whose own ranges are known."""
    reference_bend.main()
    monkeypatch.setitem(sys.modules, "numpy", None)
    told = reference_bend.see_bend(Subject(hip_flexion=95))

    assert not told.asked
    assert told.picture.measured == ()


def test_a_bend_that_was_never_built_says_what_to_do(built: Path) -> None:
    with pytest.raises(PsoasError, match="make assets"):
        reference_bend.reference()


def test_a_person_who_cannot_bend_so_far_is_shown_the_reference() -> None:
    """The model refuses; the page does not."""
    every_level = Subject(fused=("L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"), straight_leg_raise=20, hip_flexion=40)

    assert reference_bend.see_bend(every_level).picture.sides
