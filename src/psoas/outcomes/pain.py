"""Pain as it was told: every number on its day, at its moment. Several numbers of one day all stay.

    morning     what the entry of the day before says of the morning after
    before      before moving
    after       after moving

A line runs through the middle of each day; a day without a number breaks it, and a 0 is a mark at zero.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from psoas.diary.entry import Entry
from psoas.statistics.series import Point, Series, median
from psoas.vocabulary.value import value

PainMoment = Literal["morning", "before", "after"]
MOMENTS: tuple[PainMoment, ...] = ("morning", "before", "after")


@value
class PainMark:
    on: date
    moment: PainMoment
    pain: int


def pain_marks(told: Iterable[Entry], *, until: date) -> tuple[PainMark, ...]:
    """Every number up to this day, in order of days; `told`: entries as they were told, several a day or one."""
    found = [mark for entry in told for mark in _marks_of(entry) if mark.on <= until]
    return tuple(sorted(found, key=lambda mark: (mark.on, MOMENTS.index(mark.moment))))


def line_of(marks: Iterable[PainMark], moment: PainMoment) -> Series:
    """The middle of each day, for one moment."""
    days = groupby((mark for mark in marks if mark.moment == moment), key=lambda mark: mark.on)
    return Series(points=tuple(Point(on=on, value=_middle([mark.pain for mark in same])) for on, same in days))


def _middle(numbers: list[int]) -> float:
    found = median(Series(points=tuple(Point(on=date.min, value=float(number)) for number in numbers)))
    return found.value if found else 0.0


def _marks_of(entry: Entry) -> Iterable[PainMark]:
    if entry.pain is None:
        return
    told: tuple[tuple[date, PainMoment, int | None], ...] = (
        (entry.on + timedelta(days=1), "morning", entry.pain.next_morning),
        (entry.on, "before", entry.pain.before),
        (entry.on, "after", entry.pain.after),
    )
    for on, moment, pain in told:
        if pain is not None:
            yield PainMark(on=on, moment=moment, pain=pain)
