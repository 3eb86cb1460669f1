"""What was filled in becomes a diary entry; what was left empty stays absent."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from psoas import journey
from psoas.diary.entry import Done, Entry, EntryPain
from psoas.vocabulary.body import Side
from psoas.web.situation import Situation

Movement = tuple[str, Side]
Movements = tuple[Movement, ...]


def movements_of(now: Situation, on: date, *, sent_too: Iterable[str] = ()) -> Movements:
    """What could be told about: the movements of that day's page, whatever was done besides, and what the sent page showed.

    The plan may have changed since the page was opened; what was said of a movement is said of that movement.
    """
    day = journey.day_of(now.plan, on) if now.plan else None
    planned = [(item.exercise, item.side) for session in (day.sessions if day else ()) for item in session.items]
    done = [(done.exercise, done.side) for entry in now.diary.entries if entry.on == on for done in entry.exercises]
    return tuple(dict.fromkeys((*planned, *done, *filter(None, map(_named, sent_too)))))


def _named(field: str) -> Movement | None:
    """The movement a field is about: `felt-clamshell-left`."""
    what, _, rest = field.partition("-")
    exercise, _, side = rest.rpartition("-")
    known = journey.catalogue().exercises.get(exercise)
    if what not in ("felt", "pain", "effort") or known is None:
        return None
    sides: tuple[Side, ...] = ("both",) if known.sides == "both" else ("left", "right")
    return next(((exercise, one) for one in sides if one == side), None)


def entry_of(said: Mapping[str, Any], *, on: date, movements: Movements) -> Entry:
    """The entry these answers make."""
    pain = EntryPain(before=said.get("before"), during=said.get("during"), after=said.get("after"))
    return Entry(
        on=on,
        pain=pain if pain != EntryPain() else None,
        mobility=said.get("mobility"),
        exercises=tuple(row for movement in movements if (row := _told(said, *movement))),
        relief=tuple(said.get("relief") or ()),
        minutes_walked=said.get("minutes_walked"),
        symptoms=tuple(said.get("symptoms") or ()),
        sleep=said.get("sleep"),
        worry=said.get("worry"),
        adverse_event=said.get("adverse_event") or None,
        note=said.get("note") or None,
    )


def _told(said: Mapping[str, Any], exercise: str, side: Side) -> Done | None:
    """A row for a movement of which something was said."""
    key = f"{exercise}-{side}"
    pain, effort = (int(mark) if (mark := said.get(f"{field}-{key}")) else None for field in ("pain", "effort"))
    done = Done(exercise=exercise, side=side, pain=pain, effort=effort, felt=said.get(f"felt-{key}") or None)
    return None if done == Done(exercise=exercise, side=side) else done
