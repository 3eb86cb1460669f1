"""Everything on record as files that can always be brought back, with nothing left out.

Reading takes at most 5 MB a file, and every version of a plan is some 180 kB. What does not fit stands in further files: the
first holds intakes, examinations, answers, settings, the latest rows of the diary and the plan in use; the others hold older
plans and rows. Rows carry their times, so the files can be brought back in any order, and twice.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary
from psoas.diary.merging import merge_days
from psoas.exchange.documents import as_json
from psoas.exchange.export import EntryTold, Export, Told
from psoas.exchange.json_text import MAX_BYTES

PLANS, ROWS = "plans", "rows"
FRAME = 2_000
"""Bytes kept free for the names of the fields and the numbers of the part."""


def write_archive(export: Export) -> tuple[str, ...]:
    """One export/1 document, or as many as are needed, each of at most 5 MB."""
    parts = tuple(_parts(export))
    return tuple(_written(as_json(replace(part, part=at, parts=len(parts)))) for at, part in enumerate(parts, start=1))


def _parts(export: Export) -> Iterator[Export]:
    """The newest first: the plan in use and the latest rows are in the first part."""
    rest = replace(export, plans=(), rows=(), diary=Diary(), told=replace(export.told or Told(), plans=()))
    plans, rows = list(zip(export.plans, (export.told or Told()).plans, strict=True)), list(export.rows or ())
    yield _filled(rest, plans, rows)
    while plans or rows:
        yield _filled(Export(diary=Diary(), told=Told(), rows=()), plans, rows)


def _filled(part: Export, plans: list[Any], rows: list[EntryTold]) -> Export:
    """The part with as many plans and rows as fit, taken from the end of both lists; at least one of them."""
    room = MAX_BYTES - _size(as_json(part)) - FRAME
    held_plans = _take(plans, room if len(rows) == 0 else room - min(room // 2, _all(rows)))
    room -= sum(_size(as_json(plan)) + _size(as_json(told)) + 2 for plan, told in held_plans)
    held_rows = _take(rows, room, at_least=0 if held_plans else 1)
    return replace(
        part,
        plans=tuple(plan for plan, _told in held_plans),
        told=replace(part.told or Told(), plans=tuple(told for _plan, told in held_plans)),
        rows=tuple(held_rows),
        diary=merge_days(((row.kind, row.entry) for row in held_rows), catalogue=load()),
    )


def _all(rows: Sequence[EntryTold]) -> int:
    return sum(map(_weight, rows))


def _take(things: list[Any], room: int, *, at_least: int = 1) -> list[Any]:
    """From the end as many as fit; what is taken is gone from the list."""
    first = len(things)
    while first > 0 and (room - _weight(things[first - 1]) > 0 or len(things) - first < at_least):
        room -= _weight(things[first - 1])
        first -= 1
    taken = things[first:]
    del things[first:]
    return taken


def _weight(thing: Any) -> int:
    """What it adds to a file. A row of the diary counts twice: it stands in the merged diary as well."""
    if isinstance(thing, EntryTold):
        return 2 * _size(as_json(thing)) + 2
    return sum(_size(as_json(piece)) + 2 for piece in thing)


def _size(content: Any) -> int:
    return len(_written(content).encode())


def _written(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
