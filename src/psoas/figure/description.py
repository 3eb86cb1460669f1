"""What each figure shows, in one sentence for somebody who does not see it, in the language now spoken.

Written beside the reaches by the build, so that a home without the authored movements has it as well.
"""

import json
from collections.abc import Mapping
from functools import cache

from psoas.figure.reach import BUILT
from psoas.vocabulary.language import say

SAYS = BUILT.with_name("says.json")


def shown(name: str) -> str:
    """Empty for a figure that nobody drew."""
    return say(_told().get(name, ""))


def all_told() -> dict[str, str]:
    """As authored, in English."""
    from psoas.figure.movement import movements  # noqa: PLC0415  # reads poses with NumPy, which a browser has not

    return {name: movement.says for name, movement in movements().items()}


@cache
def _told() -> Mapping[str, str]:
    return dict(json.loads(SAYS.read_text("utf-8"))) if SAYS.is_file() else all_told()
