"""One change to one day: items of one exercise and side get another dose, another exercise, or go.

progress    never lowers a dose or a load that is higher already; must fit the minutes
reduce      never raises a dose that is lower already; nor does a hold of what the calendar would bring
ease        each day's dose shrinks by the same share; a walk, ride or breath to the bout that was named
replace     the new exercise in the same session; shortened until it fits, left out where it cannot stand; so is a rung that
            a hold keeps
stop        goes, from breaks too
"""

from collections.abc import Callable
from dataclasses import replace as with_
from fractions import Fraction

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.dose import BOUT_ROLES, Dose, is_heavier
from psoas.planning.duration import counted_minutes, session_minutes
from psoas.planning.plan import UNCOUNTED_KINDS, Day, Item, MicroBreak, PlanChange, Session, Why
from psoas.planning.schedule import LEVELS
from psoas.vocabulary.body import Side

GOING = frozenset({"replace", "stop"})


def amend_day(day: Day, change: PlanChange, *, minutes: int, catalogue: Catalogue) -> Day:
    """The day after this change; a progress may exceed the minutes (the caller decides), nothing else does."""
    amended = _amend(day, change, catalogue)
    if change.change in GOING or (change.change == "hold" and new_exercise(change) != change.exercise):
        amended = _with_room_for_both(amended, change, minutes=minutes, catalogue=catalogue)
        amended = _shorten(amended, change, minutes=minutes, catalogue=catalogue)
    if change.change in GOING:
        amended = with_(amended, micro_breaks=_breaks(amended.micro_breaks, change))
    return amended


def _with_room_for_both(day: Day, change: PlanChange, *, minutes: int, catalogue: Catalogue) -> Day:
    """Where the other side is to follow, this one takes no more of the day than leaves room for it."""
    if change.side == "both":
        return day
    other = with_(change, side="right" if change.side == "left" else "left")
    if not any(concerns(item, other) for session in day.sessions for item in session.items):
        return day
    both = _shorten(_amend(day, other, catalogue), change, minutes=minutes, catalogue=catalogue)
    name = new_exercise(change)
    doses = {
        item.dose for session in both.sessions for item in session.items if item.exercise == name and item.side == change.side
    }
    least = min(doses, key=lambda dose: dose.amount, default=None)
    if least is None:
        return day
    sessions = (
        with_items(
            session,
            [_of(item, least) if item.exercise == name and item.side == change.side else item for item in session.items],
            catalogue,
        )
        for session in day.sessions
    )
    return with_(day, sessions=tuple(session for session in sessions if session is not None))


def _of(item: Item, dose: Dose) -> Item:
    return with_(item, sets=dose.sets, reps=dose.reps, hold_s=dose.hold_s)


def new_exercise(change: PlanChange) -> str:
    """What stands there afterwards."""
    return change.to.exercise or change.exercise


def concerns(item: Item, change: PlanChange) -> bool:
    return item.exercise == change.exercise and item.side == change.side


def _amend(day: Day, change: PlanChange, catalogue: Catalogue) -> Day:
    if not any(concerns(item, change) for session in day.sessions for item in session.items):
        return day
    sessions = (_session(session, change, catalogue) for session in day.sessions)
    return with_(day, sessions=tuple(session for session in sessions if session is not None))


def _session(session: Session, change: PlanChange, catalogue: Catalogue) -> Session | None:
    if not any(concerns(item, change) for item in session.items):
        return session
    items: list[Item] = []
    for item in session.items:
        items += _changed(item, change, session, catalogue) if concerns(item, change) else [item]
    return with_items(session, _without_doubles(items), catalogue)


def with_items(session: Session, items: list[Item], catalogue: Catalogue) -> Session | None:
    """The session with other items, in the order of the body's level; None when nothing is left."""
    if not items:
        return None
    ordered = tuple(sorted(items, key=lambda item: LEVELS.index(catalogue.exercises[item.exercise].demands.surface)))
    return with_(session, items=ordered, minutes=session_minutes(ordered, catalogue=catalogue))


def _without_doubles(items: list[Item]) -> list[Item]:
    seen: dict[tuple[str, Side], Item] = {}
    for item in items:
        seen.setdefault((item.exercise, item.side), item)
    return list(seen.values())


def _changed(item: Item, change: PlanChange, session: Session, catalogue: Catalogue) -> list[Item]:
    if change.change == "stop":
        return []
    exercise = catalogue.exercises[new_exercise(change)]
    if exercise.id == item.exercise:
        eased = change.change == "ease" and exercise.role not in BOUT_ROLES
        return [_eased(item, change) if eased else _dosed(item, change, exercise)]
    if session.part_of_day == "morning" and not exercise.first_hour:
        return []
    return [_taken_over(item, change, exercise, side) for side in sides_of(item.side, exercise)]


def sides_of(side: Side, exercise: Exercise) -> tuple[Side, ...]:
    """The sides on which this exercise stands for an item of that side."""
    if exercise.sides == "both":
        return ("both",)
    return ("left", "right") if side == "both" else (side,)


def _eased(item: Item, change: PlanChange) -> Item:
    """By the share by which the change eases the fullest day, and to no more than it names: what the calendar brings meanwhile
    is eased too. One repetition always stays."""
    named = change.to.dose.amount
    share = min(Fraction(named, max(1, change.from_.dose.amount)), Fraction(named, item.dose.amount))
    hold = None if item.hold_s is None else max(1, int(item.hold_s * share))
    less = item.dose.less(min(share, Fraction(1))) or Dose(sets=1, reps=1, hold_s=hold, load=item.load)
    return with_(item, sets=less.sets, reps=less.reps, hold_s=less.hold_s, because=_reasons(item, change))


def _dosed(item: Item, change: PlanChange, exercise: Exercise) -> Item:
    to = change.to
    dosed = with_(
        item,
        sets=to.sets or item.sets,
        reps=to.reps or item.reps,
        hold_s=to.hold_s if to.hold_s is not None else item.hold_s,
        load=to.load if to.load is not None else item.load,
        because=_reasons(item, change),
    )
    if change.change == "progress" and is_heavier(item.load, change.to.load):
        return item
    more = dosed.dose.work_seconds(exercise) - item.dose.work_seconds(exercise)
    if change.change == "progress":
        return item if more < 0 else dosed
    if more > 0:
        return item
    longer = dosed.dose.seconds(exercise) > item.dose.seconds(exercise)
    return _within_its_sets(item, change) if longer else dosed


def _within_its_sets(item: Item, change: PlanChange) -> Item:
    """As much less as the change names, without the rests that its further sets would add to this day."""
    less = item.dose.less(min(Fraction(1), Fraction(change.to.dose.amount, item.dose.amount))) or item.dose
    return with_(item, sets=less.sets, reps=less.reps, hold_s=less.hold_s, because=_reasons(item, change))


def _taken_over(item: Item, change: PlanChange, exercise: Exercise, side: Side) -> Item:
    hold = exercise.dose.hold_s
    return Item(
        exercise=exercise.id,
        side=side,
        sets=change.to.sets or exercise.dose.sets.low,
        reps=change.to.reps or exercise.dose.reps.low,
        hold_s=change.to.hold_s or (hold.low if hold else None),
        rest_s=exercise.dose.rest_s,
        load=change.to.load,
        because=_reasons(item, change),
    )


def _reasons(item: Item, change: PlanChange) -> tuple[Why, ...]:
    new = (Why(id=reason.id, says=reason.says) for reason in change.because)
    return tuple(dict.fromkeys((*item.because, *new)))


def _shorten(day: Day, change: PlanChange, *, minutes: int, catalogue: Catalogue) -> Day:
    """What comes in and takes longer is shortened, step by step, and at last left out. Both sides shrink together and go
    together: the one that asks for less never goes first."""
    exercise = catalogue.exercises[new_exercise(change)]
    while counted_minutes(day) > minutes:
        shorter = _without_or_less(day, exercise, catalogue)
        if shorter == day:
            return day
        day = shorter
    return day


def _without_or_less(day: Day, exercise: Exercise, catalogue: Catalogue) -> Day:
    """Each item of this exercise one step smaller; once none can be, without them."""
    less = _with_each(day, exercise.id, lambda item: _smaller(item, exercise), catalogue)
    return less if less != day else _with_each(day, exercise.id, lambda _: None, catalogue)


def _with_each(day: Day, exercise: str, made: Callable[[Item], Item | None], catalogue: Catalogue) -> Day:
    """The day with something else, or nothing, for each item of this exercise that counts toward the minutes."""
    sessions = []
    for session in day.sessions:
        if session.kind in UNCOUNTED_KINDS or all(item.exercise != exercise for item in session.items):
            sessions.append(session)
            continue
        items = [made(item) if item.exercise == exercise else item for item in session.items]
        changed = with_items(session, [item for item in items if item is not None], catalogue)
        sessions += [changed] if changed else []
    return with_(day, sessions=tuple(sessions))


def _smaller(item: Item, exercise: Exercise) -> Item:
    """Repetitions to the low end of the range, then sets, repetitions and the hold: as far down as one repetition, held for
    the shortest time of its range."""
    if item.reps > exercise.dose.reps.low:
        return with_(item, reps=item.reps - 1)
    if item.sets > 1:
        return with_(item, sets=item.sets - 1)
    if item.reps > 1:
        return with_(item, reps=item.reps - 1)
    hold = exercise.dose.hold_s
    return with_(item, hold_s=hold.low) if hold and item.hold_s and item.hold_s > hold.low else item


def _breaks(breaks: tuple[MicroBreak, ...], change: PlanChange) -> tuple[MicroBreak, ...]:
    """A movement that hurts leaves the breaks too: another of the day's takes its turn, or a short walk."""
    others = sorted({pause.exercise for pause in breaks} - {change.exercise})
    kept: list[MicroBreak] = []
    for number, pause in enumerate(breaks):
        if pause.exercise != change.exercise:
            kept.append(pause)
            continue
        near = {kept[-1].exercise} if kept else set()
        near |= {later.exercise for later in breaks[number + 1 : number + 2]}
        free = [other for other in others if other not in near] or others
        kept += [with_(pause, exercise=free[number % len(free)])] if free else []
    return tuple(kept)
