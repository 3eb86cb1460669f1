"""Does a document that has the right form also make sense here? Known ids, possible dates, sides that exist."""

from datetime import date

from psoas.assessment.examination import Examination
from psoas.assessment.examination_check import check_examination
from psoas.catalogue.catalogue import load
from psoas.diary.diary_check import check_diary
from psoas.diary.entry import Diary
from psoas.exchange.export import Export
from psoas.planning.plan import Plan
from psoas.planning.plan_check import check_plan
from psoas.screening.clinician_limits import ClinicianLimits
from psoas.screening.intake import Intake
from psoas.screening.intake_check import check_intake, check_limits
from psoas.vocabulary.errors import BadInput


def check(document: object, *, today: date) -> None:
    """BadInput, naming the field, when the document cannot be used."""
    match document:
        case Intake():
            check_intake(document, catalogue=load(), today=today)
        case Examination():
            check_examination(document, catalogue=load(), today=today)
        case Plan():
            check_plan(document, catalogue=load())
        case Diary():
            check_diary(document, catalogue=load())
        case ClinicianLimits():
            for field, allowed in check_limits(document, catalogue=load(), today=today):
                raise BadInput(field, allowed)
        case Export():
            _check_export(document, today)
        case _:
            raise TypeError(f"no document: {type(document).__name__}")


def _check_export(export: Export, today: date) -> None:
    for part in (*export.intakes, *export.examinations, *export.plans, export.diary):
        check(part, today=today)
    for number, row in enumerate(export.rows or ()):
        try:
            check_diary(Diary(entries=(row.entry,)), catalogue=load())
        except BadInput as bad:
            raise BadInput(bad.field.replace("entries.0", f"rows.{number}.entry"), bad.allowed) from bad
    if export.told is not None:
        for name in ("intakes", "examinations", "plans"):
            if len(getattr(export.told, name)) != len(getattr(export, name)):
                raise BadInput(f"told.{name}", f"one for each of {name}")
