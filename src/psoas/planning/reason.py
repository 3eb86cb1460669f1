"""Why, in the words of the catalogue: planning names an id, the sentence stands in `catalogue/data/reasons/planning.toml`."""

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Finding
from psoas.planning.plan import Why


def why(name: str, *, catalogue: Catalogue, named: str | None = None, **gaps: object) -> Why:
    """The sentence of this id; `named`: under another id, a finding's say."""
    return Why(id=named or name, says=catalogue.reason(name, **gaps).says)


def answers(finding: Finding, catalogue: Catalogue, *, sentence: str = "answers-finding") -> Why:
    """The drill answers this finding, or would."""
    return why(sentence, catalogue=catalogue, named=finding, found=catalogue.says(f"found-{finding}"))
