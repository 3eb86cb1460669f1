"""The diary as it is on record, grown row by row: a new entry costs its own day, not the years before it.

Rows never change and their numbers are never used twice, so what was read stays true; only new rows are fetched, and only the
days they touch are merged anew. Whether rows are gone (everything was deleted, also by another process) shows in their count.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from django.db.models import Count, Max

from psoas.diary.entry import Diary, Entry, Kind
from psoas.diary.merging import merge_day
from psoas.records.damage import read_stored
from psoas.records.models import DiaryEntry

Telling = tuple[datetime, int, Kind, Entry]
"""When, which row, how, what: sorts as it was told."""


@dataclass(frozen=True)
class DiaryOnRecord:
    """The merged diary, and the rows it was made of."""

    version: int = 0
    """The number of the newest row."""
    rows: int = 0
    told: Mapping[date, tuple[Telling, ...]] = field(default_factory=dict)
    days: Mapping[date, Entry] = field(default_factory=dict)

    @property
    def diary(self) -> Diary:
        return Diary(entries=tuple(self.days[day] for day in sorted(self.days)))

    def day_with(self, entry: Entry, kind: Kind) -> Entry:
        """That day, once this entry is told as well."""
        told = [(kind_then, one) for _at, _pk, kind_then, one in self.told.get(entry.on, ())]
        return merge_day(entry.on, [*told, (kind, entry)])

    def diary_with(self, entry: Entry, kind: Kind) -> Diary:
        days = {**self.days, entry.on: self.day_with(entry, kind)}
        return Diary(entries=tuple(days[day] for day in sorted(days)))


class _Kept:
    """What this process has read so far."""

    diary = DiaryOnRecord()


def diary_on_record() -> DiaryOnRecord:
    """The diary as it is now."""
    found = DiaryEntry.objects.aggregate(newest=Max("id"), rows=Count("id"))
    newest, rows = found["newest"] or 0, found["rows"]
    kept = _Kept.diary
    if (kept.version, kept.rows) != (newest, rows):
        grown = _grown(kept, newest) if newest > kept.version else DiaryOnRecord()
        kept = grown if grown.rows == rows else _grown(DiaryOnRecord(), newest)
        _Kept.diary = kept
    return kept


def forget() -> None:
    _Kept.diary = DiaryOnRecord()


def _grown(kept: DiaryOnRecord, newest: int) -> DiaryOnRecord:
    """With the rows that came since."""
    rows = DiaryEntry.objects.filter(id__gt=kept.version, id__lte=newest).values_list(
        "told_at", "pk", "kind", "on", "document"
    )
    told: dict[date, tuple[Telling, ...]] = dict(kept.told)
    new: set[date] = set()
    count = kept.rows
    for at, pk, kind, on, document in rows:
        entry: Entry = read_stored(document, "entry", row=f"entry {pk}")
        told[on] = (*told.get(on, ()), (at, pk, cast("Kind", kind), entry))
        new.add(on)
        count += 1
    days = dict(kept.days)
    for on in new:
        told[on] = tuple(sorted(told[on], key=lambda telling: telling[:2]))
        days[on] = merge_day(on, [(kind, entry) for _at, _pk, kind, entry in told[on]])
    return DiaryOnRecord(version=newest, rows=count, told=told, days=days)
