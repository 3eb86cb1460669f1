"""Writes: keyword-only, one transaction each. When an action returns, its row is on the disk.

What is told here and now is newer than everything told before, also when this machine's clock was set back meanwhile: its
moment is the clock's, or the one just after the newest on record.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.utils import timezone

from psoas.assessment.examination import Examination
from psoas.diary.entry import Entry, Kind
from psoas.exchange.documents import write_document
from psoas.exchange.json_text import MAX_BYTES
from psoas.planning.plan import Plan
from psoas.records import queries
from psoas.records.damage import Damaged, read_stored
from psoas.records.diary_record import diary_on_record, remember
from psoas.records.models import DiaryEntry, ExaminationVersion, IntakePart, IntakeVersion, PlanVersion, Row, Setting
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Intake
from psoas.vocabulary.errors import BadInput, PsoasError

TICK = timedelta(microseconds=1)
NEWEST = "SELECT told_at FROM {table} ORDER BY told_at DESC LIMIT 1"
"""Plain SQL, for this is asked with each thing that is told."""


def alone() -> transaction.Atomic:
    """Hold the pen: nobody else writes until this ends (SQLite takes its write lock at the beginning, see the settings)."""
    return transaction.atomic()


@transaction.atomic
def keep_part(*, part: str, content: Mapping[str, Any]) -> None:
    """One answered page of the way in."""
    IntakePart.objects.create(told_at=now_for(IntakePart), part=part, content=dict(content))


@transaction.atomic
def keep_intake(*, intake: Intake, clearance: ClearanceRecord, on: date) -> None:
    """A whole intake with what screening said of it."""
    IntakeVersion.objects.create(
        told_at=now_for(IntakeVersion), on=on, document=readable(intake), clearance=readable(clearance)
    )


@transaction.atomic
def keep_examination(*, examination: Examination) -> None:
    ExaminationVersion.objects.create(told_at=now_for(ExaminationVersion), on=examination.on, document=readable(examination))


@transaction.atomic
def keep_plan(*, plan: Plan, reason: str, on: date, after: int | None = None) -> int:
    """The plan as the next version; answers with its number. OvertakenError where `after` is no longer the one in use."""
    if after is not None and queries.current_version() != after:
        raise OvertakenError
    version = next_version()
    told_at, document = now_for(PlanVersion), readable(plan)
    PlanVersion.objects.create(told_at=told_at, version=version, reason=reason, on=on, document=document)
    return version


class OvertakenError(PsoasError):
    """Another window changed the plan while this change was thought over: it must start from what is there now."""

    def __init__(self) -> None:
        super().__init__("the plan was changed in another window just now; look at it and try once more")


def next_version() -> int:
    """A number that no plan here has."""
    return int(PlanVersion.objects.aggregate(highest=Max("version"))["highest"] or 0) + 1


def keep_entry(*, entry: Entry, kind: Kind, key: str | None = None) -> bool:
    """An entry, stored once for its key. True when it is new; False when this key was already acknowledged.

    BadInput where the day cannot hold it, KeyTakenError where the key stands for something else.
    """
    key = key or uuid4().hex
    try:
        with transaction.atomic():  # alone: nobody fills the day between this look and the writing
            _check_room(entry, kind)
            document = readable(entry)
            DiaryEntry.objects.create(told_at=now_for(DiaryEntry), key=key, kind=kind, on=entry.on, document=document)
            remember(document, entry)
    except (BadInput, IntegrityError):  # sent before: then it is kept, whatever the day holds by now
        if not _is_held(key, entry):
            raise
        return False
    return True


def _is_held(key: str, entry: Entry) -> bool:
    """Was this acknowledged before? The day may differ by one: what a device a day ahead sent was filed on this machine's."""
    held = DiaryEntry.objects.filter(key=key).values_list("document", flat=True).first()
    if held is None:
        return False
    before: Entry = read_stored(held, Entry, row="entry")
    if abs(before.on - entry.on) > timedelta(days=1) or replace(before, on=entry.on) != entry:
        raise KeyTakenError
    return True


def _check_room(entry: Entry, kind: Kind) -> None:
    """What is damaged elsewhere in the diary is told by the page; it must not keep this entry out."""
    with suppress(Damaged):
        diary_on_record().day_with(entry, kind)


class KeyTakenError(PsoasError):
    """This key was acknowledged for something else: neither "saved" nor "known" would be true."""

    def __init__(self) -> None:
        super().__init__("something else was kept under this key already; this was not kept")


@transaction.atomic
def keep_setting(*, name: str, value: str) -> None:
    Setting.objects.create(told_at=now_for(Setting), name=name, value=value)


def now_for(table: type[Row]) -> datetime:
    """The moment of what is told now: later than all that stands in this table."""
    with connection.cursor() as cursor:
        newest = cursor.execute(NEWEST.format(table=table._meta.db_table)).fetchone()
    return max(timezone.now(), newest[0].replace(tzinfo=UTC) + TICK) if newest else timezone.now()


def readable(document: object) -> str:
    """The document as it is stored; refused when it is larger than what reading takes, since it could never come back."""
    text = write_document(document)
    if len(text.encode()) > MAX_BYTES:
        raise BadInput("file", f"at most {MAX_BYTES // 1_000_000} MB for one plan, intake, examination or day")
    return text
