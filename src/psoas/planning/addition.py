"""A movement that somebody picked in the library and wants in the plan.

open        by today's clearance, equipment and wishes: doubt closes
in reach    a rung this person may do in this week, or the next one above what the plan already holds
room        in a session of its kind, within the minutes of the day; a muscle is stretched for four minutes a session at most
dose        the least of its ranges; from there the log decides

No room anywhere: then it may stand in for a planned movement that does the same work (`instead_of_what`).
"""

from dataclasses import replace as with_
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Role
from psoas.planning.accepted_changes import days_from, tell_left_out, with_days
from psoas.planning.amendment import sides_of, with_items
from psoas.planning.dose import least_of
from psoas.planning.dose_options import load_of
from psoas.planning.duration import counted_minutes
from psoas.planning.edit import does_the_work
from psoas.planning.exclusion import names_in, names_on, used_in
from psoas.planning.ladder import easier_open, may_do
from psoas.planning.person import Person, read_person
from psoas.planning.plan import Day, Item, Plan, Session, SessionKind
from psoas.planning.reason import why
from psoas.planning.selection import select
from psoas.planning.week_task import MOST_STRETCH_S_A_SESSION
from psoas.screening.clearance import Clearance
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.language import say

KINDS: dict[Role, tuple[SessionKind, ...]] = {
    "strength": ("strength",),
    "balance": ("balance", "mobility"),
    "mobility": ("mobility", "release"),
    "practice": ("mobility",),
    "release": ("release",),
    "breathing": ("breathing", "release", "mobility"),
}


def add(plan: Plan, exercise: str, *, on: date, clearance: Clearance, catalogue: Catalogue) -> Plan:
    """The plan with it on every day from `on` that has room; BadInput says what stands against it."""
    if exercise not in catalogue.exercises:
        raise BadInput("exercise", f"unknown exercise {exercise!r}")
    wanted = catalogue.exercises[exercise]
    person = _person(plan, on=on, clearance=clearance, catalogue=catalogue)
    _check_in_reach(plan, wanted, person, on=on, clearance=clearance, catalogue=catalogue)
    days = {day.date: _with(day, wanted, person, catalogue) for day in days_from(plan, on)}
    added = with_days(plan, days)
    if added == plan:
        raise BadInput("exercise", "a few more minutes a day, or a movement it may stand in for")
    return tell_left_out(added)


def instead_of_what(plan: Plan, exercise: str, *, on: date, catalogue: Catalogue) -> tuple[str, ...]:
    """Movements of the days to come that do the same work, in the order in which they come."""
    wanted = catalogue.exercises[exercise]
    ahead = dict.fromkeys(item.exercise for day in days_from(plan, on) for s in day.sessions for item in s.items)
    return tuple(name for name in ahead if does_the_work(catalogue.exercises[name], wanted))


def planned(plan: Plan, *, on: date) -> frozenset[str]:
    """Every movement of the days to come."""
    return frozenset[str]().union(*(names_on(day) for day in days_from(plan, on)))


def _person(plan: Plan, *, on: date, clearance: Clearance, catalogue: Catalogue) -> Person:
    return read_person(
        plan.intake, examination=plan.examination, profile=None, clearance=clearance, catalogue=catalogue, on=on
    )


def _check_in_reach(
    plan: Plan, wanted: Exercise, person: Person, *, on: date, clearance: Clearance, catalogue: Catalogue
) -> None:
    chosen = select(plan.intake, clearance=clearance, catalogue=catalogue, examination=plan.examination, on=on)
    closed = next((out for out in chosen.excluded if out.exercise == wanted.id), None)
    if closed is not None:
        raise BadInput("exercise", f"a movement that is open for you: {closed.because[0].says}")
    if (need := person.held_back_by(wanted.id, open_=chosen.open)) is not None:
        raise BadInput("exercise", f"a movement that is open for you: {need.says}")
    if wanted.break_only or wanted.role not in KINDS:
        raise BadInput("exercise", "a movement for a session; walks, rides and breaks have their own times")
    week = next((week.number for week in plan.weeks if on <= week.days[-1].date), len(plan.weeks))
    below = easier_open(wanted.id, open_=chosen.open, catalogue=catalogue)
    near = below is None or below in used_in(plan.weeks)
    may = may_do(wanted.id, person, week=week, open_=chosen.open, catalogue=catalogue)
    if not (near or may) or person.waits_until(wanted.id) > week:
        easier = catalogue.exercises[below].names.plain if below else "an easier one"
        raise BadInput("exercise", say("the rung below first: {rung}", rung=easier))


def _with(day: Day, wanted: Exercise, person: Person, catalogue: Catalogue) -> Day:
    """The day with it in the first session that can hold it; unchanged where none can, or where it stands already."""
    if any(wanted.id in names_in(session) for session in day.sessions):
        return day
    for number, session in enumerate(day.sessions):
        longer = _joined(session, wanted, person, catalogue)
        if longer is None:
            continue
        sessions = (*day.sessions[:number], longer, *day.sessions[number + 1 :])
        fuller = with_(day, sessions=sessions)
        if counted_minutes(fuller) <= person.minutes:
            return fuller
    return day


def _joined(session: Session, wanted: Exercise, person: Person, catalogue: Catalogue) -> Session | None:
    if session.kind not in KINDS[wanted.role] or (session.part_of_day == "morning" and not wanted.first_hour):
        return None
    items = _items(wanted, person, catalogue)
    if wanted.role == "mobility" and _stretched(session, items, wanted, catalogue) > MOST_STRETCH_S_A_SESSION:
        return None
    return with_items(session, [*session.items, *items], catalogue)


def _items(wanted: Exercise, person: Person, catalogue: Catalogue) -> tuple[Item, ...]:
    dose = least_of(wanted, load=load_of(wanted, person, week=1))
    return tuple(
        Item(
            exercise=wanted.id,
            side=side,
            sets=dose.sets,
            reps=dose.reps,
            hold_s=dose.hold_s,
            load=dose.load,
            rest_s=wanted.dose.rest_s,
            because=(why("put-in", catalogue=catalogue),),
        )
        for side in sides_of("both", wanted)
    )


def _stretched(session: Session, new: tuple[Item, ...], wanted: Exercise, catalogue: Catalogue) -> float:
    """Seconds for which the muscles of this stretch are stretched in the session."""
    muscles = set(wanted.targets.muscles)
    known = [(item, catalogue.exercises[item.exercise]) for item in (*session.items, *new)]
    alike = [(item, e) for item, e in known if e.role == "mobility" and muscles & set(e.targets.muscles)]
    return float(sum(item.dose.work_seconds(e) for item, e in alike))
