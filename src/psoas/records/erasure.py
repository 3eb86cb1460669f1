"""Delete everything: rows, the free pages they leave in the file, and the write-ahead log."""

import time
from contextlib import suppress
from secrets import token_hex

from django.db import OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Max

from psoas.records import queries
from psoas.records.models import APPEND_ONLY, Beginning
from psoas.vocabulary.errors import PsoasError

TRIES = 10
WAIT_S = 0.1
PATIENCE_MS = 200
"""How long SQLite itself waits at each try; the usual ten seconds would make somebody wait for minutes."""


def delete_everything() -> None:
    """After this, nothing the person said is left in the database files."""
    with transaction.atomic():
        number = (Beginning.objects.aggregate(highest=Max("number"))["highest"] or 0) + 1
        for table in APPEND_ONLY:
            table.objects.all().delete()
        Beginning.objects.create(mark=token_hex(16), number=number)
    queries.forget()
    if connection.vendor == "sqlite":
        _rewrite()


def _rewrite() -> None:
    """VACUUM writes the file anew without the deleted rows; the checkpoint empties the log that still held them."""
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        try:
            _empty(cursor)
        finally:
            cursor.execute(f"PRAGMA busy_timeout={usual}")


def _empty(cursor: CursorWrapper) -> None:
    is_rewritten = False
    for _ in range(TRIES):
        try:
            if not is_rewritten:
                cursor.execute("VACUUM")
                is_rewritten = True
            busy, *_pages = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
        except OperationalError:  # somebody writes just now
            pass
        time.sleep(WAIT_S)
    raise NotErased


def finish() -> None:
    """What a deletion killed halfway left in the files: rows are never deleted otherwise, so free pages tell of one."""
    with connection.cursor() as cursor:
        free = cursor.execute("PRAGMA freelist_count").fetchone()[0]
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if free:
        with suppress(NotErased):  # another program reads: at the next start, then
            _rewrite()


class NotErased(PsoasError):
    """Somebody still reads: the rows are gone, but the log file could not be emptied yet."""

    def __init__(self) -> None:
        super().__init__("The rows are deleted, but another window is still reading. Close it and delete once more.")
