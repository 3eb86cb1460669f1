"""A person's bend as the model sees it, and a reference person's, worked out once when a release is built.

A phone has no numpy, so it cannot draw two hundred bodies; what it shows instead is the model's own answer for nobody in
particular, and says so.

    python -m psoas.mechanics.reference_bend    writes data/built/reference-bend.json, never committed
"""

import sys
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter

from psoas.catalogue.retelling import retold
from psoas.mechanics.bend import Picture
from psoas.mechanics.share_change import WhatIf
from psoas.mechanics.subject import Subject
from psoas.vocabulary.errors import PsoasError
from psoas.vocabulary.value import value

SEED = 1
"""The same question gives the same answer."""
SHOWN_AT = 70.0
"""Degrees of which the what-if speaks."""
BUILT = Path(str(files("psoas.mechanics"))) / "data" / "built" / "reference-bend.json"


@value
class Seen:
    """A bend in four versions, what each change would do at one of its angles, and whether this person was asked for."""

    picture: Picture
    changes: tuple[WhatIf, ...]
    asked: bool = True
    fits: bool = True
    """False where this person's own numbers do not go together or do not reach the bend: then it is the reference person."""


def see_bend(person: Subject) -> Seen:
    """The model asked now; a person whose numbers cannot be (or who cannot bend so far) is shown as the reference."""
    try:
        return _ask(person)
    except PsoasError:
        return replace(_ask(Subject()), fits=False)
    except ModuleNotFoundError:
        return reference()


def reference() -> Seen:
    """As the last build left it, told in the language now spoken."""
    return retold(_built())


@cache
def _built() -> Seen:
    if not BUILT.is_file():
        raise PsoasError("the reference person's bend is not built: run make assets")
    return TypeAdapter(Seen).validate_json(BUILT.read_bytes())


def _ask(person: Subject) -> Seen:
    import numpy as np  # noqa: PLC0415  # the reason for this module is that numpy may be missing

    from psoas.mechanics.picture import draw_picture  # noqa: PLC0415  # as above
    from psoas.mechanics.what_if import compare  # noqa: PLC0415  # as above

    changes = compare(person, "forward-bend", trunk=SHOWN_AT, rng=np.random.default_rng(SEED))
    return Seen(picture=draw_picture(person, rng=np.random.default_rng(SEED)), changes=changes)


def main() -> int:
    """Work the reference person's out and write it beside the model's numbers."""
    seen = _ask(Subject())
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    BUILT.write_bytes(TypeAdapter(Seen).dump_json(Seen(picture=seen.picture, changes=seen.changes, asked=False)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
