"""How the body answered one movement on one day: during, after, next morning.

    pain      its own number, else the larger of the day's `during` and `after`
    settled   next morning no higher than before; no higher than 2 where `before` is missing; unknown without a next morning

An entry that names no exercise may speak of any: its pain and symptoms count for all that the plan asked for that day (for
everything, where the plan knows no such day). It never counts as done.
"""

from collections.abc import Iterable

from psoas.adaptation.window import Row
from psoas.diary.entry import Done, Entry, EntryPain, Felt, Symptom
from psoas.planning.plan import Prescription
from psoas.vocabulary.scales import Effort, PainScore
from psoas.vocabulary.value import value

CALM = 2
"""Pain up to 2 is the calm band: PAIN-1 [M]; stands in for `before` where that is missing (changes/1)."""


@value
class Response:
    """One day's answer of the body to one row. Absent is unknown."""

    done: tuple[Done, ...] = ()
    pain: PainScore | None = None
    pain_known: bool = False
    """True when every time it was done that day has a number."""
    before: PainScore | None = None
    next_morning: PainScore | None = None
    felt: tuple[Felt, ...] = ()
    effort: Effort | None = None
    symptoms: tuple[Symptom, ...] = ()
    hurt_in_break: bool = False
    adverse: bool = False

    @property
    def start(self) -> int:
        """What the next morning is measured against."""
        return CALM if self.before is None else self.before

    @property
    def settled(self) -> bool | None:
        return None if self.next_morning is None else self.next_morning <= self.start


def responses_to(row: Row, entries: Iterable[Entry], *, planned_days: frozenset[object]) -> tuple[Response, ...]:
    """The answers to one row, in the order of days; entries that do not concern it are left out."""
    found = (_response(row, entry, planned_days) for entry in entries)
    return tuple(response for response in found if response is not None)


def in_full(response: Response, asked: Prescription) -> bool:
    """Were the prescribed sets, repetitions and hold done in full, each time? A missing number is not a yes."""
    return bool(response.done) and all(_meets(done, asked) for done in response.done)


def _meets(done: Done, asked: Prescription) -> bool:
    pairs = ((done.sets, asked.sets), (done.reps, asked.reps), (done.hold_s, asked.hold_s))
    return all(wanted is None or (got is not None and got >= wanted) for got, wanted in pairs)


def _response(row: Row, entry: Entry, planned_days: frozenset[object]) -> Response | None:
    done = tuple(done for done in entry.exercises if (done.exercise, done.side) == (row.exercise, row.side))
    hurt = any(taken.exercise == row.exercise and taken.did == "hurt" for taken in entry.micro_breaks)
    if done or _speaks_of_all(row, entry, planned_days):
        return _full_response(done, entry, hurt=hurt)
    return Response(hurt_in_break=True) if hurt else None


def _speaks_of_all(row: Row, entry: Entry, planned_days: frozenset[object]) -> bool:
    return not entry.exercises and (entry.on in row.prescribed or entry.on not in planned_days)


def _full_response(done: tuple[Done, ...], entry: Entry, *, hurt: bool) -> Response:
    day = entry.pain or EntryPain()
    of_day = _largest(day.during, day.after)
    pains = [row.pain if row.pain is not None else of_day for row in done] or [of_day]
    return Response(
        done=done,
        pain=_largest(*pains),
        pain_known=None not in pains,
        before=day.before,
        next_morning=day.next_morning,
        felt=tuple(row.felt for row in done if row.felt is not None),
        effort=_largest(*(row.effort for row in done)),
        symptoms=entry.symptoms,
        hurt_in_break=hurt,
        adverse=entry.adverse_event is not None,
    )


def _largest(*numbers: int | None) -> int | None:
    return max((number for number in numbers if number is not None), default=None)
