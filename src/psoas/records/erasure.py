"""Delete everything: rows, the free pages they leave in the file, and the write-ahead log."""

import time
from secrets import token_hex

from django.db import connection, transaction
from django.db.models import Max

from psoas.records import queries
from psoas.records.models import APPEND_ONLY, Beginning
from psoas.vocabulary.errors import PsoasError

TRIES = 20
WAIT_S = 0.1


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
        cursor.execute("VACUUM")
        for _ in range(TRIES):
            busy, *_pages = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
            time.sleep(WAIT_S)
    raise NotErased


class NotErased(PsoasError):
    """Somebody still reads: the rows are gone, but the log file could not be emptied yet."""

    def __init__(self) -> None:
        super().__init__("The rows are deleted, but another window is still reading. Close it and delete once more.")
