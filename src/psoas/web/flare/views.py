"""A bad day, and a pause."""

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from psoas import journey
from psoas.diary.entry import Entry, EntryPain
from psoas.diary.pause import Pause, written
from psoas.records import actions
from psoas.vocabulary.scales import MARKS
from psoas.web import clock
from psoas.web.card import for_person
from psoas.web.fields import sent
from psoas.web.flare.forms import PauseForm
from psoas.web.one_tap import one_tap
from psoas.web.plan_making import keep_told
from psoas.web.situation import Situation, situation

WARMTH = "heat-and-ice"


def show(request: HttpRequest) -> HttpResponse:
    """What to do today; the one number that can be told here goes the way of every entry."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    if request.method == "POST":
        return _tell(request)
    if now.stopped:
        return redirect("intake:result")
    return render(request, "flare/show.html", {"now": now, "place": "today", "marks": MARKS, **_standing(now), **_warmth()})


@one_tap("pain")
def _tell(request: HttpRequest, mark: int, on: date) -> HttpResponse:
    now = situation(clock.today())
    moved = any(entry.exercises for entry in now.diary.entries if entry.on == on)
    pain = EntryPain(after=mark) if moved else EntryPain(before=mark)
    keep_told(entry=Entry(on=on, pain=pain), kind="log", today=now.today)
    messages.success(request, _("Saved."), extra_tags="go")
    return redirect("flare:show")


def _standing(now: Situation) -> dict[str, Any]:
    """What was told today, and what the plan has made of it."""
    pain = now.entry.pain if now.entry else None
    told = next((mark for mark in (pain.after, pain.before) if mark is not None), None) if pain else None
    until = journey.eased_until(now.plan, today=now.today) if now.plan else None
    return {"told": told, "until": until, "hard": bool(now.watch and now.watch.hard_day), "fused": now.is_fused}


def _warmth() -> dict[str, Any]:
    """Heat and ice; what forbids it by source, and what holds for this person first."""
    card = journey.catalogue().habits[WARMTH]
    cautions = sorted(for_person(card.cautions), key=lambda caution: caution.when is None)
    by_source = groupby(cautions, key=lambda caution: (caution.source, caution.status))
    return {"warmth": card, "cautions": [(*told, list(group)) for told, group in by_source]}


def pause(request: HttpRequest) -> HttpResponse:
    """Days without anything due, until a day."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    form = PauseForm(sent(request), today=now.today)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        kept = Pause(why=said["why"], since=now.today, until=said["until"])
        actions.keep_setting(name="pause", value=written(kept))
        messages.success(request, _("Saved."), extra_tags="go")
        return redirect("today:show")
    context = {"form": form, "now": now, "place": "today"}
    return render(request, "flare/pause.html", context, status=422 if form.is_bound else 200)


@require_POST
def end(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # every view takes one
    """Back before the day that was named."""
    actions.keep_setting(name="pause", value="")
    return redirect("today:show")
