"""How far each movement takes each joint, as the last build of the figures wrote it down; what a card says of it.

Apart from `demand`, which measures it, so that a page can tell it where the figures cannot be solved.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import ceil
from pathlib import Path

from psoas.catalogue.catalogue import Catalogue

BUILT = Path(str(files("psoas.figure") / "data" / "built" / "reach.json"))
Reach = Mapping[str, float]
STEP = 5
"""Degrees to which the sentence is rounded up: no finer than a drawn pose is true."""


@cache
def reaches() -> Mapping[str, Reach]:
    """The reaches written by the last build; empty before the first."""
    return dict(json.loads(BUILT.read_text("utf-8"))) if BUILT.is_file() else {}


def stays_within(row: str, *, catalogue: Catalogue) -> str:
    """One plain sentence for the card: how far this movement, as drawn, takes the lower back. Empty when undrawn."""
    reach = reaches().get(row)
    if reach is None:
        return ""
    furthest = max(reach["lumbar_flexion"], reach["lumbar_extension"], STEP)
    return catalogue.says("figure-stays-within", degrees=STEP * ceil(furthest / STEP))
