"""Accepted changes: applied to every day from one day to the end of the plan, kept with what they replaced, and undone.

    apply    each change in turn; a hold changes nothing; a step up waits on days that are full (`fits` tells
             whether any has room); nothing closed comes in, and with a fresh clearance nothing closed stays
    undo     the days as they were; later changes to the same days are taken back and made again; a stop is never undone

The day keeps something to do: where a stop leaves nothing, a short walk or breathing stays, unless everything was stopped.
"""

from collections.abc import Mapping
from dataclasses import replace as with_
from datetime import date, timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import closed_by
from psoas.planning.amend import amend_day, concerns, new_exercise, with_items
from psoas.planning.duration import counted_minutes, session_minutes
from psoas.planning.exclusion import LEFT_OUT_BY_CHOICE, used_in
from psoas.planning.plan import Applied, Day, Exclusion, Item, Plan, PlanChange, Session, SessionKind, Week, Why
from psoas.screening.clearance import Clearance
from psoas.vocabulary.errors import BadInput

KEEP_MOVING = ("indoor-walk", "breathing")
COMING_DAYS = 7
"""Adaptation speaks of so many days: when it stops all of them, nothing is put in their place."""


def apply(
    plan: Plan,
    changes: tuple[PlanChange, ...],
    *,
    on: date,
    catalogue: Catalogue,
    clearance: Clearance | None = None,
) -> Plan:
    """The plan with these changes from `on` to its end."""
    for number, change in enumerate(changes):
        _check(change, catalogue, field=f"changes.{number}")
    everything = _stops_everything(plan, changes, on=on)
    changed = plan
    for change in changes:
        changed = _apply_one(changed, change, on=on, catalogue=catalogue, clearance=clearance, fill=not everything)
    if clearance is not None:
        changed = _without_closed(changed, clearance, on=on, catalogue=catalogue)
    return _tell_left_out(changed)


def emptied(plan: Plan, *, on: date) -> Plan:
    """Nothing left to do from `on` to the end: what a safety stop of everything means. Only a new plan follows it."""
    days = {day.date: with_(day, micro_breaks=(), sessions=()) for day in _days_from(plan, on)}
    return _tell_left_out(_with_days(plan, days))


def fits(plan: Plan, change: PlanChange, *, on: date, catalogue: Catalogue) -> bool:
    """Is there a day that has room for this change, and does it bring in nothing closed?"""
    if _is_closed(new_exercise(change), plan, clearance=None, catalogue=catalogue) and change.change != "stop":
        return False
    near = [day for day in _days_from(plan, on) if day.date < on + timedelta(days=COMING_DAYS)]
    return any(_amended_day(day, plan, change, catalogue) != day for day in near)


def _amended_day(day: Day, plan: Plan, change: PlanChange, catalogue: Catalogue) -> Day:
    """The day after this change; a step up leaves a day as it is that has no minutes left for it."""
    minutes = plan.intake.minutes_per_day
    amended = amend_day(day, change, minutes=minutes, catalogue=catalogue)
    return day if change.change == "progress" and counted_minutes(amended) > minutes else amended


def undo(
    plan: Plan, applied_id: str, *, on: date, catalogue: Catalogue | None = None, clearance: Clearance | None = None
) -> Plan:
    """The plan without one accepted change. BadInput for an unknown or undone one, and for a stop.

    With a fresh clearance nothing that is closed by now comes back.
    """
    number = next((n for n, known in enumerate(plan.applied) if known.id == applied_id and known.undone_on is None), None)
    if number is None:
        raise BadInput("applied", f"no change {applied_id!r} that could be undone")
    target = plan.applied[number]
    if target.change.change == "stop":
        raise BadInput("applied", "a stop keeps you safe and stays; a new plan may bring the movement back")
    later = [known for known in plan.applied[number + 1 :] if known.undone_on is None and _share_days(known, target)]
    if later and catalogue is None:
        raise BadInput("applied", f"undo {later[-1].id} first, which came after it and changed the same days")
    restored = _restore(plan, [*reversed(later), target], on=on)
    applied = tuple(with_(known, undone_on=on) if known is target else known for known in restored.applied)
    again = with_(restored, applied=applied)
    for known in later:
        if catalogue is not None:
            again = _apply_again(again, known, on=on, catalogue=catalogue)
    if clearance is not None and catalogue is not None:
        again = _without_closed(again, clearance, on=on, catalogue=catalogue)
    return _tell_left_out(again)


def _check(change: PlanChange, catalogue: Catalogue, *, field: str) -> None:
    for name in (change.exercise, new_exercise(change)):
        if name not in catalogue.exercises:
            raise BadInput(f"{field}.exercise", f"unknown exercise {name!r}")


def _apply_one(
    plan: Plan, change: PlanChange, *, on: date, catalogue: Catalogue, clearance: Clearance | None, fill: bool
) -> Plan:
    if change.change == "hold":
        return plan
    if change.change == "progress" and not fits(plan, change, on=on, catalogue=catalogue):
        return plan
    safe = _as_stop(change) if _brings_closed(plan, change, clearance, catalogue) else change
    before, after = _amended(plan, safe, on=on, catalogue=catalogue, fill=fill)
    if not after:
        return plan
    kept = Applied(id=f"{on.isoformat()}-{len(plan.applied) + 1}", on=on, change=safe, was=before)
    return with_(_with_days(plan, after), applied=(*plan.applied, kept))


def _amended(
    plan: Plan, change: PlanChange, *, on: date, catalogue: Catalogue, fill: bool
) -> tuple[tuple[Day, ...], dict[date, Day]]:
    """The days that change, before and after."""
    before: list[Day] = []
    after: dict[date, Day] = {}
    for day in _days_from(plan, on):
        new = _amended_day(day, plan, change, catalogue)
        new = _keep_moving(new, plan, change, catalogue) if fill else new
        if new != day:
            before.append(day)
            after[day.date] = new
    return tuple(before), after


def _keep_moving(day: Day, plan: Plan, change: PlanChange, catalogue: Catalogue) -> Day:
    if day.sessions:
        return day
    stopped = {known.change.exercise for known in plan.applied if known.change.change == "stop"} | {change.exercise}
    for name in KEEP_MOVING:
        if (
            name in catalogue.exercises
            and name not in stopped
            and not _is_closed(name, plan, clearance=None, catalogue=catalogue)
        ):
            return with_(day, sessions=(_short_session(name, catalogue),))
    return day


def _short_session(name: str, catalogue: Catalogue) -> Session:
    exercise = catalogue.exercises[name]
    why = Why(id="keep-moving", says="Something easy stays, so that the day keeps a little movement.")
    low = exercise.dose.hold_s.low if exercise.dose.hold_s else None
    item = Item(exercise=name, side="both", sets=1, reps=exercise.dose.reps.low, hold_s=low, because=(why,))
    kind: SessionKind = "walking" if exercise.role == "walking" else "breathing"
    return Session(kind=kind, part_of_day="any", minutes=session_minutes((item,), catalogue=catalogue), items=(item,))


def _stops_everything(plan: Plan, changes: tuple[PlanChange, ...], *, on: date) -> bool:
    stops = [change for change in changes if change.change == "stop"]
    near = on + timedelta(days=COMING_DAYS)
    items = [item for day in _days_from(plan, on) if day.date < near for session in day.sessions for item in session.items]
    return bool(items) and all(any(concerns(item, stop) for stop in stops) for item in items)


def _brings_closed(plan: Plan, change: PlanChange, clearance: Clearance | None, catalogue: Catalogue) -> bool:
    name = new_exercise(change)
    return name != change.exercise and _is_closed(name, plan, clearance=clearance, catalogue=catalogue)


def _is_closed(name: str, plan: Plan, *, clearance: Clearance | None, catalogue: Catalogue) -> bool:
    """By a fresh clearance where there is one; else by what the plan itself says it left out, and why."""
    excluded = next((known for known in plan.excluded if known.exercise == name), None)
    said = excluded is not None and any(why.id not in LEFT_OUT_BY_CHOICE for why in excluded.because)
    if clearance is None:
        return said
    return said or bool(closed_by(name, catalogue.exercises[name].demands, clearance.limits))


def _as_stop(change: PlanChange) -> PlanChange:
    """A replacement that is closed becomes a stop: doubt closes."""
    return with_(change, change="stop", to=with_(change.to, exercise=None, sets=None, reps=None, hold_s=None, load=None))


def _without_closed(plan: Plan, clearance: Clearance, *, on: date, catalogue: Catalogue) -> Plan:
    """Every closed exercise leaves the days from `on`."""
    closed = {name for name in used_in(plan.weeks) if closed_by(name, catalogue.exercises[name].demands, clearance.limits)}
    days = {day.date: _strip(day, closed, catalogue) for day in _days_from(plan, on)}
    return _with_days(plan, days)


def _strip(day: Day, closed: set[str], catalogue: Catalogue) -> Day:
    sessions = (
        with_items(session, [item for item in session.items if item.exercise not in closed], catalogue)
        for session in day.sessions
    )
    breaks = tuple(pause for pause in day.micro_breaks if pause.exercise not in closed)
    return with_(day, micro_breaks=breaks, sessions=tuple(session for session in sessions if session))


def _share_days(one: Applied, other: Applied) -> bool:
    return bool({day.date for day in one.was} & {day.date for day in other.was})


def _restore(plan: Plan, changes: list[Applied], *, on: date) -> Plan:
    """Days from `on` as they were before these changes, the last one first; lived days stay as they were lived."""
    days: dict[date, Day] = {}
    for change in changes:
        days |= {day.date: day for day in change.was if day.date >= on}
    return _with_days(plan, days)


def _apply_again(plan: Plan, known: Applied, *, on: date, catalogue: Catalogue) -> Plan:
    """A later change made again on the restored days, under its own id."""
    since = max(on, known.on)
    lived = tuple(day for day in known.was if day.date < since)
    before, after = _amended(plan, known.change, on=since, catalogue=catalogue, fill=True)
    kept = with_(known, was=(*lived, *before))
    applied = tuple(kept if old.id == known.id else old for old in plan.applied)
    return with_(_with_days(plan, after), applied=applied)


def _days_from(plan: Plan, on: date) -> list[Day]:
    return [day for week in plan.weeks for day in week.days if day.date >= on]


def _with_days(plan: Plan, days: Mapping[date, Day]) -> Plan:
    weeks = tuple(_with_week(week, days) for week in plan.weeks)
    return with_(plan, weeks=weeks)


def _with_week(week: Week, days: Mapping[date, Day]) -> Week:
    return with_(week, days=tuple(days.get(day.date, day) for day in week.days))


def _tell_left_out(plan: Plan) -> Plan:
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
