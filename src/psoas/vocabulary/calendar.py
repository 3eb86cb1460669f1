"""Days and clock times as documents write them."""

from datetime import date
from typing import Annotated, Literal

from annotated_types import Interval, Predicate

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def is_year(text: str) -> bool:
    """A year alone, as text: four digits from 1900 to 2100."""
    return len(text) == 4 and text.isascii() and text.isdigit() and 1900 <= int(text) <= 2100


def is_clock_time(text: str) -> bool:
    """HH:MM on a 24-hour clock."""
    hours, colon, minutes = text.partition(":")
    digits = len(hours) == len(minutes) == 2 and (hours + minutes).isascii() and (hours + minutes).isdigit()
    return bool(colon) and digits and int(hours) < 24 and int(minutes) < 60


Year = Annotated[int, Interval(ge=1900, le=2100)] | Annotated[str, Predicate(is_year)]
DayOrYear = date | Year
"""A date, or a year alone."""

ClockTime = Annotated[str, Predicate(is_clock_time)]


def read_day(when: DayOrYear, *, today: date) -> date:
    """A year alone is read as its 31 December, never later than today."""
    if isinstance(when, date):
        return when
    return min(date(int(when), 12, 31), today)


def weekday_of(day: date) -> Weekday:
    return WEEKDAYS[day.weekday()]


def minutes_of(time: ClockTime) -> int:
    """Minutes since midnight."""
    return int(time[:2]) * 60 + int(time[3:])


def clock_time(minutes: int) -> ClockTime:
    """HH:MM of a number of minutes since midnight."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
