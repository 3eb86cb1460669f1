"""A safe six minutes at once, before any long set-up: breathing and a few of the easiest open movements, none on the floor."""

from datetime import date, timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.duration import session_minutes
from psoas.planning.infeasibility import PlanInfeasible
from psoas.planning.ladder import steps_below
from psoas.planning.plan import Item, Session, SessionKind
from psoas.planning.reason import why
from psoas.planning.schedule import LEVELS
from psoas.planning.selection import select
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Side

FIRST_MINUTES = 6
BREATHS_S = 60
ROLES = frozenset({"mobility", "practice", "breathing"})


def first_day(*, again: bool, today: date) -> date:
    """A first plan begins tomorrow, because today has this session; one that is made again takes over at once."""
    return today if again else today + timedelta(days=1)


def first_session(intake: Intake, *, clearance: Clearance, catalogue: Catalogue) -> Session:
    """At most six minutes, one movement of a family; PlanInfeasible when nothing at all is open."""
    open_ = select(intake, clearance=clearance, catalogue=catalogue).open
    limit = min(FIRST_MINUTES, intake.minutes_per_day)
    items: tuple[Item, ...] = ()
    for exercise in _easiest(open_, catalogue):
        longer = _in_order((*items, *_items(exercise, catalogue)), catalogue)
        if session_minutes(longer, catalogue=catalogue) <= limit:
            items = longer
    if not items:
        raise PlanInfeasible("avoid", "nothing easy enough is open; ask a clinician what you may do")
    kind: SessionKind = "breathing" if all(_of(item, catalogue).role == "breathing" for item in items) else "mobility"
    return Session(kind=kind, part_of_day="any", minutes=session_minutes(items, catalogue=catalogue), items=items)


def _easiest(open_: tuple[str, ...], catalogue: Catalogue) -> list[Exercise]:
    """The easiest rung of each family, breathing first; walks belong to the day, not to this session."""
    easy: dict[str, Exercise] = {}
    for exercise in (catalogue.exercises[name] for name in open_):
        lowest = exercise.id == "breathing" or steps_below(exercise.id, open_=open_, catalogue=catalogue) == 0
        short = exercise.dose.hold_s is None or exercise.dose.hold_s.low < 2 * BREATHS_S or exercise.role == "breathing"
        fits = exercise.role in ROLES and exercise.first_hour and exercise.demands.surface != "floor" and short
        if fits and lowest and (exercise.family not in easy or exercise.id == "breathing"):
            easy[exercise.family] = exercise
    return sorted(easy.values(), key=lambda exercise: exercise.role != "breathing")


def _items(exercise: Exercise, catalogue: Catalogue) -> tuple[Item, ...]:
    sides: tuple[Side, ...] = ("left", "right") if exercise.sides == "each" else ("both",)
    hold = exercise.dose.hold_s
    seconds = BREATHS_S if exercise.role == "breathing" else hold.low if hold else None
    return tuple(
        Item(
            exercise=exercise.id,
            side=side,
            sets=1,
            reps=exercise.dose.reps.low,
            hold_s=seconds,
            rest_s=exercise.dose.rest_s,
            because=(why("first-session", catalogue=catalogue),),
        )
        for side in sides
    )


def _in_order(items: tuple[Item, ...], catalogue: Catalogue) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: LEVELS.index(_of(item, catalogue).demands.surface)))


def _of(item: Item, catalogue: Catalogue) -> Exercise:
    return catalogue.exercises[item.exercise]
