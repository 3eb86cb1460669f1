"""The day that stood on the page: an answer belongs there, also when it is sent after midnight.

none given                      today (a script, or an older page)
today, yesterday                that day
tomorrow                        today: this machine's day is behind the one the page was made on
longer ago                      refused with the day named: the person says which day is meant
further ahead                   refused
"""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from psoas.vocabulary.errors import PsoasError
from psoas.web.templatetags.words import day_long

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


def not_kept(request: HttpRequest, other: OtherDayError, said: str) -> HttpResponse:
    """One tap on a page of another day: what was tapped is named, so that nobody has to remember it."""
    line = _("That page was from %(day)s, so your “%(said)s” was not kept. Here is today.")
    messages.warning(request, line % {"day": day_long(other.day), "said": said}, extra_tags="care")
    # htmx would put a page it is sent on to into the list it came from
    return HttpResponseClientRedirect("/") if getattr(request, "htmx", False) else redirect("today:show")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
