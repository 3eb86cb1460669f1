"""Days and clock times as documents write them."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Literal, TypeGuard

from annotated_types import Interval

from psoas.vocabulary.text_format import Written

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEK_DAYS = len(WEEKDAYS)


Year = Annotated[int, Interval(ge=1900, le=2100)] | Annotated[str, Written("(?:19|20)[0-9]{2}", "a year such as 2025")]
DayOrYear = date | Year
"""A date, or a year alone."""

CLOCK_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
ClockTime = Annotated[str, Written(CLOCK_TIME, "a time such as 09:00")]


Moment = Annotated[
    str,
    Written(
        "20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}[.][0-9]{6}Z",
        "a moment such as 2026-11-23T08:00:00.000000Z",
    ),
]
"""When something was told, in UTC, always as long, so that moments sort as text does."""


def moment_of(when: datetime) -> Moment:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def read_moment(moment: Moment) -> datetime:
    """ValueError where the calendar has no such day."""
    return datetime.fromisoformat(moment)


def read_day(when: DayOrYear, *, today: date) -> date:
    """A year alone is read as its 31 December, never later than today."""
    if isinstance(when, date):
        return when
    return min(date(int(when), 12, 31), today)


def weekday_of(day: date) -> Weekday:
    return WEEKDAYS[day.weekday()]


def is_clock_time(text: str) -> TypeGuard[ClockTime]:
    return re.fullmatch(CLOCK_TIME, text) is not None


def minutes_of(time: ClockTime) -> int:
    """Minutes since midnight."""
    return int(time[:2]) * 60 + int(time[3:])


def clock_time(minutes: int) -> ClockTime:
    """HH:MM of a number of minutes since midnight."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
