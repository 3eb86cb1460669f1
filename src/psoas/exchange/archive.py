"""Everything on record as one file that can always be brought back.

Reading takes at most 5 MB, and every version of a plan is some 180 kB, so the file is written without spaces and holds as
many of the latest plans as fit. Intakes, examinations and the diary are always whole; the plan in use always goes along.
"""

import json
from typing import Any

from psoas.exchange.bundle import Export
from psoas.exchange.documents import as_json
from psoas.exchange.json_text import MAX_BYTES


def write_archive(export: Export) -> str:
    """An export/1 document of at most 5 MB, the latest plans in it."""
    content = as_json(export)
    plans = content["plans"]
    room = MAX_BYTES - _size({**content, "plans": []})
    return _written({**content, "plans": plans[_first_that_fits(plans, room) :]})


def _first_that_fits(plans: list[Any], room: int) -> int:
    """Where to begin, so that all from there on fit; the last one is never left out."""
    first = len(plans)
    while first > 0 and (room := room - _size(plans[first - 1]) - 1) > 0:
        first -= 1
    return min(first, max(len(plans) - 1, 0))


def _size(content: Any) -> int:
    return len(_written(content).encode())


def _written(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
