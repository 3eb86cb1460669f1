"""The plan as a calendar file: sessions at a time of day, micro-breaks at theirs. Times are local to whoever opens it.

when        at the usual time of that part of the day; nearest to it where the person sits or another session is; a break
            that would fall into a session is left out, since the session is one
which       an event's name holds its day, its place in the day and the person's plan: the same after a change of the plan
changed     its sequence counts the changes of the plan, and its stamp grows with it, so that calendars take the newer one
gone        what an earlier version of this plan held and this one does not is sent as cancelled
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from psoas.catalogue.catalogue import Catalogue
from psoas.exchange.documents import write_document
from psoas.planning.plan import Day, MicroBreak, PartOfDay, Plan, Session
from psoas.screening.intake import Sitting
from psoas.vocabulary.calendar import minutes_of, weekday_of

START_OF: dict[PartOfDay, time] = {"morning": time(8), "midday": time(12, 30), "any": time(17), "evening": time(19, 30)}
EARLIEST, LATEST, STEP = 5 * 60, 22 * 60 + 30, 5
"""Minutes since midnight between which a session may be moved, and in what steps."""
MIDNIGHT = 24 * 60
Busy = tuple[int, int]
"""From and to, in minutes since midnight."""


def write_ics(plan: Plan, *, catalogue: Catalogue, former: Iterable[Plan] = (), sequence: int | None = None) -> str:
    """The plan as iCalendar (RFC 5545), the same bytes for the same plan. `former`: its earlier versions."""
    count = _changes(plan) if sequence is None else sequence
    stamp = _revised(plan) + timedelta(seconds=count)
    events = {str(event["uid"]): event for event in _plan_events(plan, catalogue)}
    gone = {str(event["uid"]): event for earlier in former for event in _plan_events(earlier, catalogue)}
    calendar = Calendar()
    calendar.add("prodid", "-//Psoas//Psoas//EN")
    calendar.add("version", "2.0")
    for uid, event in {**gone, **events}.items():
        event.add("dtstamp", stamp)
        event.add("sequence", count)
        if uid not in events:
            event.add("status", "CANCELLED")
        calendar.add_component(event)
    return str(calendar.to_ical().decode())


def _changes(plan: Plan) -> int:
    return len(plan.applied) + sum(made.undone_on is not None for made in plan.applied)


def _revised(plan: Plan) -> datetime:
    """The day of the last change, at the earliest the plan's first day."""
    days = [plan.start, *(day for made in plan.applied for day in (made.on, made.undone_on) if day is not None)]
    return datetime.combine(max(days), time(), UTC)


def _plan_events(plan: Plan, catalogue: Catalogue) -> Iterator[Event]:
    whose = sha256(f"{plan.start} {write_document(plan.intake)}".encode()).hexdigest()[:12]
    for day in (day for week in plan.weeks for day in week.days):
        yield from _events(day, plan.intake.sitting, whose, catalogue)


def _events(day: Day, sitting: tuple[Sitting, ...], whose: str, catalogue: Catalogue) -> Iterator[Event]:
    taken: list[Busy] = []
    for number, session in enumerate(day.sessions, start=1):
        start = _start(session, (*_sitting_on(day.date, sitting), *taken))
        taken.append((start, start + session.minutes))
        yield _session(session, day.date, start, f"{day.date:%Y%m%d}-session-{number}-{whose}", catalogue)
    for pause in day.micro_breaks:
        if not _overlaps((minutes_of(pause.at), minutes_of(pause.at) + 1), taken):
            yield _break(pause, day.date, f"{day.date:%Y%m%d}-break-{pause.at.replace(':', '')}-{whose}", catalogue)


def _start(session: Session, busy: Iterable[Busy]) -> int:
    """The free minute nearest to the usual one; the usual one where the whole day is taken."""
    usual = START_OF[session.part_of_day].hour * 60 + START_OF[session.part_of_day].minute
    starts = sorted(range(EARLIEST, LATEST + 1, STEP), key=lambda start: abs(start - usual))
    held = tuple(busy)
    return next((start for start in starts if not _overlaps((start, start + session.minutes), held)), usual)


def _sitting_on(day: date, sitting: tuple[Sitting, ...]) -> Iterator[Busy]:
    """The hours of this day that the person sits; a window over midnight also takes the morning after."""
    for window in sitting:
        begin, end = minutes_of(window.from_), minutes_of(window.to)
        over_midnight = end <= begin
        if weekday_of(day) in window.days:
            yield (begin, MIDNIGHT if over_midnight else end)
        if over_midnight and weekday_of(day - timedelta(days=1)) in window.days:
            yield (0, end)


def _overlaps(one: Busy, others: Iterable[Busy]) -> bool:
    return any(one[0] < end and begin < one[1] for begin, end in others)


def _session(session: Session, day: date, start: int, uid: str, catalogue: Catalogue) -> Event:
    event = _event(uid, day, start, session.minutes)
    names = dict.fromkeys(catalogue.exercises[item.exercise].names.plain for item in session.items)
    event.add("summary", f"Psoas: {session.kind}, {session.minutes} min")
    event.add("description", "\n".join(names))
    return event


def _break(pause: MicroBreak, day: date, uid: str, catalogue: Catalogue) -> Event:
    event = _event(uid, day, minutes_of(pause.at), 1)
    event.add("summary", f"Psoas: {catalogue.exercises[pause.exercise].names.plain}")
    return event


def _event(uid: str, day: date, start: int, minutes: int) -> Event:
    begin = datetime.combine(day, time()) + timedelta(minutes=start)
    event = Event()
    event.add("uid", f"{uid}@psoas")
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=minutes))
    return event
