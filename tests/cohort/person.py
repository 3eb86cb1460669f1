"""A person of the cohort: who they are in a line, what they told, what they measured."""

from dataclasses import dataclass, replace

from psoas.assessment.examination import Examination
from psoas.screening.intake import Intake


@dataclass(frozen=True)
class Person:
    name: str
    says: str
    """Who this is, in one line."""
    intake: Intake
    examination: Examination | None = None


def hurting(person: Person, usual: int | None) -> Person:
    """The same person with another usual pain; None leaves it as told."""
    if usual is None:
        return person
    pain = replace(person.intake.pain, now=usual, average_week=usual, worst_week=min(10, usual + 2), seen_by_clinician=True)
    return replace(person, intake=replace(person.intake, pain=pain))
