"""How the body answered one movement on one day: during, after, next morning.

    own pain     the number that the movement's own row carries: what the movement did
    pain         its own number, else the larger of the day's `during` and `after`
    settled      next morning no higher than before; no higher than 2 where `before` is missing; unknown without a next morning

Pain that names no movement belongs to the day (`fortnight`), and makes no movement harder or easier by itself. A symptom is a
movement's doing where the day names that movement alone. A walk may be told by its minutes.
"""

from collections.abc import Iterable

from psoas.adaptation.coming_week import WeekRow
from psoas.diary.entry import Done, Entry, EntryPain, Felt, Symptom
from psoas.planning.plan import Prescription
from psoas.vocabulary.scales import CALM, Effort, PainScore
from psoas.vocabulary.value import value

BY_MINUTES = "walking"
"""The movement that `minutes_walked` tells of."""


@value
class Response:
    """One day's answer of the body to one row. Absent is unknown."""

    done: tuple[Done, ...] = ()
    own_pain: PainScore | None = None
    """What the movement itself brought on: None where its row does not say."""
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


def responses_to(row: WeekRow, entries: Iterable[Entry]) -> tuple[Response, ...]:
    """The answers to one row, in the order of days; entries that do not name it are left out."""
    found = (_response(row, entry) for entry in entries)
    return tuple(response for response in found if response is not None)


def names(row: WeekRow, entry: Entry) -> bool:
    """Was this movement and side done that day?"""
    return bool(_done(row, entry))


def in_full(response: Response, asked: Prescription) -> bool:
    """Were the prescribed sets, repetitions and hold done in full, each time? A missing number is not a yes."""
    return bool(response.done) and all(_meets(done, asked) for done in response.done)


def is_beyond(rows: tuple[Done, ...], asked: Prescription) -> bool:
    """Was clearly more done than was written: half as much again or more?"""
    doses = ((done.sets or 0) * (done.reps or 0) * (done.hold_s or 1 if asked.hold_s else 1) for done in rows)
    return 2 * sum(doses) >= 3 * asked.dose.amount


def _meets(done: Done, asked: Prescription) -> bool:
    pairs = ((done.sets, asked.sets), (done.reps, asked.reps), (done.hold_s, asked.hold_s))
    return all(wanted is None or (got is not None and got >= wanted) for got, wanted in pairs)


def _done(row: WeekRow, entry: Entry) -> tuple[Done, ...]:
    done = tuple(done for done in entry.exercises if (done.exercise, done.side) == (row.exercise, row.side))
    if done or row.exercise != BY_MINUTES or not entry.minutes_walked:
        return done
    return (Done(exercise=row.exercise, side=row.side, sets=1, reps=1, hold_s=entry.minutes_walked * 60),)


def _response(row: WeekRow, entry: Entry) -> Response | None:
    done = _done(row, entry)
    hurt = any(taken.exercise == row.exercise and taken.did == "hurt" for taken in entry.micro_breaks)
    if done:
        return _full_response(done, entry, hurt=hurt)
    return Response(hurt_in_break=True) if hurt else None


def _full_response(done: tuple[Done, ...], entry: Entry, *, hurt: bool) -> Response:
    day = entry.pain or EntryPain()
    of_day = _largest(day.during, day.after)
    pains = [row.pain if row.pain is not None else of_day for row in done]
    return Response(
        done=done,
        own_pain=_largest(*(row.pain for row in done)),
        pain=_largest(*pains),
        pain_known=None not in pains,
        before=day.before,
        next_morning=day.next_morning,
        felt=tuple(row.felt for row in done if row.felt is not None),
        effort=_largest(*(row.effort for row in done)),
        symptoms=entry.symptoms if {row.exercise for row in entry.exercises} == {done[0].exercise} else (),
        hurt_in_break=hurt,
        adverse=entry.adverse_event is not None,
    )


def _largest(*numbers: int | None) -> int | None:
    return max((number for number in numbers if number is not None), default=None)
