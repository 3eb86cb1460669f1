"""Rows are added, never changed: the database itself refuses an update."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("intakepart", "intakeversion", "examinationversion", "planversion", "diaryentry", "setting")


def refuse_updates(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # the shape Django calls
    if schema_editor.connection.vendor == "sqlite":
        for table in TABLES:
            schema_editor.execute(
                f"CREATE TRIGGER records_{table}_append_only BEFORE UPDATE ON records_{table} "
                "BEGIN SELECT RAISE(ABORT, 'records are append-only'); END"
            )


def allow_updates(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # the shape Django calls
    if schema_editor.connection.vendor == "sqlite":
        for table in TABLES:
            schema_editor.execute(f"DROP TRIGGER records_{table}_append_only")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("records", "0001_tables")]
    operations: ClassVar = [migrations.RunPython(refuse_updates, allow_updates)]
