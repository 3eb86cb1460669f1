"""A pause: days on which nothing is due, because of an illness or a holiday, until a day that the person names.

It changes no plan. While it runs nobody is reminded; afterwards the gap is read like any other gap, so that the way back
is as gentle as after one. Whoever moves meanwhile has come back, and the pause is over.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from typing import Literal, get_args

from psoas.diary.entry import Entry
from psoas.vocabulary.value import value

PauseWhy = Literal["illness", "holiday", "other"]
MOST = timedelta(days=183)
"""Half a year: further ahead nobody knows how they will be (a design choice)."""


@value
class Pause:
    why: PauseWhy
    since: date
    until: date
    """The first day back."""


def runs(pause: Pause, entries: Iterable[Entry], *, today: date) -> bool:
    """Is nothing due today?"""
    moved = any(entry.exercises for entry in entries if pause.since < entry.on <= today)
    return pause.since <= today < pause.until and not moved


def written(pause: Pause) -> str:
    """One line, as it is kept: `illness 2026-11-30 2026-12-10`."""
    return f"{pause.why} {pause.since} {pause.until}"


def read_pause(line: str) -> Pause | None:
    """The pause that a line tells; None where it tells none, also where a file brought something else."""
    words = line.split()
    if len(words) != len(("why", "since", "until")) or words[0] not in get_args(PauseWhy):
        return None
    with suppress(ValueError):
        since, until = date.fromisoformat(words[1]), date.fromisoformat(words[2])
        if since < until <= since + MOST:
            return Pause(why=words[0], since=since, until=until)  # type: ignore[arg-type]  # one of the three
    return None
