"""What a change replaced, kept small: the touched items alone, and days that were alike together.

kept       a change touches one movement and side, and what comes in its place; nothing else of a day is remembered
put back   those items return to their session, in the order of the body's level; a session that had gone is made again
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace as with_
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.amendment import new_exercise, sides_of, with_items
from psoas.planning.plan import (
    Applied,
    Day,
    Former,
    FormerBreaks,
    MicroBreak,
    PartOfDay,
    PlanChange,
    Session,
    SessionKind,
)
from psoas.vocabulary.body import Side

Key = tuple[str, Side]
Place = tuple[SessionKind, PartOfDay]
KEEP_MOVING_REASON = "keep-moving"
"""An easy session that stands where a change had left nothing: it goes when something comes back."""


def touched(change: PlanChange, catalogue: Catalogue) -> frozenset[Key]:
    """The movements and sides that a change takes from or gives to a day."""
    exercise = catalogue.exercises[new_exercise(change)]
    return frozenset({(change.exercise, change.side), *((exercise.id, side) for side in sides_of(change.side, exercise))})


def formers_of(days: Iterable[tuple[Day, Day]], change: PlanChange, catalogue: Catalogue) -> tuple[Former, ...]:
    """From pairs of a day before and after: what stood there, days with the same content together."""
    keys = touched(change, catalogue)
    alike: dict[Former, list[date]] = {}
    for before, after in days:
        for place in _changed_places(before, after):
            alike.setdefault(_former(before, place, keys), []).append(before.date)
    return tuple(with_(former, dates=tuple(dates)) for former, dates in alike.items())


def former_breaks_of(days: Iterable[tuple[Day, Day]]) -> tuple[FormerBreaks, ...]:
    """The breaks of days whose breaks changed."""
    alike: dict[tuple[MicroBreak, ...], list[date]] = {}
    for before, after in days:
        if before.micro_breaks != after.micro_breaks:
            alike.setdefault(before.micro_breaks, []).append(before.date)
    return tuple(FormerBreaks(dates=tuple(dates), breaks=breaks) for breaks, dates in alike.items())


def put_back(day: Day, applied: Applied, catalogue: Catalogue) -> Day:
    """The day as it was before this change, as far as the change touched it."""
    keys = touched(applied.change, catalogue)
    for former in applied.items:
        if day.date in former.dates:
            day = _with_items(day, former, keys, catalogue)
    for former_breaks in applied.breaks:
        if day.date in former_breaks.dates:
            day = with_(day, micro_breaks=former_breaks.breaks)
    return day


def only_from(applied: Applied, day: date) -> Applied:
    """The same change, remembering only days from this one on."""
    items = (with_(former, dates=tuple(d for d in former.dates if d >= day)) for former in applied.items)
    breaks = (with_(former, dates=tuple(d for d in former.dates if d >= day)) for former in applied.breaks)
    return with_(
        applied,
        items=tuple(former for former in items if former.dates),
        breaks=tuple(former for former in breaks if former.dates),
    )


def dates_of(applied: Applied) -> frozenset[date]:
    """Every day that undoing could change."""
    items = (day for former in applied.items for day in former.dates)
    breaks = (day for former in applied.breaks for day in former.dates)
    return frozenset((*items, *breaks))


def _changed_places(before: Day, after: Day) -> Iterator[Place]:
    kept = {_place(session): session for session in after.sessions}
    for session in before.sessions:
        if kept.pop(_place(session), None) != session:
            yield _place(session)
    yield from kept


def _place(session: Session) -> Place:
    return session.kind, session.part_of_day


def _former(day: Day, place: Place, keys: frozenset[Key]) -> Former:
    """The touched items of one session, without a date yet."""
    number, session = next(
        ((number, session) for number, session in enumerate(day.sessions) if _place(session) == place),
        (len(day.sessions), None),
    )
    standing = list(enumerate(session.items if session else ()))
    touched_ones = [(at, item) for at, item in standing if (item.exercise, item.side) in keys]
    return Former(
        dates=(),
        kind=place[0],
        part_of_day=place[1],
        items=tuple(item for _, item in touched_ones),
        places=tuple(at for at, _ in touched_ones),
        session=number,
    )


def _with_items(day: Day, former: Former, keys: frozenset[Key], catalogue: Catalogue) -> Day:
    place = (former.kind, former.part_of_day)
    here = next((session for session in day.sessions if _place(session) == place), None)
    kept = [item for item in (here.items if here else ()) if (item.exercise, item.side) not in keys]
    base = here or Session(kind=former.kind, part_of_day=former.part_of_day, minutes=1, items=())
    for at, item in zip(former.places, former.items, strict=True):
        kept.insert(at, item)
    again = with_items(base, kept, catalogue)
    sessions = [again if session is here else session for session in day.sessions]
    if here is None:
        sessions.insert(former.session, again)
    whole = [session for session in sessions if session is not None]
    return with_(day, sessions=tuple(_without_stopgap(whole)))


def _without_stopgap(sessions: list[Session]) -> list[Session]:
    """Once something has come back, the easy session that stood for it goes."""
    real = [session for session in sessions if not _is_stopgap(session)]
    return real or sessions


def _is_stopgap(session: Session) -> bool:
    return all(any(why.id == KEEP_MOVING_REASON for why in item.because) for item in session.items)
