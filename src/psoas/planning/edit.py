"""What a person changes by hand: another day for a session, another movement, an easier one. The plan's rules still hold.

A change by hand is a `PlanChange` like any other, so it can be undone.
"""

from dataclasses import replace as with_
from datetime import date, timedelta
from itertools import pairwise

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import closed_by
from psoas.catalogue.entries import Exercise
from psoas.planning.accepted_changes import apply
from psoas.planning.duration import counted_minutes
from psoas.planning.ladder import easier_open, steps_below
from psoas.planning.plan import Day, Item, Plan, PlanChange, Prescription, Session
from psoas.planning.rhythm import MOST_CARDIO_DAYS, MOST_STRENGTH_DAYS
from psoas.planning.selection import select
from psoas.screening.clearance import Clearance
from psoas.vocabulary.dates import weekday_of
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.evidence import Reason

OWN_CHOICE = "own-choice"
LEAST_APART_DAYS = 2
"""A day of rest between strength days, as `rhythm` plans them."""
MOVES_WITHIN_DAYS = 6
"""A session may wait this long."""
EASIER = 0.75
"""Where no easier rung is open, about three quarters of the dose."""


def move_session(plan: Plan, *, on: date, session: int, to: date, catalogue: Catalogue) -> Plan:  # noqa: ARG001  # one manner for all edits
    """One session to another day of the plan, if its rules allow."""
    days = {day.date: day for week in plan.weeks for day in week.days}
    if on not in days or to not in days:
        raise BadInput("to", "a day of this plan")
    if not 0 <= session < len(days[on].sessions):
        raise BadInput("session", f"0 to {len(days[on].sessions) - 1}")
    moved = days[on].sessions[session]
    left = tuple(kept for number, kept in enumerate(days[on].sessions) if number != session)
    days[on] = with_(days[on], sessions=left)
    if moved.kind == "cardio":
        days |= _swap_walk(days[on], days[to])
    days[to] = with_(days[to], sessions=(*days[to].sessions, moved))
    _check_move(plan, days, moved, on=on, to=to)
    weeks = tuple(with_(week, days=tuple(days[day.date] for day in week.days)) for week in plan.weeks)
    return with_(plan, weeks=weeks)


def days_for(plan: Plan, *, on: date, session: int, catalogue: Catalogue) -> tuple[date, ...]:
    """The days near this one to which the session may move."""
    near = (day.date for week in plan.weeks for day in week.days if on < day.date <= on + timedelta(days=MOVES_WITHIN_DAYS))
    return tuple(to for to in near if _may_move(plan, on=on, session=session, to=to, catalogue=catalogue))


def _may_move(plan: Plan, *, on: date, session: int, to: date, catalogue: Catalogue) -> bool:
    try:
        move_session(plan, on=on, session=session, to=to, catalogue=catalogue)
    except BadInput:
        return False
    return True


def _swap_walk(on: Day, to: Day) -> dict[date, Day]:
    """Structured cardio stands for the walk of its day: that day's walk comes here in its place."""
    walks = tuple(session for session in to.sessions if session.kind == "walking")
    if on.date == to.date or any(session.kind in {"walking", "cardio"} for session in on.sessions):
        return {}
    kept = tuple(session for session in to.sessions if session.kind != "walking")
    return {on.date: with_(on, sessions=(*on.sessions, *walks)), to.date: with_(to, sessions=kept)}


def _check_move(plan: Plan, days: dict[date, Day], moved: Session, *, on: date, to: date) -> None:
    if counted_minutes(days[to]) > plan.intake.minutes_per_day:
        raise BadInput("to", f"a day with room: it may hold {plan.intake.minutes_per_day} minutes")
    if moved.kind in {"mobility", "walking"} and on != to and not any(s.kind == moved.kind for s in days[on].sessions):
        raise BadInput("session", "one that may move: the daily drill and the daily walk stay on their day")
    if moved.kind in {"strength", "cardio"}:
        _check_training(plan, days, moved.kind, to=to)


def _check_training(plan: Plan, days: dict[date, Day], kind: str, *, to: date) -> None:
    if weekday_of(to) not in plan.intake.training_days:
        raise BadInput("to", f"one of your training days: {', '.join(plan.intake.training_days)}")
    with_kind = sorted(day.date for day in days.values() if any(session.kind == kind for session in day.sessions))
    week = next(week for week in plan.weeks if to in {day.date for day in week.days})
    here = sum(day.date in with_kind for day in week.days)
    if kind == "strength" and (week.number == 1 or here > MOST_STRENGTH_DAYS or _without_rest(with_kind)):
        raise BadInput("to", "a day that leaves a day of rest between strength days, from week 2, at most three a week")
    if kind == "cardio" and here > MOST_CARDIO_DAYS:
        raise BadInput("to", "a week with at most four cardio days")


def _without_rest(days: list[date]) -> bool:
    return any((after - before).days < LEAST_APART_DAYS for before, after in pairwise(days))


def alternatives(plan: Plan, exercise: str, *, clearance: Clearance, catalogue: Catalogue) -> tuple[str, ...]:
    """Open movements that do the same work: favourites first, then the nearest family, then the easiest."""
    if exercise not in catalogue.exercises:
        raise BadInput("exercise", f"unknown exercise {exercise!r}")
    here = catalogue.exercises[exercise]
    open_ = select(plan.intake, clearance=clearance, catalogue=catalogue, examination=plan.examination).open
    alike = [other for name in open_ if does_the_work(other := catalogue.exercises[name], here)]
    liked = plan.intake.emphasis.favourites if plan.intake.emphasis else ()
    alike.sort(
        key=lambda other: (
            other.id not in liked,
            other.family != here.family,
            steps_below(other.id, open_=open_, catalogue=catalogue),
        )
    )
    return tuple(other.id for other in alike)


def does_the_work(other: Exercise, here: Exercise) -> bool:
    """Another of the same role that belongs to the family or answers the same finding."""
    alike = other.family == here.family or bool(set(other.targets.answers) & set(here.targets.answers))
    return other.id != here.id and other.role == here.role and alike


def swap(plan: Plan, exercise: str, to: str, *, on: date, clearance: Clearance, catalogue: Catalogue) -> Plan:
    """Another open movement in its place, from `on` to the end."""
    if to not in alternatives(plan, exercise, clearance=clearance, catalogue=catalogue):
        raise BadInput("to", f"an open movement that does the work of {exercise}")
    chosen = (catalogue.reason(OWN_CHOICE),)
    changes = tuple(_change(item, "replace", Prescription(exercise=to), chosen) for item in _items(plan, exercise, on=on))
    return apply(plan, changes, on=on, catalogue=catalogue, clearance=clearance)


def make_easier(plan: Plan, exercise: str, *, on: date, clearance: Clearance, catalogue: Catalogue) -> Plan:
    """The nearest open easier rung; where there is none, about three quarters of the dose."""
    if exercise not in catalogue.exercises:
        raise BadInput("exercise", f"unknown exercise {exercise!r}")
    selection = select(plan.intake, clearance=clearance, catalogue=catalogue, examination=plan.examination)
    easier = easier_open(exercise, open_=selection.open, catalogue=catalogue)
    chosen, items = (catalogue.reason(OWN_CHOICE),), _items(plan, exercise, on=on)
    if easier is not None and not closed_by(easier, catalogue.exercises[easier].demands, clearance.limits):
        changes = tuple(_change(item, "replace", Prescription(exercise=easier), chosen) for item in items)
    else:
        changes = tuple(_change(item, "reduce", _less(item), chosen) for item in items)
    return apply(plan, changes, on=on, catalogue=catalogue, clearance=clearance)


def _items(plan: Plan, exercise: str, *, on: date) -> tuple[Item, ...]:
    """One item for each side that is still to come."""
    found: dict[str, Item] = {}
    for day in (day for week in plan.weeks for day in week.days if day.date >= on):
        for item in (item for session in day.sessions for item in session.items if item.exercise == exercise):
            found.setdefault(item.side, item)
    if not found:
        raise BadInput("exercise", f"{exercise} is not in the days from {on.isoformat()}")
    return tuple(found.values())


def _less(item: Item) -> Prescription:
    if item.sets > 1:
        return Prescription(exercise=item.exercise, sets=item.sets - 1, reps=item.reps, hold_s=item.hold_s)
    if item.reps > 1:
        return Prescription(exercise=item.exercise, sets=1, reps=max(1, int(item.reps * EASIER)), hold_s=item.hold_s)
    hold = None if item.hold_s is None else max(1, int(item.hold_s * EASIER))
    return Prescription(exercise=item.exercise, sets=1, reps=1, hold_s=hold)


def _change(item: Item, kind: str, to: Prescription, because: tuple[Reason, ...]) -> PlanChange:
    was = Prescription(exercise=item.exercise, sets=item.sets, reps=item.reps, hold_s=item.hold_s, load=item.load)
    return PlanChange(
        exercise=item.exercise,
        side=item.side,
        change="replace" if kind == "replace" else "reduce",
        from_=was,
        to=to,
        because=because,
    )
