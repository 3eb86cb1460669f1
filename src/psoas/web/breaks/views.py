"""The breaks of today and tomorrow, as a list for everybody and as data for the window; and what is said of one."""

import json
import re
from datetime import date, timedelta
from typing import cast, get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from psoas import journey
from psoas.diary.entry import BreakTaken, Did, Entry
from psoas.exchange.documents import as_json
from psoas.planning.plan import MicroBreak
from psoas.records import actions
from psoas.vocabulary.dates import is_clock_time
from psoas.web import clock
from psoas.web.breaks.break_window import BreakMovement, BreakSlot, BreakWindow
from psoas.web.form_day import OtherDayError, form_day, not_kept
from psoas.web.plan_making import keep_told
from psoas.web.situation import Situation, situation
from psoas.web.templatetags.figures import address

DAYS = 7
"""So many days from today on say which movements are at hand at any time."""
SWITCH = re.compile("on|off")
CHOICES = {"breaks_sound": SWITCH, "breaks_away": SWITCH, "breaks_quiet": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")}
"""What may be chosen in the window, and how it is written."""


@require_safe
@ensure_csrf_cookie
def show(request: HttpRequest) -> HttpResponse:
    """Counts down where scripts run; a list with three answers where they do not. Nothing is due while a pause runs."""
    now = situation(clock.today())
    if now.plan is None or now.stopped:
        return redirect("today:show")
    given = _window(now, (now.today, now.today + timedelta(days=1)))
    context = {
        "now": now,
        "place": "today",
        "given": json.dumps(as_json(given)),
        "spare": given.spare,
        "today_breaks": [
            (pause, _did(now, pause.at)) for pause in (now.day.micro_breaks if now.day and not now.pause else ())
        ],
    }
    return render(request, "breaks/show.html", context)


@require_POST
def tell(request: HttpRequest) -> HttpResponse:
    """Did it, not now, or it hurt: an entry like any other."""
    at, exercise, did = (request.POST.get(name, "") for name in ("at", "exercise", "did"))
    if did not in get_args(Did) or not is_clock_time(at) or exercise not in journey.catalogue().exercises:
        raise Http404
    today, wants_page = clock.today(), "application/json" not in request.headers.get("Accept", "")
    try:
        on = form_day(request, today=today)
    except OtherDayError as other:
        return (
            not_kept(request, other, _("It hurt") if did == "hurt" else _("Done")) if wants_page else HttpResponse(status=409)
        )
    taken = BreakTaken(at=at, exercise=exercise, did=cast("Did", did))
    keep_told(entry=Entry(on=on, micro_breaks=(taken,)), kind="log", today=today)
    return redirect("breaks:show") if wants_page else HttpResponse(status=204)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Sound, noticing an absence, a silence until a time: kept, so that they hold in the next window."""
    name, value = request.POST.get("name", ""), request.POST.get("value", "")
    if name not in CHOICES or not CHOICES[name].fullmatch(value):
        raise Http404
    actions.keep_setting(name=name, value=value)
    return HttpResponse(status=204)


def _did(now: Situation, at: str) -> str:
    return next((taken.did for taken in (now.entry.micro_breaks if now.entry else ()) if taken.at == at), "")


def _window(now: Situation, days: tuple[date, ...]) -> BreakWindow:
    """The window on these days. Nothing is due while a pause runs."""
    slots = () if now.pause else tuple(slot for day in days for slot in _slots(now, day))
    spare = _spare(now)
    names = dict.fromkeys([*(slot.exercise for slot in slots), *spare])
    return BreakWindow(slots=slots, movements={name: _movement(name) for name in names}, spare=spare)


def _slots(now: Situation, day: date) -> tuple[BreakSlot, ...]:
    page = journey.day_of(now.plan, day) if now.plan else None
    told = {taken.at for entry in now.diary.entries if entry.on == day for taken in entry.micro_breaks}
    due: tuple[MicroBreak, ...] = page.micro_breaks if page else ()
    return tuple(BreakSlot(day=day, at=pause.at, exercise=pause.exercise) for pause in due if pause.at not in told)


def _movement(name: str) -> BreakMovement:
    card = journey.catalogue().exercises[name]
    return BreakMovement(name=card.names.plain, how=(*card.setup, *card.steps), motion=address(f"{name}.json"))


def _spare(now: Situation) -> tuple[str, ...]:
    """The movements of the breaks from today on, so that what has hurt and made room is not among them; without breaks in the
    plan, its movements that are made for one."""
    days = [day for week in (now.plan.weeks if now.plan else ()) for day in week.days if day.date >= now.today][:DAYS]
    hurt = {taken.exercise for taken in (now.entry.micro_breaks if now.entry else ()) if taken.did == "hurt"}
    breaks = [pause.exercise for day in days for pause in day.micro_breaks]
    items = [item.exercise for day in days for session in day.sessions for item in session.items]
    made_for_one = [name for name in items if journey.catalogue().exercises[name].micro_break]
    return tuple(name for name in dict.fromkeys(breaks or made_for_one) if name not in hurt)
