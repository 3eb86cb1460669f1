"""The model's numbers and the catalogue say the same of a source."""

from dataclasses import replace

from psoas.catalogue.catalogue import load
from psoas.mechanics.agreement import unlike_their_source


def test_the_shipped_numbers_agree() -> None:
    """One status for one source."""
    assert unlike_their_source(load()) == ()


def test_a_source_of_another_status_or_none_is_found() -> None:
    """Both are told with the number that is concerned."""
    sources = dict(load().sources)
    lowered = replace(load(), sources={**sources, "RIENER": replace(sources["RIENER"], status="M")})
    lost = replace(load(), sources={name: source for name, source in sources.items() if name != "RIENER"})

    assert {problem.where for problem in unlike_their_source(lowered)} >= {"hip-offset", "hip-hamstring-limb"}
    assert all(problem.code == "P001" for problem in unlike_their_source(lost))
    assert unlike_their_source(lost)
