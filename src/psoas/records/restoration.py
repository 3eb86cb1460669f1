"""Bringing a file back: what it would add, what it would replace, what is here already; then all of it, or nothing.

told at a known moment      joins the records at that moment: an older answer never outranks a newer one
without a moment            counts as older than anything here; where nothing is here yet, it holds
                            an intake without a moment that closes everything is told now: doubt closes
here already                skipped, by content: nothing is ever doubled
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from psoas import journey
from psoas.diary.entry import Entry
from psoas.diary.merging import not_yet_told
from psoas.exchange.documents import write_document
from psoas.exchange.export import EntryTold, Export
from psoas.records import diary_record, queries
from psoas.records.actions import TICK, keep_intake, keep_plan, next_version, readable
from psoas.records.models import DiaryEntry, ExaminationVersion, IntakePart, IntakeVersion, PlanVersion, Row, Setting
from psoas.screening.clinician_limits import joined
from psoas.vocabulary.dates import read_moment
from psoas.vocabulary.errors import BadInput

Thing = Literal["answers", "plan", "settings"]
"""Of these only the latest is in use."""
IN_USE: dict[Thing, type[Row]] = {"answers": IntakeVersion, "plan": PlanVersion, "settings": Setting}
AHEAD = timedelta(days=1)
"""A moment further ahead than this comes from a wrong clock: it counts as now, in the order of the file."""


@dataclass
class Restore:
    """What a file would do here."""

    rows: list[Any] = field(default_factory=list)
    """To be added, each table's in the order in which they were told."""
    same: int = 0
    """Here already, to the letter."""
    replaces: list[Thing] = field(default_factory=list)
    """What is in use here and would be replaced by something newer."""
    keeps: list[Thing] = field(default_factory=list)
    """What the file brings, but is older than what is in use here."""

    @property
    def days(self) -> int:
        """How many days of the diary it touches."""
        return len({row.on for row in self.rows if isinstance(row, DiaryEntry)})


def compare(brought: Export, *, today: date) -> Restore:
    """The file beside what is on record. Writes nothing. BadInput where the file contradicts itself."""
    now = timezone.now()
    found = Restore()
    for table, brought_rows in (
        (IntakePart, _pages(brought, now)),
        (IntakeVersion, _intakes(brought, now, today)),
        (ExaminationVersion, _examinations(brought, now)),
        (PlanVersion, _plans(brought, now, today)),
        (DiaryEntry, _entries(brought, now)),
        (Setting, _settings(brought, now)),
    ):
        _join(found, table, list(brought_rows))
    return found


@transaction.atomic
def restore(brought: Export, *, today: date) -> Restore:
    """All of it, or nothing; compared once more, so that nothing told meanwhile is overlooked.

    BadInput where a day would hold more than a document may: it could never go out and come back again.
    """
    found = compare(brought, today=today)
    for row in found.rows:
        row.save(force_insert=True)
    try:
        diary_record.diary_on_record()  # a day that would hold too much refuses to be merged
        _bind_again(today=today)
    finally:
        diary_record.forget()  # what was read here may not come to stay
    return found


def _bind_again(*, today: date) -> None:
    """No file takes a clinician's limit away: what came to be in use here is bound by every limit that is on record."""
    screened, record = queries.screened(), queries.current_plan()
    told = joined(queries.clinician_limits(), record.plan.intake.clinician_limits if record else ())
    known = screened.intake if screened else record.plan.intake if record else None
    if known is not None and (bound := journey.with_limits(known, told)) != known:
        keep_intake(intake=bound, clearance=journey.screen(bound, today=today), on=today)
    if record is not None and journey.with_limits(record.plan.intake, told) != record.plan.intake:
        plan = journey.bind(record.plan, told, queries.diary(), today=today)
        keep_plan(plan=plan, reason="adapted", on=today)


def _join(found: Restore, table: type[Row], rows: list[Row | None]) -> None:
    new = sorted((row for row in rows if row is not None), key=lambda row: row.told_at)
    found.same += len(rows) - len(new)
    found.rows += new
    newest = table._default_manager.aggregate(newest=Max("told_at"))["newest"]
    for thing in (name for name, held in IN_USE.items() if held is table and new and newest is not None):
        (found.replaces if new[-1].told_at > newest else found.keeps).append(thing)


def _pages(brought: Export, now: datetime) -> Iterator[Row | None]:
    here = {(at, part, _text(content)) for at, part, content in IntakePart.objects.values_list("told_at", "part", "content")}
    for page in brought.answers:
        told_at = _moment(page.at, now)
        is_here = (told_at, page.page, _text(page.content)) in here
        yield None if is_here else IntakePart(told_at=told_at, part=page.page, content=dict(page.content))


def _intakes(brought: Export, now: datetime, today: date) -> Iterator[Row | None]:
    here = set(IntakeVersion.objects.values_list("told_at", "document"))
    documents = {document for _told, document in here}
    stamps = brought.told.intakes if brought.told else ()
    times = [_moment(stamp.at, now) for stamp in stamps] or _before(IntakeVersion, len(brought.intakes), now)
    days = [stamp.on for stamp in stamps] or [today] * len(brought.intakes)
    for intake, told_at, on in zip(brought.intakes, times, days, strict=True):
        document, clearance = readable(intake), journey.screen(intake, today=on)
        if (told_at, document) in here or (not stamps and document in documents):
            yield None
            continue
        at = now if not stamps and here and clearance.scope == "none" else told_at
        yield IntakeVersion(told_at=at, on=on, document=document, clearance=readable(clearance))


def _examinations(brought: Export, now: datetime) -> Iterator[Row | None]:
    here = set(ExaminationVersion.objects.values_list("document", flat=True))
    stamps = brought.told.examinations if brought.told else ()
    times = [_moment(at, now) for at in stamps] or _before(ExaminationVersion, len(brought.examinations), now)
    for examination, told_at in zip(brought.examinations, times, strict=True):
        document = readable(examination)
        yield None if document in here else ExaminationVersion(told_at=told_at, on=examination.on, document=document)


def _plans(brought: Export, now: datetime, today: date) -> Iterator[Row | None]:
    here = set(PlanVersion.objects.values_list("told_at", "document"))
    documents = {document for _told, document in here}
    used, free = set(PlanVersion.objects.values_list("version", flat=True)), next_version()
    stamps = brought.told.plans if brought.told else ()
    times = [_moment(stamp.at, now) for stamp in stamps] or _before(PlanVersion, len(brought.plans), now)
    free = max([free, *(stamp.version + 1 for stamp in stamps)])
    for number, (plan, told_at) in enumerate(zip(brought.plans, times, strict=True)):
        document = readable(plan)
        if (told_at, document) in here or (not stamps and document in documents):
            yield None
            continue
        wanted = stamps[number].version if stamps else free
        version, free = (wanted, max(free, wanted + 1)) if wanted not in used else (free, free + 1)
        used.add(version)
        on, reason = (stamps[number].on, stamps[number].reason) if stamps else (today, "imported")
        yield PlanVersion(told_at=told_at, version=version, reason=reason, on=on, document=document)


def _entries(brought: Export, now: datetime) -> Iterator[Row | None]:
    here = dict(DiaryEntry.objects.values_list("key", "document"))
    if brought.rows is not None:
        yield from (_row(row, here, now) for row in brought.rows)
        return
    entries = brought.diary.entries
    days = {entry.on: entry for entry in queries.diary().entries} if entries and here else {}
    for entry, told_at in zip(entries, _before(DiaryEntry, len(entries), now), strict=True):
        key = _import_key(entry)
        new = None if key in here else not_yet_told(entry, days.get(entry.on))
        yield DiaryEntry(told_at=told_at, key=key, kind="imported", on=new.on, document=readable(new)) if new else None


def _row(row: EntryTold, here: dict[str, str], now: datetime) -> Row | None:
    """Another entry under a key that is taken here gets a key of its own, so that neither is lost."""
    document = readable(row.entry)
    key = row.key if here.get(row.key, document) == document else _import_key(row.entry)
    if key in here:
        return None
    here[key] = document
    return DiaryEntry(told_at=_moment(row.at, now), key=key, kind=row.kind, on=row.entry.on, document=document)


def _settings(brought: Export, now: datetime) -> Iterator[Row | None]:
    here = set(Setting.objects.values_list("told_at", "name", "value"))
    for said in brought.settings:
        told_at = _moment(said.at, now)
        is_here = (told_at, said.name, said.value) in here
        yield None if is_here else Setting(told_at=told_at, name=said.name, value=said.value)


def _before(table: type[Row], count: int, now: datetime) -> list[datetime]:
    """Moments for what has none: just before everything here, or now where nothing is."""
    first = table._default_manager.aggregate(first=Min("told_at"))["first"]
    begin = first - count * TICK if first else now
    return [begin + number * TICK for number in range(count)]


def _moment(at: str, now: datetime) -> datetime:
    try:
        return min(read_moment(at), now + AHEAD)
    except ValueError as error:
        raise BadInput("at", "a moment such as 2026-11-23T08:00:00.000000Z") from error


def _text(content: Any) -> str:
    return write_document(content) if not isinstance(content, dict) else repr(sorted(content.items(), key=repr))


def _import_key(entry: Entry) -> str:
    """The same entry brought twice is stored once."""
    return f"import-{sha256(write_document(entry).encode()).hexdigest()}"
