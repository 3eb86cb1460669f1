"""What the outbox of a browser sends: a key, what kind of entry it is, and the entry."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal, cast, get_args
from uuid import uuid4

from psoas.diary.entry import Diary, Entry
from psoas.exchange.document_check import check
from psoas.exchange.documents import read_part
from psoas.exchange.json_text import read_json
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.value import value
from psoas.web import clock

KEY = re.compile(r"[0-9A-Za-z-]{8,80}")
DAY = timedelta(days=1)
OLDEST = timedelta(days=366)
"""What waited longer on a device was told by somebody in another place in life, or under a clock that was lost."""
ParcelKind = Literal["session", "log", "check"]
"""How an entry is told in a browser: every kind but the one that a file brings."""


def new_key() -> str:
    """The key of a form: sent twice, it is kept once."""
    return uuid4().hex


@value
class Parcel:
    """What a browser's outbox sends."""

    key: str
    kind: ParcelKind
    entry: Entry
    beginning: str | None = None
    """The mark of the records it was written for; None from a sender that knows of none."""


def read_parcel(content: bytes) -> Parcel:
    """The parcel, or BadInput naming the field. `kind` may be absent: then it is a session."""
    said = read_json(content)
    if not isinstance(said, dict) or not {"key", "entry"} <= set(said) <= {"key", "entry", "kind", "beginning"}:
        raise BadInput("entry", "an object with key, entry and, if you like, kind and beginning")
    entry = read_part(said["entry"], Entry)
    today = clock.today()
    check(Diary(entries=(entry,)), today=today)
    kind, beginning = _kind(said.get("kind", "session")), said.get("beginning")
    return Parcel(key=_key(said["key"]), kind=kind, entry=_on_our_day(entry, today), beginning=beginning)


def _on_our_day(entry: Entry, today: date) -> Entry:
    """A device may be a day ahead: that is filed today, where everything that watches over safety reads it at once."""
    if entry.on > today + DAY:
        raise BadInput("on", f"a day not later than {today + DAY}; this machine's day is {today}")
    if entry.on < today - OLDEST:
        raise BadInput("on", f"a day not earlier than {today - OLDEST}; this machine's day is {today}")
    return replace(entry, on=min(entry.on, today))


def _key(said: Any) -> str:
    if not isinstance(said, str) or not KEY.fullmatch(said):
        raise BadInput("key", "8 to 80 letters, digits or hyphens")
    return said


def _kind(said: Any) -> ParcelKind:
    if said not in get_args(ParcelKind):
        raise BadInput("kind", ", ".join(get_args(ParcelKind)))
    return cast("ParcelKind", said)
