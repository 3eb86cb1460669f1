"""Favourites and "never this one": told once, they hold in this plan and in the next.

favourite    comes into the next plan where it is open and on a rung the person may do; among alternatives it is named first
never        leaves the days to come at once, for the nearest open movement that does the same work, or for none
neither      is allowed again; what took its place stays, and can be undone like any change
"""

from dataclasses import replace as with_
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.accepted_changes import apply, days_from
from psoas.planning.edit import OWN_CHOICE, alternatives, swap
from psoas.planning.exclusion import names_in, names_on, used_in
from psoas.planning.plan import Exclusion, Plan, PlanChange, Prescription, Why
from psoas.planning.reason import why
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Emphasis, Intake, Wish
from psoas.vocabulary.errors import BadInput


def with_wish(intake: Intake, exercise: str, wish: Wish) -> Intake:
    """The intake in which this holds of the movement, and nothing else of it."""
    known = intake.emphasis or Emphasis()
    favourites = tuple(name for name in known.favourites if name != exercise)
    never = tuple(name for name in known.never if name != exercise)
    told = with_(
        known,
        favourites=(*favourites, exercise) if wish == "favourite" else favourites,
        never=(*never, exercise) if wish == "never" else never,
    )
    return with_(intake, emphasis=None if told == Emphasis() else told)


def wish_of(intake: Intake, exercise: str) -> Wish:
    """What was said of this movement."""
    told = intake.emphasis or Emphasis()
    if exercise in told.never:
        return "never"
    return "favourite" if exercise in told.favourites else "neither"


def grant(plan: Plan, exercise: str, wish: Wish, *, on: date, clearance: Clearance, catalogue: Catalogue) -> Plan:
    """The plan in which the wish holds from `on`."""
    if exercise not in catalogue.exercises:
        raise BadInput("exercise", f"unknown exercise {exercise!r}")
    wished = with_(plan, intake=with_wish(plan.intake, exercise, wish))
    if wish == "never":
        return _without(wished, exercise, on=on, clearance=clearance, catalogue=catalogue)
    return _allowed(wished, exercise, catalogue)


def take_out(plan: Plan, exercise: str, *, on: date, clearance: Clearance, catalogue: Catalogue) -> Plan:
    """The movement leaves the days from `on`, sessions and breaks, and nothing comes in its place."""
    sides = {item.side for day in days_from(plan, on) for s in day.sessions for item in s.items if item.exercise == exercise}
    stops = tuple(
        PlanChange(
            exercise=exercise,
            side=side,
            change="stop",
            from_=Prescription(exercise=exercise),
            to=Prescription(),
            because=(catalogue.reason(OWN_CHOICE),),
        )
        for side in (sorted(sides) or ["both"])
    )
    return apply(plan, stops, on=on, catalogue=catalogue, clearance=clearance)


def agree(plan: Plan, *, on: date) -> Plan:
    """What came back by undoing is no longer never wanted."""
    never = plan.intake.emphasis.never if plan.intake.emphasis else ()
    back = {name for name in never for day in days_from(plan, on) if name in names_on(day)}
    for name in sorted(back):
        plan = with_(plan, intake=with_wish(plan.intake, name, "neither"))
    return plan


def _without(plan: Plan, exercise: str, *, on: date, clearance: Clearance, catalogue: Catalogue) -> Plan:
    in_sessions = any(exercise in names_in(session) for day in days_from(plan, on) for session in day.sessions)
    used = used_in(plan.weeks)
    others = alternatives(plan, exercise, clearance=clearance, catalogue=catalogue) if in_sessions else ()
    other = next((name for name in others if name not in used), None)
    if other is not None:
        plan = swap(plan, exercise, other, on=on, clearance=clearance, catalogue=catalogue)
    if any(exercise in names_on(day) for day in days_from(plan, on)):
        plan = take_out(plan, exercise, on=on, clearance=clearance, catalogue=catalogue)
    return _told(plan, exercise, why("never", catalogue=catalogue))


def _allowed(plan: Plan, exercise: str, catalogue: Catalogue) -> Plan:
    """Where it was left out by wish, that is no longer the reason."""
    known = next((out for out in plan.excluded if out.exercise == exercise), None)
    if known is None or all(reason.id != "never" for reason in known.because):
        return plan
    return _told(plan, exercise, why("covered", catalogue=catalogue))


def _told(plan: Plan, exercise: str, reason: Why) -> Plan:
    """Left out, for this reason; lived days may still show it, then there is nothing to say."""
    kept = tuple(out for out in plan.excluded if out.exercise != exercise)
    if exercise in used_in(plan.weeks):
        return with_(plan, excluded=kept)
    return with_(plan, excluded=(*kept, Exclusion(exercise=exercise, because=(reason,))))
