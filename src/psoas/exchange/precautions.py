"""The sheet on what is open: the scope, who set which limits and when, and what the rules close."""

from collections.abc import Iterator
from datetime import date

from psoas import journey
from psoas.exchange.medical_history import by_whom
from psoas.exchange.sheet import Section, some
from psoas.screening.clinician_limits import ClinicianLimits, DoseLimit
from psoas.screening.intake import Intake
from psoas.vocabulary.language import decimal, say, say_many

MOST_LIMITS = 8


def bounds_of(intake: Intake, *, today: date) -> Section:
    """Clinicians' limits first, then those of the rules, each with its reason."""
    record = journey.screen(intake, today=today)
    scope = {
        "full": say("Everything is open."),
        "limited": say("Open within limits."),
        "restricted": say("Only gentle movements are open."),
        "none": say("Nothing is open: a stop holds."),
    }[record.scope]
    set_by = [limits_say(limits) for limits in journey.limits_in_force(intake, today=today)]
    theirs = {limits.id for limits in intake.clinician_limits}
    rules = list(dict.fromkeys(reason.says for reason in record.limits if reason.id not in theirs))
    return Section(title=say("What is open, and what is not"), lines=(scope, *set_by, *some(rules, MOST_LIMITS)))


def limits_say(limits: ClinicianLimits) -> str:
    """One clinician's limits in one line, with who and when."""
    until = "" if limits.until is None else say(" until {on}", on=limits.until.isoformat())
    said = say(
        "Set by {by} on {on}{until}: {what}.",
        by=by_whom(limits.by),
        on=limits.on.isoformat(),
        until=until,
        what="; ".join(_asked(limits)),
    )
    return f"{said} “{limits.note}”" if limits.note else said


def _asked(limits: ClinicianLimits) -> Iterator[str]:
    catalogue = journey.catalogue()
    left_out = [plain(name) for name in limits.exercises]
    if left_out:
        yield say("without {names}", names=", ".join(left_out))
    yield from (f"{plain(dose.exercise)} {_most(dose)}" for dose in limits.doses)
    for one in limits.directions:
        yield catalogue.reason(f"direction-{one.direction}", up_to=one.up_to_deg).says
    rows = [f"avoid-{position}" for position in limits.positions] + ([limits.stage] if limits.stage else [])
    yield from (catalogue.conditions[row].name for row in rows if row in catalogue.conditions)
    scopes = {"limited": say("limited"), "restricted": say("gentle movements only"), "none": say("no exercise for now")}
    if limits.scope is not None:
        yield scopes[limits.scope]


def plain(exercise: str) -> str:
    """A movement's name inside a sentence."""
    found = journey.catalogue().exercises.get(exercise)
    return found.names.plain.lower() if found is not None else exercise


def _most(dose: DoseLimit) -> str:
    told = (
        "" if dose.sets is None else say_many("{n} set", "{n} sets", dose.sets),
        "" if dose.reps is None else say_many("{n} time", "{n} times", dose.reps),
        "" if dose.hold_s is None else say("{n} s", n=dose.hold_s),
        "" if dose.kg is None else f"{decimal(dose.kg)} kg",
        "" if dose.band is None else say("{band} band", band=dose.band),
    )
    return say("at most {what}", what=" × ".join(part for part in told if part))
