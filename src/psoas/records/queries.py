"""Reads: each is a query or two, and answers with a value of the rooms. Newest is what was told last, whatever its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import QuerySet

from psoas.assessment.examination import Examination
from psoas.catalogue.retelling import retold
from psoas.diary.entry import Diary
from psoas.planning.plan import Plan
from psoas.records import diary_record, revision
from psoas.records.damage import Damaged, read_stored
from psoas.records.models import (
    Beginning,
    ExaminationVersion,
    IntakePart,
    IntakeVersion,
    PlanVersion,
    Row,
    Setting,
)
from psoas.records.revision import kept_under
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.clinician_limits import ClinicianLimits, joined
from psoas.screening.intake import Intake
from psoas.screening.standing_stops import AnswersTold

LIMITS_MARK = "limits/1"
"""What an intake holds where a clinician has set limits."""
SAFETY_PAGE = "safety-"
"""How the names of the safety pages of the way in begin."""
R = TypeVar("R", bound=Row)
DEFAULTS: Mapping[str, str] = {
    "theme": "auto",
    "text_size": "normal",
    "sound": "on",
    "country": "",
    "language": "auto",
    "speech": "on",
    "pace": "usual",
    "loudness": "usual",
    "vibration": "on",
    "flash": "off",
    "figure": "lean",
    "offline": "on",
    "pause": "",
    "plain": "off",
    "breaks_sound": "off",
    "breaks_away": "off",
    "breaks_quiet": "",
    "calendar_breaks": "off",
    "calendar_sitting": "off",
    "calendar_token": "",
}


@dataclass(frozen=True)
class Screened:
    """An intake as it was told, and what screening said of it on that day."""

    intake: Intake
    clearance: ClearanceRecord
    on: date


@dataclass(frozen=True)
class PlanOnRecord:
    """A plan with its place in the line of versions."""

    row: int
    """Its id, never used twice: after "delete everything" versions begin at one again, rows do not."""
    plan: Plan
    version: int
    reason: str
    on: date


@kept_under(Setting)
def preferences() -> Mapping[str, str]:
    """Every setting, the latest answer or the default."""
    return {**DEFAULTS, **dict(_in_order(Setting).values_list("name", "value"))}


def times_told(*names: str) -> int:
    """How often these settings were set: what was made under them is newer each time."""
    return Setting.objects.filter(name__in=names).count()


def parts() -> dict[str, dict[str, Any]]:
    """The latest answer of each page of the way in."""
    latest = dict(_in_order(IntakePart).values_list("part", "id")).values()
    try:
        return dict(IntakePart.objects.filter(id__in=latest).values_list("part", "content"))
    except (ValueError, TypeError) as error:
        raise Damaged("answers") from error


@kept_under(IntakeVersion)
def screened() -> Screened | None:
    """The latest whole intake."""
    row = _in_order(IntakeVersion).last()
    if row is None:
        return None
    name = f"intake {row.pk}"
    intake, found = read_stored(row.document, Intake, row=name), read_stored(row.clearance, ClearanceRecord, row=name)
    return Screened(intake=intake, clearance=retold(found), on=row.on)


def told_answers() -> tuple[AnswersTold, ...]:
    """Every safety answer there was, in the order of telling: pages of the way in, and the intakes made of them."""
    pages = _in_order(IntakePart).filter(part__startswith=SAFETY_PAGE).values_list("told_at", "content")
    intakes = _in_order(IntakeVersion).values_list("told_at", "on", "pk", "document")
    said = [(at, AnswersTold(on=at.astimezone().date(), answers=content.get("answers", {}))) for at, content in pages]
    said += [(at, AnswersTold(on=on, answers=_intake(pk, text).answers, again=True)) for at, on, pk, text in intakes]
    return tuple(answers for _at, answers in sorted(said, key=lambda pair: pair[0]))


def clinician_limits() -> tuple[ClinicianLimits, ...]:
    """Every limit that a clinician ever set, in whatever intake it was kept: a newer intake without it takes none away."""
    rows = _in_order(IntakeVersion).filter(document__contains=f'"{LIMITS_MARK}"').values_list("pk", "document")
    return joined(*(_intake(pk, text).clinician_limits for pk, text in rows))


@kept_under(PlanVersion)
def current_plan() -> PlanOnRecord | None:
    """The plan that holds now."""
    return _plan(_in_order(PlanVersion).values_list("pk", "version", "reason", "on").last())


def current_version() -> int:
    """The number of the plan that holds now; 0 without one."""
    return _in_order(PlanVersion).values_list("version", flat=True).last() or 0


def plan_versions() -> list[tuple[int, str, date]]:
    """Every version there was: number, reason, day."""
    return list(_in_order(PlanVersion).reverse().values_list("version", "reason", "on"))


def plan_version(version: int) -> PlanOnRecord | None:
    """The plan as the person saw it then."""
    found = PlanVersion.objects.filter(version=version)
    return _plan(found.values_list("pk", "version", "reason", "on").first())


def plan_before(version: int) -> PlanOnRecord | None:
    """The plan that held before this one."""
    earlier = [number for number, _reason, _on in plan_versions()]
    at = earlier.index(version) + 1 if version in earlier else len(earlier)
    return plan_version(earlier[at]) if at < len(earlier) else None


@kept_under(ExaminationVersion)
def examinations() -> tuple[Examination, ...]:
    """All examinations, oldest first."""
    rows = ExaminationVersion.objects.order_by("on", "told_at", "id").values_list("pk", "document")
    return tuple(read_stored(text, Examination, row=f"examination {pk}") for pk, text in rows)


def diary() -> Diary:
    """One entry a day, from everything that was told."""
    return diary_record.diary_on_record().diary


def beginning() -> str:
    """The mark of these records since they last began anew; empty before the tables are made."""
    return _beginning()[0]


def was_erased() -> bool:
    """Has everything been deleted here before?"""
    return _beginning()[1] > 0


@kept_under()
def _beginning() -> tuple[str, int]:
    """The mark, and how often everything was deleted before it."""
    return _in_order(Beginning).values_list("mark", "number").last() or ("", 0)


def forget() -> None:
    """Drop what reading keeps in memory."""
    revision.forget()
    _intake.cache_clear()
    diary_record.forget()


def _in_order(table: type[R]) -> QuerySet[R]:
    """From what was told first to what was told last."""
    return table._default_manager.order_by("told_at", "id")


def _plan(row: tuple[int, int, str, date] | None) -> PlanOnRecord | None:
    if row is None:
        return None
    pk, version, reason, on = row
    text = PlanVersion.objects.values_list("document", flat=True).get(pk=pk)
    plan: Plan = read_stored(text, Plan, row=f"plan {pk}")
    return PlanOnRecord(row=pk, plan=retold(plan), version=version, reason=reason, on=on)


@lru_cache(maxsize=64)
def _intake(pk: int, document: str) -> Intake:
    """A row never changes and its number is never used twice, so what was read under it stays true."""
    return read_stored(document, Intake, row=f"intake {pk}")
