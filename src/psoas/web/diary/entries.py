"""What was filled in becomes a diary entry; what was left empty stays absent."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from psoas import journey
from psoas.diary.entry import Entry
from psoas.exchange.documents import read_part
from psoas.web.situation import Situation

DAY_FIELDS = ("mobility", "sleep", "worry", "minutes_walked", "symptoms", "relief", "adverse_event", "note")
PAIN_FIELDS = ("before", "during", "after")
Movements = tuple[tuple[str, str], ...]


def movements_of(now: Situation, on: date, *, sent_too: Iterable[str] = ()) -> Movements:
    """What could be told about: the movements of that day's page, whatever was done besides, and what the sent page showed.

    The plan may have changed since the page was opened; what was said of a movement is said of that movement.
    """
    day = journey.day_of(now.plan, on) if now.plan else None
    planned = [(item.exercise, item.side) for session in (day.sessions if day else ()) for item in session.items]
    done = [(done.exercise, done.side) for entry in now.diary.entries if entry.on == on for done in entry.exercises]
    return tuple(dict.fromkeys((*planned, *done, *filter(None, map(_named, sent_too)))))


def _named(field: str) -> tuple[str, str] | None:
    """The movement a field is about: `felt-clamshell-left`."""
    what, _, rest = field.partition("-")
    exercise, _, side = rest.rpartition("-")
    known = journey.catalogue().exercises.get(exercise)
    if what not in ("felt", "pain", "effort") or known is None:
        return None
    return (exercise, side) if side in (("both",) if known.sides == "both" else ("left", "right")) else None


def entry_of(said: Mapping[str, Any], *, on: date, movements: Movements) -> Entry:
    """The entry these answers make."""
    document: dict[str, Any] = {"on": on.isoformat()}
    document |= {field: said[field] for field in DAY_FIELDS if said.get(field) not in (None, "", [])}
    if pain := {field: said[field] for field in PAIN_FIELDS if said.get(field) is not None}:
        document["pain"] = pain
    if told := [row for movement in movements if (row := _told(said, *movement))]:
        document["exercises"] = told
    return read_part(document, "entry")  # type: ignore[no-any-return]  # the name says the type


def _told(said: Mapping[str, Any], exercise: str, side: str) -> dict[str, Any] | None:
    """A row for a movement of which something was said."""
    key = f"{exercise}-{side}"
    marks = {field: int(said[f"{field}-{key}"]) for field in ("pain", "effort") if said.get(f"{field}-{key}")}
    felt = said.get(f"felt-{key}")
    if not marks and not felt:
        return None
    return {"exercise": exercise, "side": side, **marks, **({"felt": felt} if felt else {})}
