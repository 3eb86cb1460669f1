"""The diary as it is on record, grown row by row: a new entry costs itself, not its day or the years before it.

Rows never change and their numbers are never used twice, so what was read stays true; only new rows are fetched, and what is
told last is told to its day. That everything was deleted, also by another process, shows in a new beginning.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import ClassVar, cast

from django.db import connection

from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Entry, Kind
from psoas.diary.merging import merge_day, tell
from psoas.records.damage import read_stored
from psoas.records.models import Beginning, DiaryEntry
from psoas.records.revision import newest_rows, number_of

ROWS = f"""SELECT told_at, id, kind, "on", document FROM {DiaryEntry._meta.db_table}
WHERE id > %s AND id <= %s ORDER BY told_at, id"""  # noqa: S608  # the table's own name
WRITTEN = 4
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
    written: ClassVar[dict[str, Entry]] = {}
    """The last few entries that this process wrote itself, by what stands on the disk: they need not be read to be known."""


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


def remember(document: str, entry: Entry) -> None:
    """This entry is being written as this document."""
    _Kept.written = {**dict(list(_Kept.written.items())[1 - WRITTEN :]), document: entry}


def forget() -> None:
    _Kept.diary, _Kept.written = DiaryOnRecord(), {}


def _grown(kept: DiaryOnRecord, newest: int) -> DiaryOnRecord:
    """With the rows that came since. What was told last is told to its day; what belongs between is merged anew."""
    told, days = dict(kept.told), dict(kept.days)
    for on, telling in _told_between(kept.version, newest):
        at, pk, _kind, _entry = telling
        before = told.get(on, ())
        is_last = not before or before[-1][:2] < (at, pk)
        told[on] = (*before, telling) if is_last else tuple(sorted((*before, telling), key=lambda one: one[:2]))
        days[on] = _told_last(days.get(on), telling) if is_last else _merged(on, told[on])
    return replace(kept, version=newest, told=told, days=days)


def _told_between(after: int, newest: int) -> Iterator[tuple[date, Telling]]:
    """The rows of these numbers, in order of telling, each with its day. Asked in plain SQL: this runs after every entry, and
    putting the question together took Django longer than answering it takes SQLite."""
    with connection.cursor() as cursor:
        rows = cursor.execute(ROWS, (after, newest)).fetchall()
    for at, pk, kind, on, document in rows:
        entry = _Kept.written.get(document) or read_stored(document, Entry, row=f"entry {pk}")
        yield on, (at.replace(tzinfo=UTC), pk, cast("Kind", kind), entry)


def _told_last(day: Entry | None, telling: Telling) -> Entry:
    _at, _pk, kind, entry = telling
    return tell(day or Entry(on=entry.on), entry, kind=kind, catalogue=load())


def _merged(on: date, told: Iterable[Telling]) -> Entry:
    return merge_day(on, [(kind, entry) for _at, _pk, kind, entry in told], catalogue=load())
