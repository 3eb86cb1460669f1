"""Tables: one row for each thing that was said, planned or done. Rows are added, never changed (a trigger refuses updates).

Every row says when it was told. That, and not its number, decides which of two answers is the newer one: a file brought back
adds old answers under new numbers.

Clinical content stands in `document`, the JSON that `psoas.exchange` writes and reads strictly.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.utils import timezone

models.CharField.register_lookup(Length)
models.TextField.register_lookup(Length)


class Row(models.Model):
    """What every row has: when it was told, here or where a file was saved."""

    told_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True
        indexes: ClassVar = [models.Index(fields=["told_at"], name="%(class)s_told")]


class IntakePart(Row):
    """One page of the way in, as it was answered. The row of a part that was told last holds."""

    part = models.CharField(max_length=40)
    content = models.JSONField()

    class Meta(Row.Meta):
        indexes: ClassVar = [*Row.Meta.indexes, models.Index(fields=["part", "-id"], name="part_latest")]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(part__length__gte=1), name="part_is_named")]

    def __str__(self) -> str:
        return self.part


class IntakeVersion(Row):
    """A whole intake and what screening made of it on that day."""

    on = models.DateField()
    document = models.TextField()
    clearance = models.TextField()

    class Meta(Row.Meta):
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(document__length__gte=2) & Q(clearance__length__gte=2), name="intake_is_written"
            ),
        ]

    def __str__(self) -> str:
        return f"intake of {self.on}"


class ExaminationVersion(Row):
    """Self-tests and measurements of one day."""

    on = models.DateField(db_index=True)
    document = models.TextField()

    class Meta(Row.Meta):
        constraints: ClassVar = [models.CheckConstraint(condition=Q(document__length__gte=2), name="examination_is_written")]

    def __str__(self) -> str:
        return f"examination of {self.on}"


class PlanVersion(Row):
    """A plan as it stood, and why it became so. The one made last holds."""

    REASONS: ClassVar = [
        ("made", "made"),
        ("adapted", "adapted"),
        ("undone", "undone"),
        ("edited", "edited"),
        ("remade", "remade"),
        ("imported", "imported"),
    ]
    version = models.PositiveIntegerField(unique=True)
    reason = models.CharField(max_length=12, choices=REASONS)
    on = models.DateField()
    document = models.TextField()

    class Meta(Row.Meta):
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(version__gte=1), name="plan_versions_start_at_one"),
            models.CheckConstraint(
                condition=Q(reason__in=["made", "adapted", "undone", "edited", "remade", "imported"]),
                name="plan_reason_is_known",
            ),
            models.CheckConstraint(condition=Q(document__length__gte=2), name="plan_is_written"),
        ]

    def __str__(self) -> str:
        return f"plan {self.version}"


class DiaryEntry(Row):
    """One thing told to the diary. The key makes a repeated send harmless: it is stored once."""

    KINDS: ClassVar = [("session", "session"), ("log", "log"), ("check", "check"), ("imported", "imported")]
    key = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=12, choices=KINDS)
    on = models.DateField(db_index=True)
    document = models.TextField()

    class Meta(Row.Meta):
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(key__length__gte=8), name="entry_key_is_long_enough"),
            models.CheckConstraint(condition=Q(kind__in=["session", "log", "check", "imported"]), name="entry_kind_is_known"),
            models.CheckConstraint(condition=Q(document__length__gte=2), name="entry_is_written"),
        ]

    def __str__(self) -> str:
        return f"entry of {self.on}"


class Setting(Row):
    """How the person likes it: theme, text size, country, sound. The row of a name that was told last holds."""

    name = models.CharField(max_length=40)
    value = models.CharField(max_length=200)

    class Meta(Row.Meta):
        indexes: ClassVar = [*Row.Meta.indexes, models.Index(fields=["name", "-id"], name="setting_latest")]

    def __str__(self) -> str:
        return self.name


class Beginning(Row):
    """Where these records began: at the first start, and again after each "delete everything".

    What a browser still holds from before names the mark it was written under, and is refused when that is another one.
    """

    mark = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    """How often everything was deleted before."""

    def __str__(self) -> str:
        return self.mark


APPEND_ONLY = (IntakePart, IntakeVersion, ExaminationVersion, PlanVersion, DiaryEntry, Setting, Beginning)
"""All tables, in an order in which they can be emptied."""
