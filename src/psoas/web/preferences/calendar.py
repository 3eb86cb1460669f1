"""The plan in a calendar: as a file, or as an address that a calendar program asks by itself.

The address holds a long secret and nothing else opens it. It shows the plan and changes nothing; a new one ends the old.
"""

from secrets import compare_digest, token_urlsafe

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from psoas import journey
from psoas.diary.pause import read_pause, runs
from psoas.exchange.calendar import CalendarChoice, write_ics
from psoas.records import actions, queries
from psoas.web import clock, words

NAMES = ("pause", "calendar_breaks", "calendar_sitting")
SECRET_BYTES = 24


@require_safe
def subscribe(_request: HttpRequest, token: str) -> HttpResponse:
    """The calendar, for whoever knows the secret."""
    known = queries.preferences()["calendar_token"]
    if not known or not compare_digest(token.encode(), known.encode()):
        raise Http404
    return HttpResponse(calendar_text() or "", content_type="text/calendar; charset=utf-8")


@require_POST
def address(request: HttpRequest) -> HttpResponse:
    """A new secret, or none: then nothing answers any more."""
    new = token_urlsafe(SECRET_BYTES) if request.POST.get("keep") == "new" else ""
    actions.keep_setting(name="calendar_token", value=new)
    return redirect("preferences:show")


def calendar_text() -> str | None:
    """The plan in use as a calendar, with what earlier plans held for its days as cancelled; None without a plan."""
    record, chosen = queries.current_plan(), queries.preferences()
    if record is None:
        return None
    told = read_pause(chosen["pause"])
    pause = told if told and runs(told, queries.diary().entries, today=clock.today()) else None
    ended = told is not None and pause is None
    earlier = (queries.plan_version(number) for number, *_told in queries.plan_versions() if number != record.version)
    choice = CalendarChoice(
        breaks=chosen["calendar_breaks"] == "on",
        while_sitting=chosen["calendar_sitting"] == "on",
        kinds=tuple((kind, str(name)) for kind, name in words.KINDS.items()),
    )
    return write_ics(
        record.plan,
        catalogue=journey.catalogue(),
        former=(plan.plan for plan in earlier if plan is not None),
        sequence=record.version + queries.times_told(*NAMES) + ended,
        choice=choice,
        pause=pause,
    )
