"""What is open for this person today, and what a row may turn into.

The phase after an operation at the plan's start holds for the whole plan, so a movement must be open today and have been open
at the start. Equipment, floor and wishes are read by planning's own selection.
"""

from datetime import date

from psoas.adaptation.rescreening import below_steadi
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit, closed_by
from psoas.catalogue.entries import Exercise
from psoas.planning.dose import Load, least_of
from psoas.planning.dose_options import HEAVIER_KG, LIGHT_KG, MODERATE_KG, load_of
from psoas.planning.ladder import easier_rungs, is_step_of
from psoas.planning.person import Person, read_person
from psoas.planning.plan import Plan, Prescription
from psoas.planning.selection import select
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake
from psoas.screening.limits import limits_of
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value


@value
class OpenMovements:
    """Ids that may be offered, and every limit that holds."""

    open: frozenset[str]
    limits: tuple[Limit, ...]
    person: Person
    catalogue: Catalogue
    walked_s: int | None = None
    """The bout that the person said they walk."""
    lift_kg: float | None = None
    """The most that a surgeon allows to lift, while that holds."""

    def closing(self, exercise: str) -> tuple[Reason, ...]:
        """Why this movement is closed today; empty when it is not."""
        entry = self.catalogue.exercises[exercise]
        return closed_by(entry.id, entry.demands, self.limits)

    def lowest(self, rung: Exercise) -> Prescription:
        """Where this person begins on a rung: the least that its ranges give, with the first load."""
        least = least_of(rung, load=load_of(rung, self.person, week=1))
        return Prescription(exercise=rung.id, sets=least.sets, reps=least.reps, hold_s=least.hold_s, load=least.load)

    def heavier(self, dose: Prescription) -> Load | None:
        """The next band or half a kilogram more, where this person may."""
        entry = self.catalogue.exercises[dose.exercise or ""]
        if dose.load is None or self.person.gentle:
            return None
        if dose.load.band is not None:
            return Load(band="medium") if dose.load.band == "light" else None
        kilograms = (dose.load.kg or 0) + HEAVIER_KG
        most = MODERATE_KG if entry.demands.load == "moderate" else LIGHT_KG
        return Load(kg=kilograms) if kilograms <= min(most, self.lift_kg or most) else None

    def easier(self, exercise: str, *, avoiding: frozenset[str]) -> tuple[Exercise, ...]:
        """The open easier rungs, nearest first, without those that hurt these days."""
        rungs = easier_rungs(exercise, catalogue=self.catalogue)
        return tuple(self.catalogue.exercises[rung] for rung in rungs if rung in self.open and rung not in avoiding)

    def harder(self, exercise: str) -> Exercise | None:
        """The next rung up, if it is open and stands on the same ladder. A closed rung is not jumped over."""
        entry = self.catalogue.exercises[exercise]
        if entry.harder not in self.open:
            return None
        rung = self.catalogue.exercises[entry.harder]
        return rung if is_step_of(rung, entry) else None


def open_movements_of(plan: Plan, *, intake: Intake, clearance: Clearance, catalogue: Catalogue, today: date) -> OpenMovements:
    """What selection offers under today's limits, less what was closed when the plan began."""
    at_start = limits_of(plan.intake, catalogue=catalogue, today=plan.start, below_steadi=below_steadi(plan, catalogue))
    offered = select(intake, clearance=clearance, catalogue=catalogue, examination=plan.examination).open
    person = read_person(
        intake, examination=plan.examination, profile=None, clearance=clearance, catalogue=catalogue, on=today
    )
    return OpenMovements(
        open=frozenset(name for name in offered if not _closes(name, at_start, catalogue)),
        limits=clearance.limits,
        person=person,
        catalogue=catalogue,
        walked_s=_walked_s(intake),
        lift_kg=_lift_kg(intake, today),
    )


def _closes(exercise: str, limits: tuple[Limit, ...], catalogue: Catalogue) -> bool:
    return bool(closed_by(exercise, catalogue.exercises[exercise].demands, limits))


def _walked_s(intake: Intake) -> int | None:
    minutes = intake.walking.minutes_now if intake.walking else None
    return minutes * 60 if minutes else None


def _lift_kg(intake: Intake, today: date) -> float | None:
    limits = intake.surgeon_limits
    if limits is None or (limits.until is not None and limits.until < today):
        return None
    return limits.lift_kg
