"""How fast a pattern's load grows, and whether the person was ready for it.

Both compare a week with the most that any week before it asked, so a dose that comes back after it was eased is no growth; a
pattern's first week is its start.
"""

from collections.abc import Iterator
from datetime import timedelta

from cohort.life import Life, Turn
from cohort.load import items_of, load_by_pattern, pattern_of
from psoas.catalogue.catalogue import load
from psoas.planning.plan import Item

GROWTH = 1.2
ROUNDING_S = 1
LESS = frozenset({"ease", "reduce", "replace", "stop"})


def grew(life: Life) -> Iterator[str]:
    """Weeks in which a pattern asks for over a fifth more than before."""
    for week, pattern, most, amount in _risen(life):
        if amount > GROWTH * most + ROUNDING_S:
            yield f"{pattern} week {week}: {most} to {amount} s"


def marched(life: Life) -> Iterator[str]:
    """Weeks in which a pattern grew though its last week was not done twice in full, or one of its rows was made easier."""
    ready = {turn.week + 1: _ready(turn) for turn in life.turns}
    for week, pattern, most, amount in _risen(life):
        if pattern not in ready[week]:
            yield f"{pattern} week {week}: {most} to {amount} s"


def _risen(life: Life) -> Iterator[tuple[int, str, int, int]]:
    loads = [load_by_pattern(days) for days in life.weeks]
    for week in range(1, len(loads)):
        for pattern, amount in loads[week].items():
            most = max(known[pattern] for known in loads[:week])
            if most and amount > most:
                yield week + 1, pattern, most, amount


def _ready(turn: Turn) -> set[str]:
    """Patterns of which two sessions of the last week were done with every set and repetition, none of them made easier."""
    asked = _asked(turn)
    full: dict[str, set[object]] = {}
    for entry in turn.diary.entries[-7:]:
        for row in entry.exercises:
            item, pattern = asked.get((entry.on, row.exercise, row.side)), pattern_of(load().exercises[row.exercise])
            if item and pattern and (row.sets or 0) >= item.sets and (row.reps or 0) >= item.reps:
                full.setdefault(pattern, set()).add(entry.on)
    eased = {pattern_of(load().exercises[change.exercise]) for change in turn.changes.changes if change.change in LESS}
    return {pattern for pattern, days in full.items() if len(days) > 1 and pattern not in eased}


def _asked(turn: Turn) -> dict[tuple[object, str, str], Item]:
    since = turn.on - timedelta(days=7)
    days = (day for week in turn.before.weeks for day in week.days if since <= day.date < turn.on)
    return {(day.date, item.exercise, item.side): item for day in days for item in items_of([day])}
