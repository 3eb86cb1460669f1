"""The plan as a calendar file: sessions at a time of day, breaks at theirs where they are wanted. Times are local to whoever
opens it.

when        at the usual time of that part of the day; nearest to it where the person sits (unless that is chosen) or another
            session is; a break that would fall into a session is left out, since the session is one
which       an event's name holds its day, its place in the day and the person's plan: the same after a change of the plan
changed     its sequence counts the changes, and its stamp grows with it, so that calendars take the newer one
gone        what an earlier plan held for these days and this one does not, and what falls into a pause, is sent as cancelled
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from psoas.catalogue.catalogue import Catalogue
from psoas.diary.pause import Pause
from psoas.exchange.documents import write_document
from psoas.planning.plan import Day, PartOfDay, Plan, Session
from psoas.screening.intake import Sitting
from psoas.vocabulary.dates import minutes_of, weekday_of
from psoas.vocabulary.value import value

if TYPE_CHECKING:
    from icalendar import Event

START_OF: dict[PartOfDay, time] = {"morning": time(8), "midday": time(12, 30), "any": time(17), "evening": time(19, 30)}
EARLIEST, LATEST, STEP = 5 * 60, 22 * 60 + 30, 5
"""Minutes since midnight between which a session may be moved, and in what steps."""
MIDNIGHT = 24 * 60
Busy = tuple[int, int]
"""From and to, in minutes since midnight."""


@value
class CalendarChoice:
    """What a person chose for the calendar."""

    breaks: bool = True
    while_sitting: bool = False
    """Sessions may stand in the hours that the person sits."""
    kinds: tuple[tuple[str, str], ...] = ()
    """Names of the kinds of session in the person's language; without one the kind's own word."""


@value
class Slot:
    """One event, before it is written."""

    uid: str
    on: date
    start: int
    """Minutes since midnight."""
    minutes: int
    summary: str
    description: str = ""


USUAL = CalendarChoice()


def write_ics(
    plan: Plan,
    *,
    catalogue: Catalogue,
    former: Iterable[Plan] = (),
    sequence: int | None = None,
    choice: CalendarChoice = USUAL,
    pause: Pause | None = None,
) -> str:
    """The plan as iCalendar (RFC 5545), the same bytes for the same plan.

    `former`: the plans before this one; of those, what stands on the days of this one and is no longer there is cancelled.
    """
    count = _changes(plan) if sequence is None else sequence
    stamp = _revised(plan, pause) + timedelta(seconds=count)
    slots = {slot.uid: slot for slot in _slots(plan, catalogue, choice)}
    open_ = {uid for uid, slot in slots.items() if pause is None or not pause.since <= slot.on < pause.until}
    everything = replace(choice, breaks=True)
    gone = {slot.uid: slot for one in former for slot in _slots(one, catalogue, everything) if slot.on >= plan.start}
    from icalendar import Calendar  # noqa: PLC0415  # a tenth of what Python does at a phone's first start, for a file few ask for

    calendar = Calendar()
    calendar.add("prodid", "-//Psoas//Psoas//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for uid, slot in {**gone, **slots}.items():
        calendar.add_component(_event(slot, stamp, count, cancelled=uid not in open_))
    return str(calendar.to_ical().decode())


def _changes(plan: Plan) -> int:
    return len(plan.applied) + sum(made.undone_on is not None for made in plan.applied)


def _revised(plan: Plan, pause: Pause | None) -> datetime:
    """The day of the last change, at the earliest the plan's first day."""
    days = [plan.start, *(day for made in plan.applied for day in (made.on, made.undone_on) if day is not None)]
    return datetime.combine(max([*days, *([pause.since] if pause else [])]), time(), UTC)


def _slots(plan: Plan, catalogue: Catalogue, choice: CalendarChoice) -> Iterator[Slot]:
    whose = _whose(plan)
    for day in (day for week in plan.weeks for day in week.days):
        sits = () if choice.while_sitting else tuple(_sitting_on(day.date, plan.intake.sitting))
        yield from _slots_of(day, sits, whose, catalogue, choice)


def _whose(plan: Plan) -> str:
    """The plan and the person; not what they like, which changes while a plan runs."""
    person = replace(plan.intake, emphasis=None, clinician_limits=())
    return sha256(f"{plan.start} {write_document(person)}".encode()).hexdigest()[:12]


def _slots_of(day: Day, sits: tuple[Busy, ...], whose: str, catalogue: Catalogue, choice: CalendarChoice) -> Iterator[Slot]:
    taken: list[Busy] = []
    kinds = dict(choice.kinds)
    for number, session in enumerate(day.sessions, start=1):
        start = _start(session, (*sits, *taken))
        taken.append((start, start + session.minutes))
        names = dict.fromkeys(catalogue.exercises[item.exercise].names.plain for item in session.items)
        yield Slot(
            uid=f"{day.date:%Y%m%d}-session-{number}-{whose}",
            on=day.date,
            start=start,
            minutes=session.minutes,
            summary=f"Psoas: {kinds.get(session.kind, session.kind)}, {session.minutes} min",
            description="\n".join(names),
        )
    for pause in day.micro_breaks if choice.breaks else ():
        at, uid = minutes_of(pause.at), f"{day.date:%Y%m%d}-break-{pause.at.replace(':', '')}-{whose}"
        if not _overlaps((at, at + 1), taken):
            name = catalogue.exercises[pause.exercise].names.plain
            yield Slot(uid=uid, on=day.date, start=at, minutes=1, summary=f"Psoas: {name}")


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


def _event(slot: Slot, stamp: datetime, count: int, *, cancelled: bool) -> "Event":
    begin = datetime.combine(slot.on, time()) + timedelta(minutes=slot.start)
    from icalendar import Event  # noqa: PLC0415  # as above

    event = Event()
    event.add("uid", f"{slot.uid}@psoas")
    event.add("dtstamp", stamp)
    event.add("sequence", count)
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=slot.minutes))
    event.add("summary", slot.summary)
    if slot.description:
        event.add("description", slot.description)
    if cancelled:
        event.add("status", "CANCELLED")
    return event
