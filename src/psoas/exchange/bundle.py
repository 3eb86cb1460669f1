"""Everything out, everything back: one file with all that a person has told and been given."""

from typing import Literal

from psoas.assessment.examination import Examination
from psoas.diary.entry import Diary
from psoas.planning.plan import Plan
from psoas.screening.intake import Intake
from psoas.vocabulary.value import value


@value
class Export:
    """The document export/1. Each list runs from the oldest to the newest; the last plan is the one in use."""

    psoas: Literal["export/1"] = "export/1"
    intakes: tuple[Intake, ...] = ()
    examinations: tuple[Examination, ...] = ()
    plans: tuple[Plan, ...] = ()
    diary: Diary


def bundle(plan: Plan, diary: Diary) -> Export:
    """One plan, what it was made from, and its diary."""
    examinations = (plan.examination,) if plan.examination else ()
    return Export(intakes=(plan.intake,), examinations=examinations, plans=(plan,), diary=diary)
