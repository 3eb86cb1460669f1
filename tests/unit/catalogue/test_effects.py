"""What counts as a claim of an effect or mechanism, and which evidence can carry it."""

import pytest

from psoas.catalogue.catalogue import load
from psoas.catalogue.lint.effects import unproved

SOURCES = load().sources


@pytest.mark.parametrize(
    ("says", "source", "of"),
    [
        ("With stiff hips the lower back rounds more.", "DOSE-1", "how movement is shared"),
        ("Longer hamstrings let the hips fold, so that bending is shared more evenly.", "DOSE-4", "how movement is shared"),
        ("It eases back pain.", "ROM-H1", "pain or comfort"),
        ("Lengthens the front of the hip.", "LPR-4", "range"),
        ("Strengthens the side of the hip.", "psoas-opinion", "strength and fitness"),
        ("Balance work lowers falls.", "LPR-4", "falls and steadiness"),
    ],
)
def test_an_effect_needs_a_source_that_speaks_of_it(says: str, source: str, of: str) -> None:
    """A study of stretching does not show how movement is shared; our own view shows nothing."""
    (found,) = unproved(says, [SOURCES[source]])

    assert found.startswith(of)


@pytest.mark.parametrize(
    ("says", "source"),
    [
        ("With stiff hips the lower back rounds more.", "LPR-10"),
        ("It eases back pain.", "EX-5"),
        ("Stand up and look around.", "psoas-opinion"),
        ("A teaching image: where one joint gives less, the back gives more.", "psoas-opinion"),
        ("It is often said that tight muscles pull the pelvis forward.", "psoas-opinion"),
    ],
)
def test_evidence_of_the_same_kind_or_a_plain_word_of_what_it_is_will_do(says: str, source: str) -> None:
    """A study of sharing, of pain; no claim at all; a picture; a saying told as one."""
    assert list(unproved(says, [SOURCES[source]])) == []
