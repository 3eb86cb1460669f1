"""Micro-breaks: only inside sitting windows, 45 minutes after sitting down and every 45 minutes from there (30-60: ERG-2; no
interval is proven best).

Windows of one day that overlap or touch are one window. A day has at most four movements, in turn, so that they can be kept in
mind: a short walk where it is open, two of the first named (source-plan), and another; the next day takes the next of them.
None comes twice running where two are open. Floor movements and what the first hour forbids are no break at work.
"""

from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.ladder import first_rung, steps_below
from psoas.planning.person import Person
from psoas.planning.plan import MicroBreak
from psoas.screening.intake import Sitting
from psoas.vocabulary.calendar import clock_time, minutes_of, weekday_of

EVERY_MIN = 45
LEAST_WINDOW_MIN = 30
SHORT_WALK = "indoor-walk"
MOST_A_DAY = 4
"""Different movements in the breaks of one day (opinion: three or four, repeated, are learned sooner)."""
NAMED_FIRST = ("hip-circles", "seated-hip-opener", "standing-thoracic-rotation", "bodyweight-squat")
"""source-plan; its child's pose is done on the floor and stays at home."""
NAMED_A_DAY = 2


def break_times(sitting: tuple[Sitting, ...], day: date) -> tuple[int, ...]:
    """Minutes since midnight, in order."""
    times: list[int] = []
    for start, end in _windows(sitting, day):
        first = min(start + EVERY_MIN, end)
        if end - start >= LEAST_WINDOW_MIN:
            times += range(first, end + 1, EVERY_MIN)
    return tuple(times)


def _windows(sitting: tuple[Sitting, ...], day: date) -> list[tuple[int, int]]:
    """Windows of this weekday, joined where they meet."""
    here = sorted((minutes_of(window.from_), minutes_of(window.to)) for window in sitting if weekday_of(day) in window.days)
    joined: list[tuple[int, int]] = []
    for start, end in here:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined


def break_movements(person: Person, *, open_: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """What this person may do in a break, the walk last. After surgery, and where nothing else is open, only a short walk.

    With strong pain, unsteady, after a fusion or from 60 only the rungs on which this person begins.
    """
    walks = [walk for walk in (SHORT_WALK, "walking") if walk in open_][:1]
    if person.restricted:
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


def breaks_of(sitting: tuple[Sitting, ...], day: date, movements: tuple[str, ...]) -> tuple[MicroBreak, ...]:
    """The breaks of one day, its movements in turn."""
    chosen = movements_of(day, movements)
    times = break_times(sitting, day) if chosen else ()
    return tuple(MicroBreak(at=clock_time(at), exercise=chosen[number % len(chosen)]) for number, at in enumerate(times))
