"""Delete everything: rows, the free pages they leave in the file, and the write-ahead log."""

from django.db import connection, transaction

from psoas.records import queries
from psoas.records.models import APPEND_ONLY


def delete_everything() -> None:
    """After this, nothing the person said is left in the database files."""
    with transaction.atomic():
        for table in APPEND_ONLY:
            table.objects.all().delete()
    queries.forget()
    if connection.vendor == "sqlite":
        _rewrite()


def _rewrite() -> None:
    """VACUUM writes the file anew without the deleted rows; the checkpoint empties the log that still held them."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
