"""Everything on record as one value, with the time of each row: what `restore` brings back."""

import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from django.db import connection

from psoas.assessment.examination import Examination
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Entry, Kind
from psoas.diary.merging import merge_days
from psoas.exchange.documents import NAMES
from psoas.exchange.export import EntryTold, Export, IntakeTold, PageTold, PlanReason, PlanTold, SettingTold, Told
from psoas.planning.plan import Plan
from psoas.records.damage import Damaged, read_stored
from psoas.records.models import DiaryEntry, ExaminationVersion, IntakePart, IntakeVersion, PlanVersion, Row, Setting
from psoas.screening.intake import Intake
from psoas.vocabulary.dates import moment_of

D = TypeVar("D")


def everything() -> Export:
    """All rows, in the order in which they were told. A damaged one is named and does not keep the others back."""
    damaged: list[str] = []
    intakes = _read(IntakeVersion, _intake, damaged)
    examinations = _read(ExaminationVersion, _examination, damaged)
    plans = _read(PlanVersion, _plan, damaged)
    rows = tuple(_read(DiaryEntry, _entry, damaged))
    return Export(
        intakes=tuple(intake for intake, _told in intakes),
        examinations=tuple(examination for examination, _told in examinations),
        plans=tuple(plan for plan, _told in plans),
        diary=merge_days(((row.kind, row.entry) for row in rows), catalogue=load()),
        told=Told(
            intakes=tuple(told for _intake, told in intakes),
            examinations=tuple(told for _examination, told in examinations),
            plans=tuple(told for _plan, told in plans),
        ),
        rows=rows,
        answers=tuple(_read(IntakePart, _page, damaged)),
        settings=tuple(_read(Setting, _setting, damaged)),
        unreadable=tuple(damaged),
    )


def size() -> int:
    """About how many bytes all rows have: what decides whether one file will hold them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def database_copy(folder: Path) -> bytes:
    """The database with its log as a ZIP file: one sound file where SQLite can read it, else all its files as they are."""
    database = Path(connection.settings_dict["NAME"])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, tempfile.TemporaryDirectory(dir=folder) as place:
        try:
            copy = Path(place) / database.name
            with closing(sqlite3.connect(database)) as held, closing(sqlite3.connect(copy)) as whole:
                held.backup(whole)
            archive.write(copy, database.name)
        except sqlite3.Error:
            for file in sorted(database.parent.glob(f"{database.name}*")):
                archive.write(file, file.name)
    return packed.getvalue()


def _read(table: type[Row], read: Callable[[Any], Any], damaged: list[str]) -> list[Any]:
    found = []
    for row in _rows(table, damaged):
        try:
            found.append(read(row))
        except Damaged as trouble:
            damaged.append(trouble.row)
    return found


def _rows(table: type[Row], damaged: list[str]) -> Iterable[Any]:
    """Row by row where one of them cannot even be loaded."""
    told = table._default_manager.order_by("told_at", "id")
    try:
        return list(told)
    except (ValueError, TypeError):
        return [row for pk in told.values_list("pk", flat=True) if (row := _load(table, pk, damaged)) is not None]


def _load(table: type[Row], pk: int, damaged: list[str]) -> Any:
    try:
        return table._default_manager.get(pk=pk)
    except (ValueError, TypeError):
        damaged.append(f"{table._meta.model_name} {pk}")
        return None


def _intake(row: IntakeVersion) -> tuple[Any, IntakeTold]:
    return _document(row, row.document, Intake), IntakeTold(at=_at(row), on=row.on)


def _examination(row: ExaminationVersion) -> tuple[Any, str]:
    return _document(row, row.document, Examination), _at(row)


def _plan(row: PlanVersion) -> tuple[Any, PlanTold]:
    told = PlanTold(at=_at(row), on=row.on, version=row.version, reason=cast("PlanReason", row.reason))
    return _document(row, row.document, Plan), told


def _entry(row: DiaryEntry) -> EntryTold:
    return EntryTold(key=row.key, kind=cast("Kind", row.kind), at=_at(row), entry=_document(row, row.document, Entry))


def _page(row: IntakePart) -> PageTold:
    if not isinstance(row.content, dict):
        raise Damaged(f"answers {row.pk}")
    return PageTold(page=row.part, at=_at(row), content=row.content)


def _setting(row: Setting) -> SettingTold:
    return SettingTold(name=row.name, at=_at(row), value=row.value)


def _document(row: Row, text: str, kind: type[D]) -> D:
    return read_stored(text, kind, row=f"{NAMES[kind]} {row.pk}")


def _at(row: Row) -> str:
    when: datetime = row.told_at
    return moment_of(when)
