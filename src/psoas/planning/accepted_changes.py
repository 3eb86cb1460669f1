"""Accepted changes: applied from one day on, kept with what they replaced.

    to the end      progress, reduce, replace, stop, unless they name the day on which they end
    overlays        an easing ends by itself; the dose underneath was never touched
    restore         takes the overlays of its movement back before they end
    hold            keeps a dose or rung where the calendar would bring more, and lifts what eases it; else nothing
    room            a step up waits on days that are full (`fits` tells whether any has room), a stretch's also on days where
                    it would leave strength no room for its next one; no day has one side alone
    closed          nothing closed comes in, and nothing closed stays: each needs a clearance of today
    ceiling         no dose beyond what a clinician asked for, whatever brings it

The day keeps something to do: where a stop leaves nothing, a short walk or breathing stays, unless everything was stopped.
"""

from collections.abc import Mapping
from dataclasses import replace as with_
from datetime import date, timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import closed_by
from psoas.planning.amendment import amend_day, concerns, new_exercise, with_items
from psoas.planning.ceiling import keep_below
from psoas.planning.course import minutes_for_step
from psoas.planning.duration import counted_minutes, session_minutes
from psoas.planning.exclusion import LEFT_OUT_BY_CHOICE, used_in
from psoas.planning.plan import Applied, Day, Exclusion, Item, Plan, PlanChange, Session, SessionKind, Week, Why
from psoas.planning.replaced_items import KEEP_MOVING_REASON, former_breaks_of, formers_of, only_from, put_back
from psoas.screening.clearance import Clearance
from psoas.vocabulary.errors import BadInput

KEEP_MOVING = ("indoor-walk", "breathing")
COMING_DAYS = 7
"""Adaptation speaks of so many days, today the first of them: when it stops all of them, nothing is put in their place."""


def apply(plan: Plan, changes: tuple[PlanChange, ...], *, on: date, catalogue: Catalogue, clearance: Clearance) -> Plan:
    """The plan with these changes from `on`."""
    for number, change in enumerate(changes):
        _check(change, catalogue, field=f"changes.{number}")
    everything = _stops_everything(plan, changes, on=on)
    changed = with_(plan, applied=tuple(only_from(known, on) for known in plan.applied))
    for change in changes:
        changed = _apply_one(changed, change, on=on, catalogue=catalogue, clearance=clearance, fill=not everything)
    whole = _with_both_sides(plan, changed, on=on, catalogue=catalogue)
    return tell_left_out(without_closed(whole, clearance, on=on, catalogue=catalogue))


def _with_both_sides(before: Plan, after: Plan, *, on: date, catalogue: Catalogue) -> Plan:
    """A day that has room for one side alone of what a change brought has it for neither: sides are never split."""
    old = {day.date: day for day in days_from(before, on)}
    changed = (day for day in days_from(after, on) if day != old[day.date])
    return with_days(after, {day.date: _paired(day, old[day.date], catalogue) for day in changed})


def _paired(day: Day, before: Day, catalogue: Catalogue) -> Day:
    lone = _one_sided(day, catalogue) - _one_sided(before, catalogue)
    return _strip(day, lone, catalogue) if lone else day


def _one_sided(day: Day, catalogue: Catalogue) -> set[str]:
    """Movements done on each side of which a session has one alone."""
    found: set[str] = set()
    for session in day.sessions:
        sides: dict[str, set[str]] = {}
        for item in session.items:
            sides.setdefault(item.exercise, set()).add(item.side)
        found |= {name for name, here in sides.items() if catalogue.exercises[name].sides == "each" and len(here) == 1}
    return found


def stopped(plan: Plan, changes: tuple[PlanChange, ...], *, on: date) -> Plan:
    """Nothing left to do from `on` to the end: what a safety stop of everything means. Only a new plan follows it."""
    first = len(plan.applied) + 1
    kept = tuple(
        Applied(id=f"{on.isoformat()}-{number}", on=on, change=change) for number, change in enumerate(changes, first)
    )
    days = {day.date: with_(day, micro_breaks=(), sessions=()) for day in days_from(plan, on)}
    return tell_left_out(with_(with_days(plan, days), applied=(*plan.applied, *kept)))


def fits(plan: Plan, change: PlanChange, *, on: date, catalogue: Catalogue) -> bool:
    """Is there a day that has room for this change, and does it bring in nothing that the plan says is closed?"""
    if change.change != "stop" and is_said_closed(new_exercise(change), plan):
        return False
    near = [day for day in days_from(plan, on) if day.date < on + timedelta(days=COMING_DAYS)]
    return any(_amended_day(day, plan, change, catalogue) != day for day in near)


def moves(change: PlanChange) -> bool:
    """Does it change any day? A plain hold does not."""
    return change.change != "hold" or (change.to.exercise is not None and change.to != change.from_)


def active_overlays(plan: Plan, change: PlanChange, *, on: date) -> tuple[Applied, ...]:
    """The easings of this movement and side that still run, the latest first."""
    return tuple(
        known
        for known in reversed(plan.applied)
        if is_overlay(known.change)
        and known.undone_on is None
        and (known.change.exercise, known.change.side) == (change.exercise, change.side)
        and known.change.until is not None
        and known.change.until > on
    )


def is_overlay(change: PlanChange) -> bool:
    return change.change in {"ease", "restore"} and change.until is not None


def _amended_day(day: Day, plan: Plan, change: PlanChange, catalogue: Catalogue) -> Day:
    """The day after this change; a step up leaves a day as it is that has no minutes left for it."""
    if change.until is not None and day.date >= change.until:
        return day
    minutes = plan.intake.minutes_per_day
    amended = amend_day(day, change, minutes=minutes, catalogue=catalogue)
    if change.change != "progress":
        return amended
    most = minutes_for_step(day, catalogue.exercises[change.exercise], minutes=minutes, catalogue=catalogue)
    if change.side == "both":
        return day if counted_minutes(amended) > most else amended
    return _together(day, amended, change, minutes=most, catalogue=catalogue)


def _together(day: Day, amended: Day, change: PlanChange, *, minutes: int, catalogue: Catalogue) -> Day:
    """Both sides climb on the same days: the first where there is room for two, the second where the first did."""
    other = with_(change, side="right" if change.side == "left" else "left")
    items = [item for session in day.sessions for item in session.items]
    if any(_has_climbed(item, other) for item in items):
        if new_exercise(change) == change.exercise:
            return day if counted_minutes(amended) > minutes else amended
        return amend_day(day, with_(change, change="replace"), minutes=minutes, catalogue=catalogue)
    both = amend_day(amended, other, minutes=minutes, catalogue=catalogue)
    return day if counted_minutes(both) > minutes else amended


def _has_climbed(item: Item, change: PlanChange) -> bool:
    """Does this side stand where the change leads?"""
    here = item.exercise == new_exercise(change) and item.side == change.side
    return here and (item.exercise != change.exercise or item.dose.amount >= change.to.dose.amount)


def _check(change: PlanChange, catalogue: Catalogue, *, field: str) -> None:
    for name in (change.exercise, new_exercise(change)):
        if name not in catalogue.exercises:
            raise BadInput(f"{field}.exercise", f"unknown exercise {name!r}")


def _apply_one(plan: Plan, change: PlanChange, *, on: date, catalogue: Catalogue, clearance: Clearance, fill: bool) -> Plan:
    if not moves(change) or (change.change == "progress" and not fits(plan, change, on=on, catalogue=catalogue)):
        return plan
    safe = _as_stop(change) if _brings_closed(plan, change, clearance, catalogue) else change
    kept = Applied(id=f"{on.isoformat()}-{len(plan.applied) + 1}", on=on, change=safe)
    made, kept = made_of(plan, kept, since=on, catalogue=catalogue, fill=fill)
    if made == plan and safe.change != "restore":
        return plan
    return with_(made, applied=(*made.applied, kept))


def made_of(plan: Plan, kept: Applied, *, since: date, catalogue: Catalogue, fill: bool = True) -> tuple[Plan, Applied]:
    """The days with this change made, and the change with what it replaced."""
    change = kept.change
    pairs = []
    for day in days_from(plan, since):
        new = _given_back(day, plan, change, since, catalogue) if change.change in {"restore", "hold"} else day
        new = _amended_day(new, plan, change, catalogue) if change.change != "restore" or change.until else new
        new = _keep_moving(new, plan, change, catalogue) if fill else new
        if new != day:
            pairs.append((day, new))
    made = with_days(plan, {new.date: new for _, new in pairs})
    return made, with_(kept, items=formers_of(pairs, change, catalogue), breaks=former_breaks_of(pairs))


def _given_back(day: Day, plan: Plan, change: PlanChange, on: date, catalogue: Catalogue) -> Day:
    for overlay in active_overlays(plan, change, on=on):
        day = put_back(day, overlay, catalogue)
    return day


def _keep_moving(day: Day, plan: Plan, change: PlanChange, catalogue: Catalogue) -> Day:
    if day.sessions:
        return day
    stopped = {known.change.exercise for known in plan.applied if known.change.change == "stop"} | {change.exercise}
    for name in KEEP_MOVING:
        if name in catalogue.exercises and name not in stopped and not is_said_closed(name, plan):
            return with_(day, sessions=(_short_session(name, catalogue),))
    return day


def _short_session(name: str, catalogue: Catalogue) -> Session:
    exercise = catalogue.exercises[name]
    said = catalogue.reason(KEEP_MOVING_REASON)
    low = exercise.dose.hold_s.low if exercise.dose.hold_s else None
    why = (Why(id=said.id, says=said.says),)
    item = Item(exercise=name, side="both", sets=1, reps=exercise.dose.reps.low, hold_s=low, because=why)
    kind: SessionKind = "walking" if exercise.role == "walking" else "breathing"
    return Session(kind=kind, part_of_day="any", minutes=session_minutes((item,), catalogue=catalogue), items=(item,))


def _stops_everything(plan: Plan, changes: tuple[PlanChange, ...], *, on: date) -> bool:
    stops = [change for change in changes if change.change == "stop"]
    near = on + timedelta(days=COMING_DAYS)
    items = [item for day in days_from(plan, on) if day.date < near for session in day.sessions for item in session.items]
    return bool(items) and all(any(concerns(item, stop) for stop in stops) for item in items)


def _brings_closed(plan: Plan, change: PlanChange, clearance: Clearance, catalogue: Catalogue) -> bool:
    name = new_exercise(change)
    return name != change.exercise and (is_said_closed(name, plan) or _is_closed(name, clearance, catalogue))


def is_said_closed(name: str, plan: Plan) -> bool:
    """By what the plan itself says it left out, and why."""
    excluded = next((known for known in plan.excluded if known.exercise == name), None)
    return excluded is not None and any(why.id not in LEFT_OUT_BY_CHOICE for why in excluded.because)


def _is_closed(name: str, clearance: Clearance, catalogue: Catalogue) -> bool:
    return bool(closed_by(name, catalogue.exercises[name].demands, clearance.limits))


def _as_stop(change: PlanChange) -> PlanChange:
    """A replacement that is closed becomes a stop: doubt closes."""
    return with_(change, change="stop", to=with_(change.to, exercise=None, sets=None, reps=None, hold_s=None, load=None))


def without_closed(plan: Plan, clearance: Clearance, *, on: date, catalogue: Catalogue) -> Plan:
    """Every closed exercise leaves the days from `on`, and no dose stays beyond a clinician's."""
    closed = {name for name in used_in(plan.weeks) if _is_closed(name, clearance, catalogue)}
    days = {day.date: keep_below(_strip(day, closed, catalogue), clearance.doses, catalogue) for day in days_from(plan, on)}
    return with_days(plan, days)


def _strip(day: Day, closed: set[str], catalogue: Catalogue) -> Day:
    sessions = (
        with_items(session, [item for item in session.items if item.exercise not in closed], catalogue)
        for session in day.sessions
    )
    breaks = tuple(pause for pause in day.micro_breaks if pause.exercise not in closed)
    return with_(day, micro_breaks=breaks, sessions=tuple(session for session in sessions if session))


def days_from(plan: Plan, on: date) -> list[Day]:
    return [day for week in plan.weeks for day in week.days if day.date >= on]


def with_days(plan: Plan, days: Mapping[date, Day]) -> Plan:
    weeks = tuple(_with_week(week, days) for week in plan.weeks)
    return with_(plan, weeks=weeks)


def _with_week(week: Week, days: Mapping[date, Day]) -> Week:
    return with_(week, days=tuple(days.get(day.date, day) for day in week.days))


def tell_left_out(plan: Plan) -> Plan:
    """Used and left out never overlap, and what went out says so."""
    used = used_in(plan.weeks)
    told = {known.exercise: known for known in plan.excluded if known.exercise not in used}
    says = "A change took it out of the plan, or took it back."
    mentioned = {known.exercise for known in plan.excluded} | {
        name for known in plan.applied for name in (known.change.exercise, new_exercise(known.change))
    }
    for name in sorted(mentioned - used - set(told)):
        told[name] = Exclusion(exercise=name, because=(Why(id="changed", says=says),))
    return with_(plan, excluded=tuple(told.values()))


def tell_closed(plan: Plan, clearance: Clearance, *, catalogue: Catalogue) -> Plan:
    """What has closed since the plan was made says so under what was left out, before whatever it said there."""
    told = {known.exercise: known.because for known in plan.excluded}
    for name in [name for name in catalogue.exercises if name not in used_in(plan.weeks)]:
        closing = tuple(
            Why(id=why.id, says=why.says) for why in closed_by(name, catalogue.exercises[name].demands, clearance.limits)
        )
        if closing and not set(closing) <= set(told.get(name, ())):
            told[name] = tuple(dict.fromkeys((*closing, *told.get(name, ()))))
    return with_(plan, excluded=tuple(Exclusion(exercise=name, because=because) for name, because in told.items()))
