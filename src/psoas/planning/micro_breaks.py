"""Micro-breaks: only inside sitting windows, 45 minutes after sitting down and every 45 minutes from there, or in the rhythm
that the person chose (30-60: ERG-2; no interval is proven best).

A window may pass midnight: its breaks stand on the day on which they come. Windows that overlap or touch are one window. A
day has at most four movements, in turn, so that they can be kept in mind: a short walk where it is open, two of the first
named (source-plan), and another; the next day takes the next of them. None comes twice running where two are open. Floor
movements and what the first hour forbids are no break at work.
"""

from datetime import date, timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.ladder import first_rung, steps_below
from psoas.planning.person import Person
from psoas.planning.plan import MicroBreak
from psoas.screening.intake import Sitting
from psoas.vocabulary.dates import clock_time, minutes_of, weekday_of

EVERY_MIN = 45
LEAST_WINDOW_MIN = 30
DAY_MIN = 24 * 60
TOUCHING_MIN = 1
"""One window that ends at 23:59 and another from 00:00 are one time of sitting."""
SHORT_WALK = "indoor-walk"
MOST_A_DAY = 4
"""Different movements in the breaks of one day (opinion: three or four, repeated, are learned sooner)."""
NAMED_FIRST = ("hip-circles", "seated-hip-opener", "standing-thoracic-rotation", "bodyweight-squat")
"""source-plan; its child's pose is done on the floor and stays at home."""
NAMED_A_DAY = 2


def break_times(sitting: tuple[Sitting, ...], day: date, *, every: int = EVERY_MIN) -> tuple[int, ...]:
    """Minutes since this day's midnight, in order; a window of the evening before goes on into this day."""
    times: list[int] = []
    for start, end in _windows(sitting, day):
        if end - start >= LEAST_WINDOW_MIN:
            times += range(min(start + every, end), end + 1, every)
    return tuple(sorted(at for at in times if 0 <= at < DAY_MIN))


def _windows(sitting: tuple[Sitting, ...], day: date) -> list[tuple[int, int]]:
    """Windows of the day before, of this day and of the next, in minutes from this midnight, joined where they meet."""
    found: list[tuple[int, int]] = []
    for shift in (-1, 0, 1):
        weekday = weekday_of(day + timedelta(days=shift))
        for window in (one for one in sitting if weekday in one.days):
            start, end = minutes_of(window.from_), minutes_of(window.to)
            over = DAY_MIN if end < start else 0
            if start != end:
                found.append((shift * DAY_MIN + start, shift * DAY_MIN + end + over))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1] + TOUCHING_MIN:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def break_movements(person: Person, *, open_: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """What this person may do in a break, the walk last. After surgery, and where nothing else is open, only a short walk; who
    may not walk then moves where they sit.

    With strong pain, unsteady, after a fusion or from 60 only the rungs on which this person begins.
    """
    walks = [walk for walk in (SHORT_WALK, "walking") if walk in open_][:1]
    if person.restricted and walks:
        return tuple(walks)
    exercises = [catalogue.exercises[exercise] for exercise in open_]
    moves = [e for e in exercises if e.micro_break and e.id != SHORT_WALK and e.first_hour and e.demands.surface != "floor"]
    if person.gentle or person.balance:
        moves = [e for e in moves if steps_below(e.id, open_=open_, catalogue=catalogue) <= first_rung(person)]
    return (*(move.id for move in moves), *walks)


def movements_of(day: date, movements: tuple[str, ...]) -> tuple[str, ...]:
    """At most four for this day."""
    turn = day.toordinal()
    walks = [name for name in movements if name in {SHORT_WALK, "walking"}]
    named = _from(turn * NAMED_A_DAY, [name for name in NAMED_FIRST if name in movements])
    others = _from(turn, [name for name in movements if name not in {*walks, *NAMED_FIRST}])
    chosen = [*named[:NAMED_A_DAY], *others, *named[NAMED_A_DAY:]]
    return (*chosen[: MOST_A_DAY - len(walks)], *walks)


def _from(turn: int, names: list[str]) -> list[str]:
    """The same names, beginning at another one each day."""
    start = turn % len(names) if names else 0
    return names[start:] + names[:start]


def breaks_of(
    sitting: tuple[Sitting, ...], day: date, movements: tuple[str, ...], *, every: int | None = None
) -> tuple[MicroBreak, ...]:
    """The breaks of one day, its movements in turn."""
    chosen = movements_of(day, movements)
    times = break_times(sitting, day, every=every or EVERY_MIN) if chosen else ()
    return tuple(MicroBreak(at=clock_time(at), exercise=chosen[number % len(chosen)]) for number, at in enumerate(times))
