"""Values by day, with their gaps.

Zero is data: a day with pain 0 is a day we know. A missing day is not zero and not the day before: it is a gap, left out of
every figure, and each figure says of how many days it speaks.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median as middle_of

from psoas.vocabulary.value import value


@value
class Point:
    on: date
    value: float


@value
class Gap:
    """Days without a value: from `first` to `last`, both among them."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@value
class Median:
    """A middle value and of how many days it is the middle."""

    value: float
    of: int


@value
class Series:
    """At most one value a day, in the order of days. `series_of` makes it."""

    points: tuple[Point, ...] = ()

    def since(self, day: date) -> "Series":
        """From this day on."""
        return Series(points=tuple(point for point in self.points if point.on >= day))

    def until(self, day: date) -> "Series":
        """Up to and with this day."""
        return Series(points=tuple(point for point in self.points if point.on <= day))

    def last_days(self, days: int, *, today: date) -> "Series":
        """The last so many days, today being one of them."""
        return self.since(today - timedelta(days=days - 1)).until(today)


def series_of(values: Iterable[tuple[date, float | None]]) -> Series:
    """A series of what is known; a None leaves a gap, a 0 does not. Two values for one day are an error of the caller."""
    known = sorted((day, float(number)) for day, number in values if number is not None)
    if len({day for day, _ in known}) != len(known):
        raise ValueError("a series holds one value a day")
    return Series(points=tuple(Point(on=day, value=number) for day, number in known))


def median(series: Series) -> Median | None:
    """The middle value; None where nothing is known."""
    if not series.points:
        return None
    return Median(value=middle_of(point.value for point in series.points), of=len(series.points))


def gaps(series: Series) -> tuple[Gap, ...]:
    """The stretches without a value between the first and the last known day."""
    pairs = zip(series.points, series.points[1:], strict=False)
    return tuple(_between(before.on, after.on) for before, after in pairs if (after.on - before.on).days > 1)


def _between(before: date, after: date) -> Gap:
    return Gap(first=before + timedelta(days=1), last=after - timedelta(days=1))
