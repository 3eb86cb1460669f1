"""Tables as this version needs them; a database that a newer Psoas wrote is left alone."""

from typing import Literal

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from psoas.vocabulary.errors import PsoasError

APP = "records"
Standing = Literal["empty", "older", "same", "newer"]
"""Of a database beside this version: no tables yet, some steps missing, all there, or steps that are not known here."""


class NewerDatabaseError(PsoasError):
    """Written by a version that knows more than this one."""

    def __init__(self) -> None:
        super().__init__("a newer Psoas wrote it. Update this one, or use the other. Nothing was changed.")


def standing() -> Standing:
    """Read only: what `make_tables` would find."""
    loader = MigrationLoader(connection)
    applied = {name for app, name in loader.applied_migrations if app == APP}
    known = {name for app, name in loader.disk_migrations if app == APP}
    if applied - known:
        return "newer"
    if not applied:
        return "empty"
    return "older" if known - applied else "same"


def make_tables() -> None:
    """NewerDatabaseError before anything is touched; else the missing steps, all or none.

    Django commits a step's tables before it notes that the step is done: a process that is killed in between would leave
    tables that the next start tries to change once more, and cannot. So one transaction holds them all; SQLite wants its
    foreign keys unchecked before that begins.
    """
    if standing() == "newer":
        raise NewerDatabaseError
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.enable_constraint_checking()
