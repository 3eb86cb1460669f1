"""Does a document that has the right form also make sense here? Known ids, possible dates, sides that exist."""

from datetime import date

from psoas import journey
from psoas.assessment.examination import Examination
from psoas.diary.entry import Diary
from psoas.exchange.bundle import Export
from psoas.planning.plan import Plan
from psoas.screening.intake import Intake


def check(document: object, *, today: date) -> None:
    """BadInput, naming the field, when the document cannot be used."""
    match document:
        case Intake():
            journey.check_intake(document, today=today)
        case Examination():
            journey.check_examination(document, today=today)
        case Plan():
            journey.check_plan(document)
        case Diary():
            journey.check_diary(document)
        case Export():
            for part in (*document.intakes, *document.examinations, *document.plans, document.diary):
                check(part, today=today)
        case _:
            raise TypeError(f"no document: {type(document).__name__}")
