"""Docstrings point at what a reader can look up."""

from pathlib import Path

from psoas.catalogue.catalogue import load
from psoas.catalogue.lint.pointers import OF_THE_TRADE, PAGES, named_in

ROOT = Path(__file__).parents[3]


def test_ids_and_names_in_capitals_are_pointers_and_the_modules_own_names_are_not() -> None:
    """A constant of the module may be spoken of; a document that is not here may not."""
    code = '"""See LPR-12 and T-4, and ELSEWHERE 8c; not LEAST, `QUOTED`, NRS or docs/CLINIC."""\nLEAST = 3\n'

    assert named_in(code) == ["LPR-12", "T-4", "ELSEWHERE"]


def test_pages_that_may_be_named_are_there() -> None:
    """Each stands beside the README."""
    assert all((ROOT / f"{page}.md").is_file() for page in PAGES)


def test_specs_and_tests_point_at_nothing_outside_either() -> None:
    """Their docstrings are printed for clinicians."""
    known = set(load().sources) | PAGES | OF_THE_TRADE
    lost = {
        (path.name, name)
        for path in (ROOT / "tests").rglob("*.py")
        for name in named_in(path.read_text("utf-8"))
        if name not in known and path != Path(__file__)
    }

    assert lost == set()
