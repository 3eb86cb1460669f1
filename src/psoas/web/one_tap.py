"""One number told by one tap: read and given to the view with the day it is about, or said not to be kept."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse

from psoas.vocabulary.scales import MARKS
from psoas.web import clock
from psoas.web.form_day import OtherDayError, form_day, not_kept

MarkView = Callable[[HttpRequest, int, date], HttpResponse]


def one_tap(field: str, *, days_ago: int = 0) -> Callable[[MarkView], Callable[[HttpRequest], HttpResponse]]:
    """A view of the mark in this field of the form. `days_ago`: how long before today the day lies that is usually meant."""

    def of(view: MarkView) -> Callable[[HttpRequest], HttpResponse]:
        @wraps(view)
        def told(request: HttpRequest) -> HttpResponse:
            mark = request.POST.get(field, "")
            if mark not in map(str, MARKS):
                raise Http404
            today = clock.today()
            try:
                on = form_day(request, today=today, base=today - timedelta(days=days_ago))
            except OtherDayError as other:
                return not_kept(request, other, mark)
            return view(request, int(mark), on)

        return told

    return of
