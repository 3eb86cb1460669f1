"""Steps from a health app's export become minutes walked: shown first, kept on a yes, and never over what the person wrote.

Days after the last entry are left out, so that a break stays a break and what comes after it begins gently.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from psoas.diary.entry import Entry
from psoas.exchange.step_counts import StepCount, read_steps
from psoas.records import actions, queries
from psoas.vocabulary.errors import BadInput
from psoas.web import clock
from psoas.web.fields import PageForm, sent
from psoas.web.preferences.forms import FileField

YEAR = timedelta(days=366)
MOST_MINUTES = 24 * 60


class StepsForm(PageForm):
    file = FileField(label=gettext_lazy("The export of your health app (ZIP or XML)"))


@dataclass(frozen=True)
class Offered:
    """A day of the file, and what the person had written of it."""

    walked: StepCount
    told: int | None

    @property
    def value(self) -> str:
        return f"{self.walked.on.isoformat()}={self.walked.minutes}"


def steps(request: HttpRequest) -> HttpResponse:
    """A file to look at; then the days that it adds."""
    if request.method == "POST" and "day" in request.POST:
        return _keep(request)
    form = StepsForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return render(request, "preferences/steps-found.html", {"days": _offered(form)})
        except BadInput as bad:
            form.add_error("file", _("This file cannot be read: %(line)s") % {"line": bad})
    return render(request, "preferences/steps.html", {"form": form}, status=422 if form.is_bound else 200)


def _offered(form: StepsForm) -> list[Offered]:
    told = _told()
    last = max(told, default=None)
    if last is None:
        return []
    found = read_steps(form.cleaned_data["file"], since=clock.today() - YEAR, until=last)
    return [Offered(walked=day, told=told.get(day.on)) for day in reversed(found)]


def _told() -> dict[date, int | None]:
    """Minutes walked by day, as far as the diary goes."""
    return {entry.on: entry.minutes_walked for entry in queries.diary().entries if not entry.only_answers}


def _keep(request: HttpRequest) -> HttpResponse:
    """What was shown and is still not told otherwise."""
    told, kept = _told(), 0
    last = max(told, default=date.min)
    for on, minutes in filter(None, map(_read, request.POST.getlist("day"))):
        if on <= last and told.get(on) is None:
            entry = Entry(on=on, minutes_walked=minutes)
            kept += actions.keep_entry(entry=entry, kind="imported", key=f"steps-{on}-{minutes}")
    said = ngettext("%(n)d day was added.", "%(n)d days were added.", kept) % {"n": kept}
    messages.success(request, said, extra_tags="go")
    return redirect("preferences:show")


def _read(said: str) -> tuple[date, int] | None:
    """`2026-11-20=62`; what no page of ours sends is passed over."""
    day, _equals, minutes = said.partition("=")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    fits = minutes.isdecimal() and int(minutes) <= MOST_MINUTES and clock.today() - YEAR <= on <= clock.today()
    return (on, int(minutes)) if fits else None
