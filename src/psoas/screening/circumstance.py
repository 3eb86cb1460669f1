"""Which rows of the catalogue's conditions hold for this person today, whatever they answered to the safety questions.

conditions            as told; four of them also stay restricted until a clinician's clearance is recorded
operations            see `phase`
pregnancy and birth   at any week, and from 16 weeks; girdle pain; birth under 6 and under 12 weeks
falls                 two in twelve months; one, unless steady; a chair-stand or balance test below its cut-off
age                   from 60 no hold to exhaustion
floor, avoid          as told; a floor nobody spoke of is not assumed to be within reach
"""

from collections.abc import Iterator
from datetime import date

from psoas.screening.intake import Condition, Falls, Intake
from psoas.screening.phase import SIX_WEEKS, TWELVE_WEEKS, before, phases, surgeries_by
from psoas.screening.returns import has_clearance
from psoas.vocabulary.scales import STRONG

NEED_CLEARANCE: dict[Condition, str] = {
    "uncontrolled-blood-pressure": "circulation-not-cleared",
    "unstable-heart-disease": "circulation-not-cleared",
    "aortic-aneurysm": "circulation-not-cleared",
    "recent-clot": "clot-not-cleared",
}
"""Conditions that restrict until somebody's clearance is recorded, and the row that does it."""

LYING_FLAT_FROM_WEEK = 16
"""PT-REVIEW: from 16-20 weeks no long lying flat; the stricter end is taken."""

NO_EXHAUSTION_FROM_AGE = 60


def circumstances(intake: Intake, *, today: date, below_steadi: bool = False) -> tuple[str, ...]:
    """Ids of condition rows, each once, in the order found. `below_steadi`: a STEADI test came out below its cut-off."""
    found = (
        *intake.conditions,
        *_not_cleared(intake, today=today),
        *phases(surgeries_by(intake, today=today), today=today),
        *before(intake, today=today),
        *_pregnancy_and_birth(intake, today=today),
        *fall_risk(intake.falls, below_steadi=below_steadi),
        *_wishes(intake),
        *(["sixty-and-over"] if intake.age(today) >= NO_EXHAUSTION_FROM_AGE else []),
        *(["strong-pain-now"] if intake.pain.now >= STRONG else []),
    )
    return tuple(dict.fromkeys(found))


def _not_cleared(intake: Intake, *, today: date) -> Iterator[str]:
    for condition, row in NEED_CLEARANCE.items():
        if condition in intake.conditions and not has_clearance(intake.returns, condition, today=today):
            yield row


def _pregnancy_and_birth(intake: Intake, *, today: date) -> Iterator[str]:
    if intake.pregnancy is not None:
        yield "expecting"
        if intake.pregnancy.weeks >= LYING_FLAT_FROM_WEEK:
            yield "pregnancy"
        if intake.pregnancy.pelvic_girdle_pain:
            yield "pelvic-girdle-pain"
    if intake.birth_on is not None:
        days = (today - intake.birth_on).days
        if days < SIX_WEEKS:
            yield "birth-under-6"
        if days < TWELVE_WEEKS:
            yield "after-birth"


def fall_risk(falls: Falls | None, *, below_steadi: bool = False) -> Iterator[str]:
    """High with two falls in twelve months, or one (or an unknown number) unless the person is steady."""
    told = falls or Falls()
    fell = told.last_12_months
    many = fell is not None and fell >= 2
    one_and_not_steady = fell == 1 and told.unsteady is not False
    unknown_and_unsteady = fell is None and told.unsteady is True
    if below_steadi or many or one_and_not_steady or unknown_and_unsteady:
        yield "high-fall-risk"
    if fell == 1:
        yield "one-fall"


def _wishes(intake: Intake) -> Iterator[str]:
    if intake.floor != "alone":
        yield f"floor-{intake.floor or 'unknown'}"
    yield from (f"avoid-{item}" for item in intake.avoid)
