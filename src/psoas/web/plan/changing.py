"""Changing the plan: each change is a new version with its reason, so that the old one can be shown again."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from psoas import journey
from psoas.planning.plan import Plan
from psoas.records import actions
from psoas.vocabulary.errors import PsoasError
from psoas.web import clock
from psoas.web.plan.making import make_plan
from psoas.web.plan.situation import Situation, situation


@require_POST
def remake(request: HttpRequest) -> HttpResponse:
    """A new plan from what is on record now."""
    now = situation(clock.today())
    if now.screened is None or now.screened.clearance.scope == "none":
        return redirect("intake:result")
    make_plan(today=now.today, reason="remade" if now.record else "made")
    return redirect("today:show" if now.record else "intake:first")


def changes(request: HttpRequest) -> HttpResponse:
    """What adaptation proposes for the next seven days; accept all of it, or some."""
    now = situation(clock.today())
    if now.plan is None or now.changes is None:
        return redirect("today:show")
    if request.method == "POST":
        return _accept(request, now, now.plan)
    kept = [row for row in now.changes.changes if row.change == "hold"]
    context = {"now": now, "proposed": now.proposed, "kept": kept, "applied": reversed(now.plan.applied), "place": "plan"}
    return render(request, "plan/changes.html", context)


def _accept(request: HttpRequest, now: Situation, plan: Plan) -> HttpResponse:
    wanted = set(request.POST.getlist("change"))
    accepted = tuple(row for row in now.proposed if f"{row.exercise}:{row.side}" in wanted)
    if accepted:
        actions.keep_plan(plan=journey.apply(plan, accepted, on=now.today), reason="adapted", on=now.today)
        messages.success(request, _("Your plan is changed from tomorrow. Each change can be undone."), extra_tags="go")
    return redirect("plan:changes")


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take one accepted change back."""
    now = situation(clock.today())
    if now.plan is None:
        raise Http404
    return _try(
        request, now, lambda plan: journey.undo(plan, request.POST.get("id", ""), on=now.today), "undone", "plan:changes"
    )


@require_POST
def edit(request: HttpRequest, day: str, what: str) -> HttpResponse:
    """Move a session to another day, do something else instead, or make it easier."""
    now = situation(clock.today())
    if what not in EDITS or now.plan is None:
        raise Http404
    try:
        on, place = date.fromisoformat(day), int(request.POST.get("session", ""))
    except ValueError as error:
        raise Http404 from error
    change = EDITS[what](request, on, place, now.today)
    return _try(request, now, change, "edited", "plan:day", day=day)


def _try(
    request: HttpRequest, now: Situation, change: Callable[[Plan], Plan], reason: str, back: str, **where: str
) -> HttpResponse:
    """The change as a new version; or, where it cannot be, why not."""
    assert now.plan is not None  # noqa: S101  # every caller has looked
    try:
        actions.keep_plan(plan=change(now.plan), reason=reason, on=now.today)
    except PsoasError as refused:
        messages.warning(request, getattr(refused, "allowed", str(refused)), extra_tags="care")
    else:
        messages.success(request, _("Done."), extra_tags="go")
    return redirect(back, **where)
