"""The number of the newest row of each table: as long as these are the same, so is everything on record.

Rows are added and never changed, and SQLite gives no number twice; "delete everything" adds the row of a new beginning. So
whoever has read or thought something over may keep it under these numbers.
"""

from collections.abc import Callable, Mapping
from functools import update_wrapper
from typing import Any, Generic, TypeVar

from django.db import connection

from psoas.records.models import Beginning, Row
from psoas.vocabulary.language import spoken

Newest = Mapping[str, int]
T = TypeVar("T")
_KEPT: "list[KeptReading[Any]]" = []


def newest_rows() -> Newest:
    """By table; a table that never held a row is missing."""
    with connection.cursor() as cursor:
        return dict(cursor.execute("SELECT name, seq FROM sqlite_sequence").fetchall())


def number_of(table: type[Row], newest: Newest) -> int:
    """The newest row's number, also where it was deleted since; 0 before the first."""
    return newest.get(table._meta.db_table, 0)


class KeptReading(Generic[T]):
    """What a reader answered last, with the language and the numbers it holds for.

    What deleting everything took away goes at the next look.
    """

    def __init__(self, read: Callable[[], T], tables: tuple[type[Row], ...]) -> None:
        update_wrapper(self, read)
        self.read, self.tables = read, tables
        self.kept: tuple[tuple[str | int, ...], T] | None = None
        _KEPT.append(self)

    def __call__(self) -> T:
        newest, held = newest_rows(), self.kept
        key: tuple[str | int, ...] = (spoken(), *(number_of(table, newest) for table in self.tables))
        if held is None or held[0] != key:
            self.forget()
            self.kept = held = (key, self.read())
        return held[1]

    def forget(self) -> None:
        self.kept = None


def kept_under(*tables: type[Row]) -> Callable[[Callable[[], T]], KeptReading[T]]:
    """Read once, for as long as these tables hold no newer row and nothing was deleted."""
    return lambda read: KeptReading(read, (Beginning, *tables))


def forget() -> None:
    """Drop what every reader keeps."""
    for reading in _KEPT:
        reading.forget()
