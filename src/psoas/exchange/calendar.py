"""The plan as a calendar file: sessions at a time of day, micro-breaks at theirs. Times are local to whoever opens it."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.plan import Day, MicroBreak, PartOfDay, Plan, Session
from psoas.vocabulary.calendar import minutes_of

START_OF: dict[PartOfDay, time] = {"morning": time(8), "midday": time(12, 30), "any": time(17), "evening": time(19, 30)}
BREAK = timedelta(minutes=1)


def write_ics(plan: Plan, *, catalogue: Catalogue) -> str:
    """The plan as iCalendar (RFC 5545), the same bytes for the same plan."""
    calendar = Calendar()
    calendar.add("prodid", "-//Psoas//Psoas//EN")
    calendar.add("version", "2.0")
    made = datetime.combine(plan.start, time(), UTC)
    for day in (day for week in plan.weeks for day in week.days):
        for event in _events(day, catalogue):
            event.add("dtstamp", made)
            calendar.add_component(event)
    return str(calendar.to_ical().decode())


def _events(day: Day, catalogue: Catalogue) -> list[Event]:
    starts: dict[PartOfDay, datetime] = {part: datetime.combine(day.date, at) for part, at in START_OF.items()}
    events = []
    for number, session in enumerate(day.sessions, start=1):
        start = starts[session.part_of_day]
        starts[session.part_of_day] = start + timedelta(minutes=session.minutes)
        events.append(_session(session, start, number, catalogue))
    return events + [_break(pause, day, catalogue) for pause in day.micro_breaks]


def _session(session: Session, start: datetime, number: int, catalogue: Catalogue) -> Event:
    event = _event(f"{start:%Y%m%d}-session-{number}", start, timedelta(minutes=session.minutes))
    names = dict.fromkeys(catalogue.exercises[item.exercise].names.plain for item in session.items)
    event.add("summary", f"Psoas: {session.kind}, {session.minutes} min")
    event.add("description", "\n".join(names))
    return event


def _break(pause: MicroBreak, day: Day, catalogue: Catalogue) -> Event:
    minutes = minutes_of(pause.at)
    start = datetime.combine(day.date, time(minutes // 60, minutes % 60))
    event = _event(f"{start:%Y%m%dT%H%M}-break", start, BREAK)
    event.add("summary", f"Psoas: {catalogue.exercises[pause.exercise].names.plain}")
    return event


def _event(uid: str, start: datetime, length: timedelta) -> Event:
    event = Event()
    event.add("uid", f"{uid}@psoas")
    event.add("dtstart", start)
    event.add("dtend", start + length)
    return event
