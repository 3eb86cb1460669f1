"""The log's pages: find today, read the form, keep the entry, keep the plan safe."""

from datetime import date
from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from psoas import journey
from psoas.catalogue.safety_rules import RedFlag
from psoas.diary.entry import Entry, EntryPain
from psoas.records import actions
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.scales import MARKS
from psoas.web import clock
from psoas.web.diary.entries import entry_of, movements_of
from psoas.web.diary.forms import LogForm
from psoas.web.fields import sent
from psoas.web.form_day import OtherDayError, form_day
from psoas.web.one_tap import one_tap
from psoas.web.parcel import KEY, new_key
from psoas.web.plan_making import keep_told
from psoas.web.safety_form import SafetyForm
from psoas.web.situation import situation
from psoas.web.templatetags.words import day_long

FEW = 6
"""Questions that are seen at one glance: no jump to the last line is offered."""


def log(request: HttpRequest) -> HttpResponse:
    """How was it today?"""
    now = situation(clock.today())
    if now.record is None:
        return redirect("today:show")
    on, other = _day_of(request, now.today)
    movements = movements_of(now, on, sent_too=tuple(request.POST))
    form = LogForm(movements, sent(request))
    if form.is_bound and other is None and form.is_valid():
        try:
            return _keep_log(request, form, on=on, today=now.today)
        except BadInput as bad:
            form.add_error(bad.field if bad.field in form.fields else None, _("Not kept: %(line)s") % {"line": bad.allowed})
    key = request.POST.get("key") or new_key()
    context = {"form": form, "now": now, "on": on, "other": other, "place": "log", "marks": MARKS, "key": key}
    return render(request, "diary/log.html", context, status=422 if form.is_bound else 200)


def _day_of(request: HttpRequest, today: date) -> tuple[date, OtherDayError | None]:
    """The day that stood on the page; where that is not near, nothing is kept before somebody says which day is meant."""
    try:
        return form_day(request, today=today), None
    except OtherDayError as other:
        return (today if other.ahead else other.day), other


def _keep_log(request: HttpRequest, form: LogForm, *, on: date, today: date) -> HttpResponse:
    entry = entry_of(form.cleaned_data, on=on, movements=form.movements)
    key = request.POST.get("key", "")
    try:
        keep_told(entry=entry, kind="log", key=key if KEY.fullmatch(key) else None, today=today)
    except actions.KeyTakenError:  # gone back, changed and sent again: a correction, with a key of its own
        keep_told(entry=entry, kind="log", today=today)
    return _kept(request, on=on)


@require_POST
@one_tap("after")
def after(request: HttpRequest, mark: int, on: date) -> HttpResponse:
    """How is it after moving?"""
    keep_told(entry=Entry(on=on, pain=EntryPain(after=mark)), kind="log", today=clock.today())
    return _kept(request, on=on)


def anything_new(request: HttpRequest) -> HttpResponse:
    """All safety questions on one page: has anything become new or worse?"""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("intake:start")
    return _questions(request, journey.safety_questions(now.plan.intake, today=now.today))


def asked(request: HttpRequest) -> HttpResponse:
    """The questions that the log opened, and no others."""
    flags = situation(clock.today()).asked_next
    return _questions(request, flags) if flags else redirect("today:show")


def _questions(request: HttpRequest, flags: tuple[RedFlag, ...]) -> HttpResponse:
    form = SafetyForm(flags, sent(request))
    if request.method == "POST" and form.is_valid():
        entry = Entry(on=clock.today(), answers=form.answers())
        keep_told(entry=entry, kind="check", today=entry.on)
        return _kept(request, on=entry.on)
    pages = [list(group) for _page, group in groupby(form.questions(), key=lambda question: question.flag.page)]
    context = {"form": form, "pages": pages, "few": len(flags) <= FEW}
    return render(request, "diary/new.html", context, status=422 if form.is_bound else 200)


def _kept(request: HttpRequest, *, on: date) -> HttpResponse:
    """What is on the disk, and for which day where that is not today."""
    is_today = on == clock.today()
    line = _("Saved.") if is_today else _("Saved for %(day)s.") % {"day": day_long(on)}
    messages.success(request, line, extra_tags="go")
    return redirect("today:show")
