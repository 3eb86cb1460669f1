"""What the outbox of a browser sends: a key, what kind of entry it is, and the entry."""

import re
from typing import Any, cast, get_args

from psoas.diary.entry import Diary, Entry, Kind
from psoas.exchange.check import check
from psoas.exchange.documents import read_part
from psoas.exchange.json_text import read_json
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.value import value
from psoas.web import clock

KEY = re.compile(r"[0-9A-Za-z-]{8,80}")
KINDS = tuple(kind for kind in get_args(Kind) if kind != "imported")


@value
class Parcel:
    key: str
    kind: Kind
    entry: Entry


def read_parcel(content: bytes) -> Parcel:
    """The parcel, or BadInput naming the field. `kind` may be absent: then it is a session."""
    said = read_json(content)
    if not isinstance(said, dict) or not {"key", "entry"} <= set(said) <= {"key", "entry", "kind"}:
        raise BadInput("entry", "an object with key, entry and, if you like, kind")
    entry = read_part(said["entry"], "entry")
    check(Diary(entries=(entry,)), today=clock.today())
    return Parcel(key=_key(said["key"]), kind=_kind(said.get("kind", "session")), entry=entry)


def _key(said: Any) -> str:
    if not isinstance(said, str) or not KEY.fullmatch(said):
        raise BadInput("key", "8 to 80 letters, digits or hyphens")
    return said


def _kind(said: Any) -> Kind:
    if said not in KINDS:
        raise BadInput("kind", ", ".join(KINDS))
    return cast("Kind", said)
