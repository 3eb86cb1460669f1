"""The day of a planned operation has come: what was planned becomes what was done, in one tap; the details follow."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from psoas.records import actions, queries
from psoas.web import clock
from psoas.web.intake import route
from psoas.web.intake.assembly import intake_of
from psoas.web.safety_answers import keep_screened


@require_POST
def done(_request: HttpRequest) -> HttpResponse:
    """The operation joins those that were had, not cleared yet; its own page then asks for the rest."""
    parts = queries.parts()
    planned = parts.get("ahead", {})
    what, day = planned.get("what", "none"), planned.get("on")
    if what == "none" or day is None or day > clock.today().isoformat():
        return redirect("intake:page", page="ahead")
    had = list(parts.get("operations", {}).get("what", []))
    ticked = list(parts.get("health", {}).get("ticked", []))
    told = {"day": day, "cleared": "no", **({"side": planned["side"]} if planned.get("side") else {})}
    with actions.alone():
        actions.keep_part(part="health", content={"ticked": list(dict.fromkeys([*ticked, "operations"]))})
        actions.keep_part(part="operations", content={"what": list(dict.fromkeys([*had, what]))})
        actions.keep_part(part=f"operation-{what}", content=told)
        actions.keep_part(part="ahead", content={"what": "none"})
        parts = queries.parts()
        if not route.first_open(parts, route.screening_pages(parts)):
            keep_screened(intake_of(parts), today=clock.today())
    return redirect("intake:page", page=f"operation-{what}")
