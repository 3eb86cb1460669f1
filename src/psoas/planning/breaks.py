"""Micro-breaks: only inside sitting windows, 45 minutes after sitting down and every 45 minutes from there (30-60: ERG-2; no
interval is proven best).

Windows of one day that overlap or touch are one window. The same movement never comes twice running where two are open; a
short walk is always among them when it is open. Floor movements and what the first hour forbids are no break at work.
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
    """What this person may do in a break. After surgery, and wherever nothing else is open, a short walk."""
    walks = [walk for walk in (SHORT_WALK, "walking") if walk in open_][:1]
    if person.restricted:
        return tuple(walks)
    exercises = [catalogue.exercises[exercise] for exercise in open_]
    moves = [e for e in exercises if e.micro_break and e.id != SHORT_WALK and e.first_hour and e.demands.surface != "floor"]
    if person.half_sets:
        moves = [e for e in moves if steps_below(e.id, open_=open_, catalogue=catalogue) <= first_rung(person)]
    return (*(move.id for move in moves), *walks)


def breaks_of(sitting: tuple[Sitting, ...], day: date, movements: tuple[str, ...]) -> tuple[MicroBreak, ...]:
    """The breaks of one day; another movement begins each day."""
    if not movements:
        return ()
    turn = day.toordinal()
    return tuple(
        MicroBreak(at=clock_time(at), exercise=movements[(turn + number) % len(movements)])
        for number, at in enumerate(break_times(sitting, day))
    )
