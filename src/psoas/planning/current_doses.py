"""Where a person stands: today's dose of each movement, so that the next block goes on instead of beginning anew."""

from collections.abc import Iterable
from datetime import date, timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Pattern
from psoas.planning.dose import Dose
from psoas.planning.plan import Item, Plan
from psoas.vocabulary.value import value

STALE = timedelta(days=28)
"""After a longer pause a block begins anew (psoas-opinion)."""


@value
class Reached:
    """A movement and the dose of it that was reached (of the lesser side)."""

    exercise: str
    dose: Dose


@value
class CurrentDoses:
    """Everything reached; nothing: a beginner."""

    reached: tuple[Reached, ...] = ()
    walk_s: int | None = None
    """The length of a walk."""

    def dose_of(self, exercise: Exercise) -> Dose | None:
        return next((one.dose for one in self.reached if one.exercise == exercise.id), None)

    def rung_of(self, pattern: Pattern, open_: Iterable[Exercise]) -> Exercise | None:
        """The open rung of a pattern that was reached; the last one where there were several."""
        here = {exercise.id: exercise for exercise in open_ if exercise.pattern == pattern}
        found = [here[one.exercise] for one in self.reached if one.exercise in here]
        return found[-1] if found else None


def current_doses_of(plan: Plan, *, on: date, catalogue: Catalogue) -> CurrentDoses:
    """From the last seven planned days up to this one: what the plan, with all its changes, asks for now.

    A plan that ended more than four weeks ago says nothing about today.
    """
    days = [day for week in plan.weeks for day in week.days if day.date <= on][-7:]
    if not days or days[-1].date < on - STALE:
        return CurrentDoses()
    items = [item for day in days for session in day.sessions for item in session.items]
    reached: dict[str, Dose] = {}
    for item in items:
        known = reached.get(item.exercise)
        if known is None or item.dose.amount < known.amount:
            reached[item.exercise] = item.dose
    walks = [item.hold_s for item in items if _walks(item, catalogue) and item.hold_s]
    return CurrentDoses(
        reached=tuple(
            Reached(exercise=name, dose=dose)
            for name, dose in reached.items()
            if name in catalogue.exercises and catalogue.exercises[name].role not in {"walking", "cardio", "breathing"}
        ),
        walk_s=max(walks, default=None),
    )


def _walks(item: Item, catalogue: Catalogue) -> bool:
    exercise = catalogue.exercises.get(item.exercise)
    return exercise is not None and exercise.role in {"walking", "cardio"}
