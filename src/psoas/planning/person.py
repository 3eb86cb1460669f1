"""What planning asks about a person, read once from intake, profile and clearance.

gentle      the easiest open rungs: average pain of 6 or more, high fall risk, from 75, or a restricted scope
half_sets   average pain of 6 or more begins with half the sets (psoas-opinion)
fit         under 40, never operated, not expecting, pain of 5 at most: begins two rungs up
balance     from 60, with fall risk, after a fusion, or afraid of falling
steady      none of these, and no limit but what the person asked for
special     the rows of the catalogue's needs that speak of this person
"""

from collections.abc import Collection
from datetime import date

from psoas.assessment.examination import Examination
from psoas.assessment.fall_risk import fall_risk
from psoas.assessment.profile import Profile
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit
from psoas.catalogue.entries import Family, Pattern
from psoas.catalogue.needs import SpecialNeed
from psoas.planning.circumstance import circumstances_of
from psoas.planning.need import Need, needs_of
from psoas.screening.circumstance import fall_risk as falls_told
from psoas.screening.clearance import Clearance
from psoas.screening.condition_rows import limits_from
from psoas.screening.intake import Intake
from psoas.vocabulary.scales import HIGH
from psoas.vocabulary.value import value

SENIOR_AGE = 60
SHORT_HOLDS_AGE = 65
"""From 65, 2 x 30 s beats 1 x 60 s (opinion)."""
GENTLE_AGE = 75
FIT_AGE, FIT_PAIN = 40, 5
FALL_RISK = "high-fall-risk"
AFRAID = "afraid-of-falling"
UNFIT = frozenset(
    {"operated", "pregnancy", "expecting", "after-birth", "pelvic-girdle-pain", "radiculopathy", "strong-pain-now"}
)
WISHES = ("avoid-", "floor-")
"""How the ids of limits begin that a person asked for."""
CARDIO_MINUTES = 20
"""What a day's walk or ride may take where nothing was said."""


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
    special: tuple[SpecialNeed, ...] = ()
    goals: tuple[str, ...] = ()
    prefer: tuple[Family, ...] = ()
    favourites: tuple[str, ...] = ()
    walks_now_s: int | None = None
    """Seconds walked at a stretch today, as told."""
    cardio_s: int = CARDIO_MINUTES * 60
    lift_kg: float | None = None
    """The most a surgeon allows to lift, for now."""

    @property
    def half_sets(self) -> bool:
        """High pain on average: the easiest rungs and half the sets (psoas-opinion)."""
        return self.average_pain >= HIGH

    @property
    def gentle(self) -> bool:
        return self.half_sets or self.fall_risk or self.restricted or self.age >= GENTLE_AGE

    @property
    def senior(self) -> bool:
        return self.age >= SENIOR_AGE

    @property
    def balance(self) -> bool:
        return self.senior or self.fall_risk or self.fused or AFRAID in self.circumstances

    @property
    def fit(self) -> bool:
        young = self.age < FIT_AGE and self.average_pain <= FIT_PAIN
        return young and not (self.gentle or self.balance or self.circumstances & UNFIT)

    @property
    def steady(self) -> bool:
        """Nothing but wishes limits this person."""
        limits = [known for known in self.circumstances if not known.startswith(WISHES)]
        return not (self.gentle or self.balance or limits)

    @property
    def patterns_first(self) -> tuple[Pattern, ...]:
        """Main patterns that come before the others."""
        return tuple(dict.fromkeys(pattern for need in self.special for pattern in need.first))

    def waits_until(self, exercise: str) -> int:
        """The first week in which a special need lets this exercise in."""
        return max((need.from_week or 1 for need in self.special if exercise in need.after), default=1)

    def held_back_by(self, exercise: str, *, open_: Collection[str]) -> SpecialNeed | None:
        """The need on whose first movements this one builds, while none of them is open."""
        return next(
            (
                need
                for need in self.special
                if exercise in need.after and need.builds_on and not set(need.builds_on) & set(open_)
            ),
            None,
        )


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
    found = circumstances_of(intake, clearance=clearance, on=on) | ({FALL_RISK} if unsteady else frozenset())
    balance = unsteady or intake.age(on) >= SENIOR_AGE or AFRAID in found
    limits = intake.surgeon_limits
    told = intake.walking.minutes_now if intake.walking else None
    return Person(
        age=intake.age(on),
        average_pain=intake.pain.average_week,
        mass_kg=intake.mass_kg,
        minutes=intake.minutes_per_day,
        restricted=clearance.record.scope == "restricted",
        fall_risk=unsteady,
        fused=fused,
        needs=needs_of(profile, fused=fused, balance=balance),
        circumstances=found,
        special=special_needs(found, catalogue=catalogue),
        goals=intake.goals,
        prefer=intake.emphasis.prefer if intake.emphasis else (),
        favourites=intake.emphasis.favourites if intake.emphasis else (),
        walks_now_s=None if told is None else told * 60,
        cardio_s=60 * (CARDIO_MINUTES if intake.cardio_minutes is None else intake.cardio_minutes),
        lift_kg=limits.lift_kg if limits and _holds(limits.until, on) else None,
    )


def special_needs(circumstances: frozenset[str], *, catalogue: Catalogue) -> tuple[SpecialNeed, ...]:
    """The rows of which at least one circumstance holds, in the order of the table."""
    return tuple(need for need in catalogue.needs.values() if circumstances & set(need.when))


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


def _holds(until: date | None, on: date) -> bool:
    return until is None or until > on
