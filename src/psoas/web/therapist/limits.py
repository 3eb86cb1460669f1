"""A clinician's limits come in: filled in or as a file, looked at, then kept; and lifted, again by a clinician.

What is kept here nobody takes back but a clinician, so it is shown first: who, what, and what leaves the plan.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from psoas import journey
from psoas.exchange.document_check import check
from psoas.exchange.documents import read_document, write_document
from psoas.exchange.precautions import limits_say, plain
from psoas.planning.plan import Plan
from psoas.screening.clinician_limits import ClinicianLimits, Lifted
from psoas.vocabulary.errors import BadInput
from psoas.web import clock
from psoas.web.fields import sent
from psoas.web.safety_answers import bind
from psoas.web.situation import Situation, situation
from psoas.web.therapist.forms import DoseForm, LiftForm, LimitsForm

DOSE_ROWS = 3


@dataclass(frozen=True)
class Held:
    """One that holds: where it stands among all, and what it says."""

    number: int
    says: str


def ask(request: HttpRequest) -> HttpResponse:
    """The form; sent, what it would do."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    planned = _planned(now.plan, now)
    form = LimitsForm(sent(request), planned=planned, initial={"on": now.today})
    doses = formset_factory(DoseForm, extra=DOSE_ROWS)(sent(request), form_kwargs={"planned": planned}, prefix="dose")
    problem = ""
    if request.method == "POST":
        try:
            if (limits := _read(request, form, doses, now)) is not None:
                return _look(request, limits, now, now.plan)
        except BadInput as refused:
            problem = str(refused)
    context = {"form": form, "doses": doses, "held": _held(now), "problem": problem, "place": "progress", "lift": LiftForm()}
    return render(request, "therapist/limits.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """What was looked at, on record and in the plan."""
    now = situation(clock.today())
    try:
        clearance = bind(_document(request.POST.get("limits", "").encode(), now), today=now.today)
    except BadInput as refused:
        messages.warning(request, str(refused), extra_tags="care")
        return redirect("therapist:limits")
    messages.success(request, _("Kept. It holds in this plan and in every later one."), extra_tags="go")
    return redirect("intake:result" if clearance.scope == "none" else "therapist:limits")


@require_POST
def lift(request: HttpRequest) -> HttpResponse:
    """A clinician's word ends it; what it had closed comes back with the next plan."""
    now, form = situation(clock.today()), LiftForm(sent(request))
    told = now.plan.intake.clinician_limits if now.plan else ()
    number = request.POST.get("number", "")
    if not number.isdecimal() or int(number) >= len(told):
        return redirect("therapist:limits")
    if form.is_valid():
        lifted = Lifted(by=form.cleaned_data["lifted_by"], on=form.cleaned_data["lifted_on"])
        try:
            limits = replace(told[int(number)], lifted=lifted)
            check(limits, today=now.today)
            bind(limits, today=now.today)
            messages.success(request, _("Lifted. Make the plan anew, and it may use what was closed."), extra_tags="go")
        except BadInput as refused:
            messages.warning(request, str(refused), extra_tags="care")
    else:
        messages.warning(request, _("Say who lifted it, and on which day."), extra_tags="care")
    return redirect("therapist:limits")


def _read(request: HttpRequest, form: LimitsForm, doses: Any, now: Situation) -> ClinicianLimits | None:
    """From a file where one was chosen, else from the form; None where a field has something to say."""
    if (file := request.FILES.get("file")) is not None:
        return _document(file.read(), now)
    if not (form.is_valid() & doses.is_valid()):
        return None
    try:
        limits = form.limits(tuple(limit for one in doses.forms for limit in one.limit()))
        check(limits, today=now.today)
    except BadInput as refused:
        form.add_error(refused.field if refused.field in form.fields else "planned", _nothing_asked(refused))
        return None
    return limits


def _nothing_asked(refused: BadInput) -> str:
    if refused.field == "exercises":
        return _("Nothing is asked yet: fill in at least one limit.")
    return refused.allowed


def _document(content: bytes, now: Situation) -> ClinicianLimits:
    limits: ClinicianLimits = read_document(content, ClinicianLimits)
    check(limits, today=now.today)
    return limits


def _look(request: HttpRequest, limits: ClinicianLimits, now: Situation, plan: Plan) -> HttpResponse:
    """What leaves the plan and what becomes less, before anything is kept."""
    bound = journey.bind(plan, (limits,), now.diary, today=now.today)
    before, after = set(_planned(plan, now)), set(_planned(bound, now))
    context = {
        "says": limits_say(limits),
        "leaving": sorted(plain(name) for name in before - after),
        "coming": sorted(plain(name) for name in after - before),
        "stops": limits.scope == "none",
        "document": write_document(limits),
        "place": "progress",
    }
    return render(request, "therapist/look.html", context)


def _held(now: Situation) -> list[Held]:
    told = now.plan.intake.clinician_limits if now.plan else ()
    return [Held(number, limits_say(one)) for number, one in enumerate(told) if one.holds(now.today)]


def _planned(plan: Plan, now: Situation) -> list[str]:
    """The movements of the days to come, in the order in which they come."""
    days = [day for week in plan.weeks for day in week.days if day.date >= now.today]
    items = [item.exercise for day in days for session in day.sessions for item in session.items]
    breaks = [pause.exercise for day in days for pause in day.micro_breaks]
    return list(dict.fromkeys([*items, *breaks]))
