"""The day that stood on the page: an answer belongs there, also when it is sent after midnight.

none given                      today (a script, or an older page)
today, yesterday                that day
tomorrow                        today: this machine's day is behind the one the page was made on
longer ago                      refused with the day named: the person says which day is meant
further ahead                   refused
"""

from datetime import date, timedelta

from django.http import HttpRequest

from psoas.vocabulary.errors import PsoasError

NEAR = timedelta(days=1)
"""A page may be opened before midnight and sent after it; the days of two devices may differ by one."""


class OtherDayError(PsoasError):
    """The page was opened for a day that is not near."""

    def __init__(self, day: date, *, today: date) -> None:
        self.day, self.ahead = day, day > today
        super().__init__(f"this page was opened for {day}")


def form_day(request: HttpRequest, *, today: date, base: date | None = None) -> date:
    """The day this form is about. `base` is the day it would be about on a page of today: yesterday, for the morning after."""
    usual = base or today
    day = _day(request.POST.get("day", "")) or usual
    if _day(request.POST.get("that_day", "")) in (day, usual) and day <= usual:
        return _day(request.POST["that_day"]) or usual
    if abs(day - usual) > NEAR:
        raise OtherDayError(day, today=usual)
    return min(day, usual)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
