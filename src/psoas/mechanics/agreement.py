"""Do the model's numbers say the same of their sources as the catalogue does? Code P001 of `psoas check`.

A number has the status of its source, or X (calculated here from it), or D (a choice of this project).
"""

from collections.abc import Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.lint.references import OWN_WORK
from psoas.catalogue.problem import Problem
from psoas.mechanics.parameters import evidence_ids, numbers


def unlike_their_source(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Numbers whose source the catalogue does not know, or whose status is not its status."""
    return tuple(
        Problem(code="P001", where=name, says=says, hint="let parameters.toml and sources.toml agree")
        for name, says in _unlike(catalogue)
    )


def _unlike(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for number in numbers().values():
        source = catalogue.sources.get(evidence_ids().get(number.source, ""))
        if source is None:
            yield number.id, f"no source {number.source}"
        elif number.status not in OWN_WORK and number.status != source.status:
            yield number.id, f"status {number.status}, though {source.id} has {source.status}"
