"""Changing the plan: each change is a new version with its reason, so that the old one can be shown again."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from psoas import journey
from psoas.planning.plan import Plan, Stage
from psoas.records import actions, queries
from psoas.screening.intake import Wish
from psoas.vocabulary.errors import BadInput, PsoasError
from psoas.web import clock
from psoas.web.plan_making import make_plan
from psoas.web.proposals import chosen, proposals_of
from psoas.web.safety_answers import keep_wishes
from psoas.web.situation import Situation, situation

Edit = Callable[[Plan], Plan]


@require_POST
def remake(request: HttpRequest) -> HttpResponse:
    """A new plan from what is on record now: the next block, or weeks that keep what was reached."""
    now = situation(clock.today())
    if now.screened is None or now.screened.clearance.scope == "none":
        return redirect("intake:result")
    stage: Stage = "keep-well" if request.POST.get("stage") == "keep-well" else "build"
    make_plan(today=now.today, reason="remade" if now.record else "made", stage=stage)
    return redirect("today:show" if now.record else "intake:first")


def changes(request: HttpRequest) -> HttpResponse:
    """What adaptation proposes for the next seven days; accept all of it, or some."""
    now = situation(clock.today())
    if now.plan is None or now.changes is None:
        return redirect("today:show")
    if request.method == "POST":
        return _accept(request, now, now.plan)
    kept = proposals_of(row for row in now.changes.changes if row.change == "hold")
    context = {"proposals": proposals_of(now.proposed), "kept": kept, "applied": now.plan.applied[::-1], "place": "plan"}
    return render(request, "plan/changes.html", context)


def _accept(request: HttpRequest, now: Situation, plan: Plan) -> HttpResponse:
    wanted = chosen(request.POST.getlist("change"))
    accepted = tuple(row for row in now.proposed if f"{row.exercise}:{row.side}" in wanted)
    if accepted:
        changed = journey.apply(plan, accepted, now.diary, on=now.today)
        actions.keep_plan(plan=changed, reason="adapted", on=now.today, after=now.version)
        messages.success(request, _("Your next session takes it into account. Each change can be undone."), extra_tags="go")
    if wanted - {f"{row.exercise}:{row.side}" for row in accepted}:
        messages.warning(request, _("Some of it is no longer proposed and was left as it is."), extra_tags="care")
    return redirect("today:show" if "home" in request.POST else "plan:changes")


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take one accepted change back."""
    now = situation(clock.today())
    if now.plan is None:
        raise Http404

    def take_back(plan: Plan) -> Plan:
        return journey.undo(plan, request.POST.get("id", ""), now.diary, on=now.today)

    return _try(request, now, take_back, reason="undone", back="plan:changes")


@require_safe
def instead(request: HttpRequest, day: str, exercise: str) -> HttpResponse:
    """What could be done instead of one movement."""
    now = situation(clock.today())
    if now.plan is None or exercise not in journey.catalogue().exercises:
        raise Http404
    if now.stopped:
        return redirect("intake:result")
    names = journey.instead_of(now.plan, exercise, now.diary, today=now.today)
    others = [journey.catalogue().exercises[name] for name in names]
    return render(request, "plan/instead.html", {"day": day, "exercise": exercise, "others": others, "place": "plan"})


@require_POST
def edit(request: HttpRequest, day: str, what: str) -> HttpResponse:
    """Move a session to another day, do something else instead, or make it easier."""
    now = situation(clock.today())
    if what not in EDITS or now.plan is None:
        raise Http404
    try:
        edit_plan = EDITS[what](request, date.fromisoformat(day), now)
    except ValueError as error:
        raise Http404 from error
    return _try(request, now, edit_plan, reason="edited", back=reverse("plan:day", kwargs={"day": day}))


def _move(request: HttpRequest, on: date, now: Situation) -> Edit:
    session, to = int(request.POST.get("session", "")), date.fromisoformat(request.POST.get("to", ""))
    if min(on, to) < now.today:
        raise ValueError("only days to come can change")
    return lambda plan: journey.move(plan, on=on, session=session, to=to)


def _swap(request: HttpRequest, on: date, now: Situation) -> Edit:
    exercise, to = request.POST.get("exercise", ""), request.POST.get("to", "")
    return lambda plan: journey.swap(plan, exercise, to, now.diary, on=max(on, now.today), today=now.today)


def _easier(request: HttpRequest, on: date, now: Situation) -> Edit:
    exercise = request.POST.get("exercise", "")
    return lambda plan: journey.make_easier(plan, exercise, now.diary, on=max(on, now.today), today=now.today)


EDITS: dict[str, Callable[[HttpRequest, date, Situation], Edit]] = {"move": _move, "swap": _swap, "easier": _easier}


@require_POST
def card(request: HttpRequest, exercise: str, what: str) -> HttpResponse:
    """From a movement's own page: put it in, take it out, do it instead of another, like it, or never do it."""
    now = situation(clock.today())
    if what not in CARD_EDITS or exercise not in journey.catalogue().exercises:
        raise Http404
    if now.plan is None:
        return redirect("today:show")
    edit_plan = CARD_EDITS[what](request, exercise, now)
    return _try(request, now, edit_plan, reason="edited", back=reverse("library:exercise", kwargs={"exercise": exercise}))


def _put_in(_request: HttpRequest, exercise: str, now: Situation) -> Edit:
    return lambda plan: journey.add(plan, exercise, now.diary, on=now.today)


def _take_out(_request: HttpRequest, exercise: str, now: Situation) -> Edit:
    return lambda plan: journey.take_out(plan, exercise, now.diary, on=now.today)


def _stand_in(request: HttpRequest, exercise: str, now: Situation) -> Edit:
    other = request.POST.get("other", "")
    return lambda plan: journey.swap(plan, other, exercise, now.diary, on=now.today, today=now.today)


def _wish(wish: Wish) -> Callable[[HttpRequest, str, Situation], Edit]:
    def edit_of(_request: HttpRequest, exercise: str, now: Situation) -> Edit:
        return lambda plan: journey.grant(plan, exercise, wish, now.diary, on=now.today)

    return edit_of


CARD_EDITS: dict[str, Callable[[HttpRequest, str, Situation], Edit]] = {
    "put-in": _put_in,
    "take-out": _take_out,
    "instead": _stand_in,
    "favourite": _wish("favourite"),
    "never": _wish("never"),
    "neither": _wish("neither"),
}


@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """The plan as it was before the last change by hand; what has closed since does not come back."""
    now, record = situation(clock.today()), queries.current_plan()
    before = queries.plan_before(record.version) if record and record.reason == "edited" else None
    if before is None:
        messages.warning(request, _("There is nothing left to take back."), extra_tags="care")
        return redirect("plan:overview")
    former = before.plan

    def as_it_was(_plan: Plan) -> Plan:
        return journey.apply(former, (), now.diary, on=now.today)

    return _try(request, now, as_it_was, reason="undone", back="plan:overview")


def _try(request: HttpRequest, now: Situation, change: Edit, *, reason: str, back: str) -> HttpResponse:
    """The change as a new version; or, where it cannot be, what would be needed."""
    assert now.plan is not None  # noqa: S101  # every caller has looked
    if now.stopped:
        return redirect("intake:result")
    try:
        changed = change(now.plan)
        with actions.alone():  # the plan and the wishes it holds: both, or neither
            actions.keep_plan(plan=changed, reason=reason, on=now.today, after=now.version)
            keep_wishes(changed.intake, today=now.today)
    except actions.OvertakenError:
        raise
    except BadInput as refused:
        needs = _("That does not fit. It needs %(allowed)s.") % {"allowed": refused.allowed}
        messages.warning(request, needs, extra_tags="care")
    except PsoasError as refused:
        messages.warning(request, str(refused), extra_tags="care")
    else:
        messages.success(request, _("Done. It can be taken back on the page Plan."), extra_tags="go")
    return redirect(back)
