"""What of the plan was done, on the days we know of.

A day without an entry is unknown: it counts neither as done nor as missed. There is no streak here and nothing to break:
the figures say how much happened, and of how many days they speak.
"""

from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.diary.entry import Diary, Done, Entry
from psoas.planning.plan import Day, Plan, Session
from psoas.planning.short_session import lengths
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

Movement = tuple[str, Side]


@value
class DayDone:
    """One day: how many planned movements were done, out of how many; `done` is None where the day was not logged."""

    on: date
    planned: int
    done: int | None
    extra: int = 0
    """Movements done beside the plan: welcome, and not counted against it."""


@value
class Adherence:
    days: tuple[DayDone, ...]
    planned: int
    """Movements planned on the days that were logged."""
    done: int
    known_days: int
    unknown_days: int

    @property
    def share(self) -> float | None:
        """Done of planned, 0 to 1; None where no logged day had anything planned."""
        return self.done / self.planned if self.planned else None


def adherence(plan: Plan, diary: Diary, *, since: date, until: date) -> Adherence:
    """What was done of the plan from `since` to `until`, both among them."""
    entries = {entry.on: entry for entry in diary.entries}
    days = tuple(_day(day, entries.get(day.date)) for week in plan.weeks for day in week.days if since <= day.date <= until)
    known = [day for day in days if day.done is not None]
    return Adherence(
        days=days,
        planned=sum(day.planned for day in known),
        done=sum(day.done or 0 for day in known),
        known_days=len(known),
        unknown_days=len(days) - len(known),
    )


def was_done(done: Done) -> bool:
    """Was any of it done? Sets or repetitions of 0 say no; a missing number says nothing, and the row itself says yes."""
    return done.sets != 0 and done.reps != 0


def _day(day: Day, entry: Entry | None) -> DayDone:
    planned = {(item.exercise, item.side) for session in day.sessions for item in session.items}
    if entry is None:
        return DayDone(on=day.date, planned=len(planned), done=None)
    done: set[Movement] = {(row.exercise, row.side) for row in entry.exercises if was_done(row)}
    return DayDone(on=day.date, planned=len(planned), done=len(planned & done), extra=len(done - planned))


def sessions_done(plan: Plan, day: Day, entry: Entry | None, *, catalogue: Catalogue) -> tuple[bool, ...]:
    """For each session of the day, was it done? One is when half or more of its movements stand in the day's entry, whatever
    replaced them since; or all that a shorter way to do it asks for."""
    did = _did(plan, day.date, entry)
    return tuple(_is_session_done(session, did, catalogue) for session in day.sessions)


def _did(plan: Plan, on: date, entry: Entry | None) -> set[Movement]:
    """What was done; what took its place since, because it hurt, need not be done as well."""
    did = {(done.exercise, done.side) for done in entry.exercises} if entry else set()
    for made in plan.applied:
        change = made.change
        if made.on == on and change.to.exercise and (change.exercise, change.side) in did:
            sides: tuple[Side, ...] = ("left", "right", "both") if change.side == "both" else (change.side, "both")
            did.update((change.to.exercise, side) for side in sides)
    return did


def _is_session_done(session: Session, did: set[Movement], catalogue: Catalogue) -> bool:
    wanted = _movements(session)
    most = bool(wanted) and 2 * len(wanted & did) >= len(wanted)
    return most or any(_movements(less.session) <= did for less in lengths(session, catalogue=catalogue))


def _movements(session: Session) -> set[Movement]:
    return {(item.exercise, item.side) for item in session.items}
