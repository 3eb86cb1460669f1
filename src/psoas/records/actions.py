"""Writes: keyword-only, one transaction each. When an action returns, its row is on the disk."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.db.models import Max

from psoas import journey
from psoas.assessment.examination import Examination
from psoas.diary.entry import Entry, Kind
from psoas.exchange.bundle import Export
from psoas.exchange.documents import write_document
from psoas.exchange.json_text import MAX_BYTES
from psoas.planning.plan import Plan
from psoas.records.models import DiaryEntry, ExaminationVersion, IntakePart, IntakeVersion, PlanVersion, Setting
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Intake
from psoas.vocabulary.errors import BadInput


def alone() -> transaction.Atomic:
    """Hold the pen: nobody else writes until this ends (SQLite takes its write lock at the beginning, see the settings)."""
    return transaction.atomic()


@transaction.atomic
def keep_part(*, part: str, content: Mapping[str, Any]) -> None:
    """One answered page of the way in."""
    IntakePart.objects.create(part=part, content=dict(content))


@transaction.atomic
def keep_intake(*, intake: Intake, clearance: ClearanceRecord, on: date) -> None:
    """A whole intake with what screening said of it."""
    IntakeVersion.objects.create(on=on, document=_readable(intake), clearance=_readable(clearance))


@transaction.atomic
def keep_examination(*, examination: Examination) -> None:
    ExaminationVersion.objects.create(on=examination.on, document=_readable(examination))


@transaction.atomic
def keep_plan(*, plan: Plan, reason: str, on: date) -> int:
    """The plan as the next version; answers with its number."""
    version = (PlanVersion.objects.aggregate(highest=Max("version"))["highest"] or 0) + 1
    PlanVersion.objects.create(version=version, reason=reason, on=on, document=_readable(plan))
    return version


def keep_entry(*, entry: Entry, kind: Kind, key: str | None = None) -> bool:
    """An entry, stored once for its key. True when it is new; False when this key was already acknowledged."""
    key = key or uuid4().hex
    try:
        with transaction.atomic():
            DiaryEntry.objects.create(key=key, kind=kind, on=entry.on, document=_readable(entry))
    except IntegrityError:
        if not DiaryEntry.objects.filter(key=key).exists():
            raise
        return False
    return True


@transaction.atomic
def keep_setting(*, name: str, value: str) -> None:
    Setting.objects.create(name=name, value=value)


@transaction.atomic
def take_over(*, brought: Export, on: date) -> None:
    """What was exported elsewhere joins the records: all of it, or nothing. The last plan in it becomes the plan in use."""
    for intake in brought.intakes:
        keep_intake(intake=intake, clearance=journey.screen(intake, today=on), on=on)
    for examination in brought.examinations:
        keep_examination(examination=examination)
    for plan in brought.plans:
        keep_plan(plan=plan, reason="imported", on=on)
    for entry in brought.diary.entries:
        keep_entry(entry=entry, kind="imported", key=_import_key(entry))


def _readable(document: object) -> str:
    """The document as it is stored; refused when it is larger than what reading takes, since it could never come back."""
    text = write_document(document)
    if len(text.encode()) > MAX_BYTES:
        raise BadInput("file", f"at most {MAX_BYTES // 1_000_000} MB for one plan, intake, examination or day")
    return text


def _import_key(entry: Entry) -> str:
    """The same entry brought twice is stored once."""
    return f"import-{sha256(write_document(entry).encode()).hexdigest()}"
