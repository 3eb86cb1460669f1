"""The summary: to look at, to print, to take along, to send."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.exchange.fhir import write_fhir
from psoas.exchange.pdf import can_write_pdf, write_pdf
from psoas.exchange.precautions import limits_say
from psoas.exchange.sheet import OnRecord
from psoas.exchange.summary import summary
from psoas.records import queries
from psoas.web import clock
from psoas.web.situation import Situation, situation


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The same sections as on paper."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    context = {
        "sheet": summary(on_record(now), today=now.today),
        "limits": [limits_say(one) for one in journey.limits_in_force(now.plan.intake, today=now.today)],
        "has_pdf": can_write_pdf(),
        "place": "progress",
    }
    return render(request, "therapist/show.html", context)


@require_safe
def pdf(_request: HttpRequest) -> HttpResponse:
    """One page of A4, and the plan on a second."""
    now = _planned()
    if not can_write_pdf():
        raise Http404
    return _file(write_pdf(summary(on_record(now), today=now.today)), "application/pdf", f"psoas-summary-{now.today}.pdf")


@require_safe
def record(_request: HttpRequest) -> HttpResponse:
    """What is on record, in the form that clinics' systems exchange."""
    now = _planned()
    text = write_fhir(on_record(now), at=clock.now(), today=now.today)
    return _file(text.encode(), "application/fhir+json", f"psoas-record-{now.today}.fhir.json")


def on_record(now: Situation) -> OnRecord:
    """What the sheet speaks of."""
    if now.plan is None:
        raise Http404
    return OnRecord(plan=now.plan, diary=now.diary, examinations=queries.examinations(), screened_on=now.asked_on)


def _planned() -> Situation:
    now = situation(clock.today())
    if now.plan is None:
        raise Http404
    return now


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
