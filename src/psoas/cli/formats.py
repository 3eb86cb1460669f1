"""The forms in which plan and diary go out: each a function of plan, diary and day."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from psoas import journey
from psoas.diary.entry import Diary
from psoas.exchange.diary_table import write_csv
from psoas.exchange.documents import write_document
from psoas.exchange.export import bundle
from psoas.exchange.sheet import OnRecord
from psoas.planning.plan import Plan

Form = Callable[[Plan, Diary, date], Any]


def _ics(plan: Plan, _diary: Diary, _today: date) -> str:
    from psoas.exchange.calendar import write_ics  # noqa: PLC0415  # slow to load, and only a calendar needs it

    return write_ics(plan, catalogue=journey.catalogue())


def _fhir(plan: Plan, diary: Diary, today: date) -> str:
    """Dated at the beginning of its day, so that the same input gives the same bytes."""
    from psoas.exchange.fhir import write_fhir  # noqa: PLC0415  # as above

    return write_fhir(_record(plan, diary), at=datetime.combine(today, time(), tzinfo=UTC), today=today)


def _pdf(plan: Plan, diary: Diary, today: date) -> bytes:
    from psoas.exchange.pdf import write_pdf  # noqa: PLC0415  # as above
    from psoas.exchange.summary import summary  # noqa: PLC0415  # as above

    return write_pdf(summary(_record(plan, diary), today=today))


def _record(plan: Plan, diary: Diary) -> OnRecord:
    return OnRecord(plan=plan, diary=diary, examinations=(plan.examination,) if plan.examination else ())


FORMS: Mapping[str, Form] = {
    "json": lambda plan, diary, _today: write_document(bundle(plan, diary)),
    "csv": lambda _plan, diary, _today: write_csv(diary),
    "ics": _ics,
    "fhir": _fhir,
    "pdf": _pdf,
}
