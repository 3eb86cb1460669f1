"""Decisions that must never be taken, read from what was proposed and applied: nothing here uses the rules that decided.

after a stop          nothing is left to do
while a question waits, and while a day is eased      nothing moves up
after sharp or severe pain in a movement              that movement does not move up
within three days of severe pain anywhere             nothing moves up
closed                what the person may not do this week is not asked
more pain             the same week with two more on every number gives no row that is harder
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from cohort.life import Life, Turn
from cohort.load import items_of, rung
from psoas import journey
from psoas.adaptation.rescreening import intake_now
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.planning.plan import PlanChange
from psoas.screening.intake import Intake

SHARP = ("sharp", "shooting")
WORST, SEVERE, ABOVE = 10, 8, 2
"""Severe for this person: 10, or 8 and more that is 2 above the base."""
TWIN_WEEKS = (2, 3, 5)
"""Comparing with a sorer week takes as long as a week; three of eight are compared."""


def unsafe(life: Life) -> Iterator[str]:
    """Each unsafe decision of a life in one line."""
    for turn in life.turns:
        yield from (f"week {turn.week + 1}: {said}" for said in _unsafe(turn, life))


def _unsafe(turn: Turn, life: Life) -> Iterator[str]:
    coming = [day for week in turn.after.weeks for day in week.days if day.date >= turn.on]
    asked = {item.exercise for item in items_of(coming)}
    if turn.changes.clearance.scope == "none":
        yield from (f"{name} is asked after a stop" for name in sorted(asked))
        return
    yield from _moved_up(turn, life.person.intake.pain.average_week)
    soon = [day for day in coming if day.date < turn.on + timedelta(days=7)]
    closed = {item.exercise for item in items_of(soon)} - _open(turn)
    yield from (f"{name} is asked and closed" for name in sorted(closed))
    if turn.week in TWIN_WEEKS:
        yield from _harder_when_sorer(turn)


def _open(turn: Turn) -> frozenset[str]:
    return frozenset(journey.choose(_intake(turn), today=turn.on).open)


def _intake(turn: Turn) -> Intake:
    return intake_now(turn.before.intake, turn.diary.entries, catalogue=load(), today=turn.on)


def _moved_up(turn: Turn, usual: int) -> Iterator[str]:
    eased = any(change.change == "ease" for change in turn.changes.changes)
    week = [known for known in turn.diary.entries if known.on >= turn.on - timedelta(days=7)]
    severe = any(_severe(known, usual) for known in week if known.on >= turn.on - timedelta(days=3))
    hurt = {row.exercise for known in week for row in known.exercises if _is_bad(row, usual)}
    for change in turn.changes.changes:
        if not goes_up(change):
            continue
        if turn.asked:
            yield f"{change.exercise} goes up while {turn.asked[0]} waits for an answer"
        if eased:
            yield f"{change.exercise} goes up in an eased week"
        if severe:
            yield f"{change.exercise} goes up within three days of severe pain"
        if change.exercise in hurt:
            yield f"{change.exercise} goes up and was sharp or severe"


def goes_up(change: PlanChange) -> bool:
    """A step up, or another movement that stands higher on the ladder."""
    to = change.to.exercise or change.exercise
    return change.change == "progress" or (change.change == "replace" and rung(to) > rung(change.exercise))


def _severe(entry: Entry, usual: int) -> bool:
    pain = entry.pain or EntryPain()
    return any(_is_severe(number, usual) for number in (pain.before, pain.during, pain.after))


def _is_severe(number: int | None, usual: int) -> bool:
    return number is not None and (number >= WORST or number >= max(SEVERE, usual + ABOVE))


def _is_bad(row: Done, usual: int) -> bool:
    return row.felt in SHARP or _is_severe(row.pain, usual)


def _harder_when_sorer(turn: Turn) -> Iterator[str]:
    sorer = journey.adapt(turn.before, _sorer(turn), today=turn.on).changes
    calm = {(change.exercise, change.side): change for change in turn.changes.changes}
    for change in sorer:
        other = calm.get((change.exercise, change.side))
        if other is not None and _harder(change, other):
            yield f"{change.exercise} {change.side}: more pain gives {change.change} for {other.change}"


def _sorer(turn: Turn) -> Diary:
    since = turn.on - timedelta(days=7)
    return Diary(entries=tuple(_hurt_more(known) if known.on >= since else known for known in turn.diary.entries))


def _hurt_more(entry: Entry) -> Entry:
    """`before` is what pain is read against, so it stays."""
    pain = entry.pain or EntryPain()
    more = {name: _more(getattr(pain, name)) for name in ("during", "after", "next_morning")}
    rows = tuple(replace(row, pain=_more(row.pain)) for row in entry.exercises)
    return replace(entry, pain=replace(pain, **more), exercises=rows)


def _more(number: int | None) -> int | None:
    return None if number is None else min(10, number + 2)


def _harder(change: PlanChange, than: PlanChange) -> bool:
    here, there = _left(change), _left(than)
    if here is None or there is None:
        return here is not None and change.change != "stop" and than.change == "stop"
    return rung(here) > rung(there) or (here == there and change.to.dose.amount > than.to.dose.amount)


def _left(change: PlanChange) -> str | None:
    return None if change.change == "stop" else change.to.exercise or change.exercise
