"""Order is when something was told: the moment gets its name and an index; the records get a beginning, with its own mark."""

from secrets import token_hex
from typing import ClassVar

import django.utils.timezone
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("IntakePart", "IntakeVersion", "ExaminationVersion", "PlanVersion", "DiaryEntry", "Setting")


def begin(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The mark of these records, and the trigger that every table has."""
    apps.get_model("records", "Beginning").objects.create(mark=token_hex(16), number=0)
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            "CREATE TRIGGER records_beginning_append_only BEFORE UPDATE ON records_beginning "
            "BEGIN SELECT RAISE(ABORT, 'records are append-only'); END"
        )


def end(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # the shape Django calls
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER records_beginning_append_only")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("records", "0002_append_only")]
    operations: ClassVar = [
        *(migrations.RenameField(model_name=table, old_name="made_at", new_name="told_at") for table in TABLES),
        *(
            migrations.AddIndex(model_name=table, index=models.Index(fields=["told_at"], name=f"{table.lower()}_told"))
            for table in TABLES
        ),
        migrations.CreateModel(
            name="Beginning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("told_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("mark", models.CharField(max_length=32)),
                ("number", models.PositiveIntegerField()),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["told_at"], name="beginning_told")],
            },
        ),
        migrations.RunPython(begin, end),
    ]
