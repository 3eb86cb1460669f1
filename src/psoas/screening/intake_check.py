"""What an intake cannot say: each contradiction refused with its field and what is allowed."""

from collections.abc import Iterator
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.screening.circumstance import NEED_CLEARANCE
from psoas.screening.clinician_limits import ClinicianLimits
from psoas.screening.intake import ADULT, Intake, Operation, Return, Surgery
from psoas.screening.phase import SPINE, first_day
from psoas.screening.returns import row_named
from psoas.screening.self_report import AFTER_CANCER
from psoas.vocabulary.dates import DayOrYear
from psoas.vocabulary.errors import BadInput

LATEST_SHEET_YEARS = 5
"""A surgeon's sheet names months; a day further ahead than this is a slip of the pen."""
FURTHEST_OPERATION_YEARS = 3
"""An operation is planned for months ahead, not for decades."""
SIDED: tuple[Operation, ...] = ("hip-replacement", "knee-replacement")
LEVELLED: tuple[Operation, ...] = (*SPINE, "other")


def check_intake(intake: Intake, *, catalogue: Catalogue, today: date) -> None:
    """BadInput for the first thing that cannot be true or cannot be used."""
    for problem in _problems(intake, catalogue, today):
        raise problem


def _problems(intake: Intake, catalogue: Catalogue, today: date) -> Iterator[BadInput]:
    if intake.age(today) < ADULT:
        yield BadInput("born", "Psoas is made for adults: 18 or older; children need a clinician's own plan")
    for answer in intake.answers:
        if answer not in catalogue.red_flags:
            yield BadInput(f"answers.{answer}", "the ids of the safety questions: psoas catalogue red-flags")
    if intake.birth_on is not None and intake.birth_on > today:
        yield BadInput("birth_on", f"a day not later than {today}")
    for number, surgery in enumerate(intake.surgeries):
        yield from (BadInput(f"surgeries.{number}.{field}", allowed) for field, allowed in _surgery(surgery, intake, today))
    yield from _ahead(intake, today)
    for number, back in enumerate(intake.returns):
        yield from (BadInput(f"returns.{number}.{field}", allowed) for field, allowed in _return(back, catalogue, today))
    for number, limits in enumerate(intake.clinician_limits):
        places = check_limits(limits, catalogue=catalogue, today=today)
        yield from (BadInput(f"clinician_limits.{number}.{field}", allowed) for field, allowed in places)
    yield from _week(intake)
    yield from _sheet(intake, today)
    yield from _emphasis(intake, catalogue)


def check_limits(limits: ClinicianLimits, *, catalogue: Catalogue, today: date) -> Iterator[tuple[str, str]]:
    """Fields of a clinician's limits that do not fit, each with what is allowed."""
    named = [("exercises", name) for name in limits.exercises] + [("doses", dose.exercise) for dose in limits.doses]
    yield from ((f, "ids of exercises: psoas catalogue exercises") for f, name in named if name not in catalogue.exercises)
    stages = [row.id for row in catalogue.conditions.values() if row.group == "phase"]
    if limits.stage is not None and limits.stage not in stages:
        yield "stage", f"one of {', '.join(stages)}"
    if limits.on > today:
        yield "on", f"a day not later than {today}"
    if limits.until is not None and not limits.on < limits.until:
        yield "until", "a day after the one on which they were set (`on`)"
    if limits.lifted is not None and not limits.on <= limits.lifted.on <= today:
        yield "lifted.on", f"a day from {limits.on} to {today}"


def _ahead(intake: Intake, today: date) -> Iterator[BadInput]:
    """A planned operation has a side where it needs one, and a day that can be meant."""
    ahead = intake.operation_ahead
    if ahead is None:
        return
    if ahead.what in SIDED and ahead.side is None:
        yield BadInput("operation_ahead.side", "left, right or both: which one is to be replaced")
    if ahead.levels and ahead.what not in LEVELLED:
        yield BadInput("operation_ahead.levels", f"no levels for {ahead.what}: they belong to operations on the spine")
    if ahead.on is not None and not intake.born <= ahead.on.year <= today.year + FURTHEST_OPERATION_YEARS:
        yield BadInput("operation_ahead.on", f"a day from {intake.born} to {today.year + FURTHEST_OPERATION_YEARS}")


def _week(intake: Intake) -> Iterator[BadInput]:
    if len(set(intake.training_days)) < len(intake.training_days):
        yield BadInput("training_days", "each day once")
    for number, window in enumerate(intake.sitting):
        if window.to == window.from_:
            yield BadInput(f"sitting.{number}.to", "another time than `from`; a window may pass midnight")


def _sheet(intake: Intake, today: date) -> Iterator[BadInput]:
    """The surgeon's own sheet holds until a day that can be meant."""
    until = intake.surgeon_limits.until if intake.surgeon_limits is not None else None
    if until is not None and not intake.born <= until.year <= today.year + LATEST_SHEET_YEARS:
        yield BadInput("surgeon_limits.until", f"a day from {intake.born} to {today.year + LATEST_SHEET_YEARS}")


def _emphasis(intake: Intake, catalogue: Catalogue) -> Iterator[BadInput]:
    if intake.emphasis is None:
        return
    named = {"favourites": intake.emphasis.favourites, "never": intake.emphasis.never}
    for field, number, name in ((field, at, name) for field, names in named.items() for at, name in enumerate(names)):
        if name not in catalogue.exercises:
            yield BadInput(f"emphasis.{field}.{number}", "the id of an exercise: psoas catalogue exercises")
    for number, name in enumerate(intake.emphasis.favourites):
        if name in intake.emphasis.never:
            yield BadInput(f"emphasis.favourites.{number}", f"a movement that `never` does not name; {name} stands in both")


def _surgery(surgery: Surgery, intake: Intake, today: date) -> Iterator[tuple[str, str]]:
    """Fields of one operation that do not fit, each with what is allowed."""
    if surgery.what in SIDED and surgery.side is None:
        yield "side", "left, right or both: which one was replaced"
    if surgery.levels and surgery.what not in LEVELLED:
        yield "levels", f"no levels for {surgery.what}: they belong to operations on the spine"
    if surgery.limits_lifted_on is not None and surgery.what != "hip-replacement":
        yield "limits_lifted_on", "only for a hip-replacement"
    for field in ("on", "cleared_on", "limits_lifted_on"):
        when: DayOrYear | None = getattr(surgery, field)
        if when is not None and first_day(when) > today:
            yield field, f"a day or year not later than {today}"
        if when is not None and first_day(when).year < intake.born:
            yield field, f"a day or year not before {intake.born}"
        if when is not None and surgery.on is not None and _is_before(when, surgery.on):
            yield field, "a day not before the operation (`on`)"


def _is_before(when: DayOrYear, other: DayOrYear) -> bool:
    """Certainly before: a year alone may be any of its days."""
    if isinstance(when, date) and isinstance(other, date):
        return when < other
    return first_day(when).year < first_day(other).year


def _return(back: Return, catalogue: Catalogue, today: date) -> Iterator[tuple[str, str]]:
    others = (*NEED_CLEARANCE, AFTER_CANCER)
    if back.answer not in catalogue.red_flags and back.answer not in others:
        yield "answer", f"the id of a safety question, or one of {', '.join(others)}"
    if back.seen_on > today:
        yield "seen_on", f"a day not later than {today}"
    for number, limit in enumerate(back.limits):
        if row_named(limit, catalogue) is None:
            yield f"limits.{number}", "ids of conditions (psoas catalogue conditions) or words of `avoid`"
