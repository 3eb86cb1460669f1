"""Does a circumstance hold for this person, as told? Read by what raises, eases or adds a safety question."""

from collections.abc import Iterator
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.safety_rules import RedFlag, When
from psoas.screening.intake import Answer, Intake
from psoas.screening.phase import days_since, surgeries_by


def holds(when: When, intake: Intake, *, catalogue: Catalogue, today: date) -> bool:
    """All parts that are given hold."""
    return all(_parts(when, intake, catalogue=catalogue, today=today))


def _parts(when: When, intake: Intake, *, catalogue: Catalogue, today: date) -> Iterator[bool]:
    has = {*intake.conditions, *(surgery.what for surgery in surgeries_by(intake, today=today))}
    weeks = intake.pregnancy.weeks if intake.pregnancy is not None else 0
    yield when.age_from is None or intake.age(today) >= when.age_from
    yield when.age_below is None or intake.age(today) < when.age_below
    yield not when.sex or intake.sex in when.sex
    yield when.pregnant_from_week is None or weeks >= when.pregnant_from_week
    yield not when.conditions or bool(has & {*when.conditions})
    yield not has & {*when.without}
    yield when.surgery_within_days is None or _operated(when, intake, today=today)
    yield not when.said_yes or any(counts_as_yes(other, intake, catalogue) for other in when.said_yes)
    yield all(intake.answers.get(other) == "no" for other in when.said_no)
    yield not any(counts_as_yes(other, intake, catalogue) for other in when.free_of)
    yield not when.anything_but_no or any(intake.answers.get(other, "no") != "no" for other in when.anything_but_no)


def _operated(when: When, intake: Intake, *, today: date) -> bool:
    within = when.surgery_within_days or 0
    return any(
        days_since(surgery, today=today) < within
        for surgery in surgeries_by(intake, today=today)
        if not when.surgeries or surgery.what in when.surgeries
    )


def counts_as_yes(question: str, intake: Intake, catalogue: Catalogue) -> bool:
    """New, growing or never examined; unsure only where the question's own urgency is not routine."""
    answer: Answer | None = intake.answers.get(question)
    return answer in ("yes", "old") or (answer == "unsure" and catalogue.red_flags[question].urgency != "routine")


def is_asked(flag: RedFlag, intake: Intake, *, catalogue: Catalogue, today: date) -> bool:
    """Is this question put to this person?"""
    return not flag.asked or any(holds(when, intake, catalogue=catalogue, today=today) for when in flag.asked)


def questions_for(intake: Intake, *, catalogue: Catalogue, today: date) -> tuple[RedFlag, ...]:
    """All safety questions that are put to this person, in the order of the pages."""
    flags = catalogue.red_flags.values()
    return tuple(flag for flag in flags if is_asked(flag, intake, catalogue=catalogue, today=today))


def everybodys(catalogue: Catalogue) -> frozenset[str]:
    """Ids of the questions that nobody may leave out."""
    return frozenset(flag.id for flag in catalogue.red_flags.values() if not flag.asked)
