"""Does a document that has the right form also make sense here? Known ids, possible dates, sides that exist."""

from datetime import date

from psoas.assessment.check import check_examination
from psoas.assessment.examination import Examination
from psoas.catalogue.catalogue import load
from psoas.diary.check import check_diary
from psoas.diary.entry import Diary
from psoas.exchange.bundle import Export
from psoas.planning.check import check_plan
from psoas.planning.plan import Plan
from psoas.screening.check import check_intake
from psoas.screening.intake import Intake


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
        case Export():
            for part in (*document.intakes, *document.examinations, *document.plans, document.diary):
                check(part, today=today)
        case _:
            raise TypeError(f"no document: {type(document).__name__}")
