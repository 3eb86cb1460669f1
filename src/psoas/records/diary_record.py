"""The diary as it is on record, grown row by row: a new entry costs itself, not its day or the years before it.

Rows never change and their numbers are never used twice, so what was read stays true; only new rows are fetched, and what is
told last is told to its day. That everything was deleted, also by another process, shows in a new beginning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import cast

from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Entry, Kind
from psoas.diary.merging import merge_day, tell
from psoas.records.damage import read_stored
from psoas.records.models import Beginning, DiaryEntry
from psoas.records.revision import newest_rows, number_of

Telling = tuple[datetime, int, Kind, Entry]
"""When, which row, how, what: sorts as it was told."""


@dataclass(frozen=True)
class DiaryOnRecord:
    """The merged diary, and the rows it was made of."""

    version: int = 0
    """The number of the newest row."""
    beginning: int = 0
    """The row from which these records begin."""
    told: Mapping[date, tuple[Telling, ...]] = field(default_factory=dict)
    days: Mapping[date, Entry] = field(default_factory=dict)

    @property
    def diary(self) -> Diary:
        return Diary(entries=tuple(self.days[day] for day in sorted(self.days)))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything as it was told, in order of days and of telling: a day may have several."""
        return tuple(entry for day in sorted(self.told) for _at, _pk, _kind, entry in self.told[day])

    def day_with(self, entry: Entry, kind: Kind) -> Entry:
        """That day, once this entry is told as well."""
        return tell(self.days.get(entry.on, Entry(on=entry.on)), entry, kind=kind, catalogue=load())

    def diary_with(self, entry: Entry, kind: Kind) -> Diary:
        days = {**self.days, entry.on: self.day_with(entry, kind)}
        return Diary(entries=tuple(days[day] for day in sorted(days)))


class _Kept:
    """What this process has read so far."""

    diary = DiaryOnRecord()


def diary_on_record() -> DiaryOnRecord:
    """The diary as it is now."""
    newest = newest_rows()
    version, beginning = number_of(DiaryEntry, newest), number_of(Beginning, newest)
    kept = _Kept.diary
    if beginning != kept.beginning or version < kept.version:
        kept = DiaryOnRecord(beginning=beginning)
    if version != kept.version:
        kept = _grown(kept, version)
    _Kept.diary = kept
    return kept


def forget() -> None:
    _Kept.diary = DiaryOnRecord()


def _grown(kept: DiaryOnRecord, newest: int) -> DiaryOnRecord:
    """With the rows that came since. What was told last is told to its day; what belongs between is merged anew."""
    rows = DiaryEntry.objects.filter(id__gt=kept.version, id__lte=newest).order_by("told_at", "id")
    told, days = dict(kept.told), dict(kept.days)
    for at, pk, kind, on, document in rows.values_list("told_at", "pk", "kind", "on", "document"):
        telling: Telling = (at, pk, cast("Kind", kind), read_stored(document, Entry, row=f"entry {pk}"))
        before = told.get(on, ())
        is_last = not before or before[-1][:2] < (at, pk)
        told[on] = (*before, telling) if is_last else tuple(sorted((*before, telling), key=lambda one: one[:2]))
        days[on] = _told_last(days.get(on), telling) if is_last else _merged(on, told[on])
    return replace(kept, version=newest, told=told, days=days)


def _told_last(day: Entry | None, telling: Telling) -> Entry:
    _at, _pk, kind, entry = telling
    return tell(day or Entry(on=entry.on), entry, kind=kind, catalogue=load())


def _merged(on: date, told: Iterable[Telling]) -> Entry:
    return merge_day(on, [(kind, entry) for _at, _pk, kind, entry in told], catalogue=load())
