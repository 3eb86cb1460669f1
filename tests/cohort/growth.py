"""How fast a pattern's load grows, and whether the person was ready for it.

Both compare a week with the most that any week before it asked of the same movements, so a dose that comes back after it was
eased is no growth, and neither is a new rung, which begins at its own dose. A pattern's first week is its start.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from cohort.life import Life, Turn
from cohort.load import items_of, load_by_pattern, pattern_of
from psoas.catalogue.catalogue import load
from psoas.planning.plan import Day, Item

GROWTH = 1.2
ROUNDING_S = 1
LOOK_BACK_DAYS = 21
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
    named = [_movements(days) for days in life.weeks]
    for week in range(1, len(loads)):
        for pattern, amount in loads[week].items():
            alike = [loads[old][pattern] for old in range(week) if named[old].get(pattern) == named[week][pattern]]
            if alike and amount > max(alike):
                yield week + 1, pattern, max(alike), amount


def _movements(days: Iterable[Day]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for item in items_of(days):
        pattern = pattern_of(load().exercises[item.exercise])
        if pattern:
            found.setdefault(pattern, set()).add(item.exercise)
    return found


def _ready(turn: Turn) -> set[str]:
    """Patterns whose last two sessions were done with every set and repetition, none of whose rows was made easier; and those
    to which a former dose is given back."""
    asked = _asked(turn)
    full: dict[str, dict[date, bool]] = {}
    for entry in turn.diary.entries:
        for row in entry.exercises:
            item, pattern = asked.get((entry.on, row.exercise, row.side)), pattern_of(load().exercises[row.exercise])
            if item and pattern:
                done = (row.sets or 0) >= item.sets and (row.reps or 0) >= item.reps
                days = full.setdefault(pattern, {})
                days[entry.on] = done and days.get(entry.on, True)
    ready = {pattern for pattern, days in full.items() if list(days.values())[-2:] == [True, True]}
    return (ready - _changed(turn, LESS)) | _changed(turn, frozenset({"restore"}))


def _changed(turn: Turn, kinds: frozenset[str]) -> set[str]:
    changed = (load().exercises[change.exercise] for change in turn.changes.changes if change.change in kinds)
    return {pattern for exercise in changed if (pattern := pattern_of(exercise))}


def _asked(turn: Turn) -> dict[tuple[date, str, str], Item]:
    since = turn.on - timedelta(days=LOOK_BACK_DAYS)
    days = (day for week in turn.before.weeks for day in week.days if since <= day.date < turn.on)
    return {(day.date, item.exercise, item.side): item for day in days for item in items_of([day])}
