"""The log's pages: find today, read the form, keep the entry, keep the plan safe."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from psoas import journey
from psoas.diary.entry import Entry, EntryPain
from psoas.exchange.documents import read_part
from psoas.records import actions
from psoas.web import clock
from psoas.web.diary.entries import entry_of, movements_of
from psoas.web.diary.forms import LogForm
from psoas.web.fields import sent
from psoas.web.intake.safety import SafetyForm
from psoas.web.plan.making import keep_safe
from psoas.web.plan.situation import situation

MARKS = range(11)


def log(request: HttpRequest) -> HttpResponse:
    """How was it today?"""
    now = situation(clock.today())
    if now.record is None:
        return redirect("today:show")
    movements = movements_of(now)
    form = LogForm(movements, sent(request))
    if request.method == "POST" and form.is_valid():
        entry = entry_of(form.cleaned_data, on=now.today, movements=movements)
        actions.keep_entry(entry=entry, kind="log", key=request.POST.get("key") or None)
        return _kept(request)
    context = {"form": form, "now": now, "place": "log", "marks": MARKS}
    return render(request, "diary/log.html", context, status=422 if form.is_bound else 200)


@require_POST
def after(request: HttpRequest) -> HttpResponse:
    """One tap: how is it after moving?"""
    mark = request.POST.get("after", "")
    if mark not in map(str, MARKS):
        raise Http404
    actions.keep_entry(entry=Entry(on=clock.today(), pain=EntryPain(after=int(mark))), kind="log")
    return _kept(request)


def anything_new(request: HttpRequest) -> HttpResponse:
    """All safety questions on one page: has anything become new or worse?"""
    if situation(clock.today()).record is None:
        return redirect("intake:start")
    flags = tuple(journey.catalogue().red_flags.values())
    form = SafetyForm(flags, sent(request))
    if request.method == "POST" and form.is_valid():
        entry = read_part({"on": clock.today().isoformat(), "answers": form.answers()}, "entry")
        actions.keep_entry(entry=entry, kind="check")
        return _kept(request)
    pages = [list(group) for _page, group in groupby(form.questions(), key=lambda question: question[0].page)]
    return render(request, "diary/new.html", {"form": form, "pages": pages}, status=422 if form.is_bound else 200)


def _kept(request: HttpRequest) -> HttpResponse:
    """Saved; what became unsafe leaves the plan at once, and Today says so."""
    keep_safe(today=clock.today())
    messages.success(request, _("Saved."), extra_tags="go")
    return redirect("today:show")
