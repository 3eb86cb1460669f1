"""What planning asks about a person, read once from intake, profile and clearance.

gentle      the easiest open rungs: average pain of 6 or more, high fall risk, from 75, or a restricted scope
half_sets   average pain of 6 or more begins with half the sets (psoas-opinion)
balance     from 60, with fall risk, or after a fusion
steady      none of these, and no limit but what the person asked for
"""

from datetime import date

from psoas.assessment.examination import Examination
from psoas.assessment.falls import fall_risk
from psoas.assessment.profile import Profile
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit
from psoas.planning.need import Need, needs_of
from psoas.screening.circumstance import fall_risk as falls_told
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake
from psoas.screening.limits import limits_from
from psoas.vocabulary.value import value

HIGH_PAIN = 6
"""From this average on, the easiest rungs and half the sets (psoas-opinion)."""
SENIOR_AGE = 60
SHORT_HOLDS_AGE = 65
"""From 65, 2 x 30 s beats 1 x 60 s (opinion)."""
GENTLE_AGE = 75
FALL_RISK = "high-fall-risk"
WISHES = ("avoid-", "floor-")
"""How the ids of limits begin that a person asked for."""


@value
class Person:
    age: int
    average_pain: int
    mass_kg: float | None
    minutes: int
    restricted: bool
    fall_risk: bool
    fused: bool
    needs: tuple[Need, ...]
    circumstances: frozenset[str]
    goals: tuple[str, ...] = ()

    @property
    def half_sets(self) -> bool:
        return self.average_pain >= HIGH_PAIN

    @property
    def gentle(self) -> bool:
        return self.half_sets or self.fall_risk or self.restricted or self.age >= GENTLE_AGE

    @property
    def senior(self) -> bool:
        return self.age >= SENIOR_AGE

    @property
    def balance(self) -> bool:
        return self.senior or self.fall_risk or self.fused

    @property
    def steady(self) -> bool:
        """Nothing but wishes limits this person."""
        limits = [known for known in self.circumstances if not known.startswith(WISHES)]
        return not (self.gentle or self.balance or limits)


def read_person(
    intake: Intake,
    *,
    examination: Examination | None,
    profile: Profile | None,
    clearance: Clearance,
    catalogue: Catalogue,
    on: date,
) -> Person:
    """Everything planning needs to know about somebody on this day."""
    unsteady = is_fall_risk(intake, examination=examination, catalogue=catalogue)
    fused = any(surgery.what == "lumbar-fusion" for surgery in intake.surgeries)
    balance = unsteady or intake.age(on) >= SENIOR_AGE
    return Person(
        age=intake.age(on),
        average_pain=intake.pain.average_week,
        mass_kg=intake.mass_kg,
        minutes=intake.minutes_per_day,
        restricted=clearance.record.scope == "restricted",
        fall_risk=unsteady,
        fused=fused,
        needs=needs_of(profile, fused=fused, balance=balance),
        circumstances=_circumstances(intake, clearance),
        goals=intake.goals,
    )


def is_fall_risk(intake: Intake, *, examination: Examination | None, catalogue: Catalogue) -> bool:
    """As told in the intake, or by a simple test below its cut-off."""
    told = FALL_RISK in falls_told(intake.falls)
    return told or (examination is not None and bool(fall_risk(examination, intake=intake, catalogue=catalogue)))


def limits_for(
    intake: Intake, *, examination: Examination | None, clearance: Clearance, catalogue: Catalogue
) -> tuple[Limit, ...]:
    """The clearance's limits, with those of fall risk where a simple test asks for them."""
    known = any(limit.id == FALL_RISK for limit in clearance.limits)
    row = catalogue.conditions.get(FALL_RISK)
    if known or row is None or not is_fall_risk(intake, examination=examination, catalogue=catalogue):
        return clearance.limits
    return clearance.limits + limits_from(row, catalogue)


def _circumstances(intake: Intake, clearance: Clearance) -> frozenset[str]:
    operations = {surgery.what for surgery in intake.surgeries}
    return frozenset({*intake.conditions, *operations, *(limit.id for limit in clearance.limits)})
