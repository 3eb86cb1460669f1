"""The player's page and the address its entries are sent to."""

from dataclasses import asdict
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from psoas import journey
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Session
from psoas.records import actions, queries
from psoas.screening.intake import Intake
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.scales import MARKS
from psoas.web import clock, words
from psoas.web.parcel import Parcel, read_parcel
from psoas.web.plan_making import keep_told, keep_up
from psoas.web.situation import situation

SCREENING = "/start/together/now/"
"""Where all safety questions are asked again."""


@require_safe
@never_cache
@ensure_csrf_cookie
def show(request: HttpRequest, day: str, index: int, minutes: int | None = None) -> HttpResponse:
    """One session of the plan, whole or in fewer minutes; home again when safety closed it since."""
    now = situation(clock.today())
    keep_up(now)
    on_record = queries.current_plan()
    if on_record is None or now.stopped:
        return redirect("/")
    page = journey.day_of(on_record.plan, _day(day))
    if page is None or index >= len(page.sessions):
        raise Http404
    screened = queries.screened()
    intake = screened.intake if screened else on_record.plan.intake
    session = page.sessions[index]
    if minutes is None:
        return _player(request, session, intake, name=f"{day}/{index}")
    try:
        less = journey.shorter(session, minutes)
    except BadInput as not_offered:
        raise Http404 from not_offered
    return _player(request, less.session, intake, name=f"{day}/{index}/{minutes}")


@require_safe
@never_cache
@ensure_csrf_cookie
def first(request: HttpRequest) -> HttpResponse:
    """The safe six minutes before any long set-up."""
    screened = queries.screened()
    if screened is None:
        return redirect("/")
    try:
        session = journey.first_session(screened.intake, today=clock.today())
    except journey.PlanForbiddenError:
        return redirect("/")
    return _player(request, session, screened.intake, name="first")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@ensure_csrf_cookie
def log(request: HttpRequest) -> HttpResponse:
    """Take in one entry: 201 when it is new, 200 when its key is known. Asked without one, it hands out a token."""
    if request.method != "POST":
        return HttpResponse(status=204)
    try:
        parcel = read_parcel(request.body)
    except BadInput as bad:
        return JsonResponse({"error": str(bad)}, status=400)
    if _is_from_before(parcel):
        return JsonResponse(
            {"error": _("everything was deleted here since; this was not kept")}, status=410 if queries.was_erased() else 409
        )
    try:
        is_new = keep_told(key=parcel.key, entry=parcel.entry, kind=parcel.kind, today=clock.today())
    except BadInput as bad:
        return JsonResponse({"error": str(bad)}, status=400)
    except actions.KeyTakenError as taken:
        return JsonResponse({"error": str(taken)}, status=409)
    return JsonResponse({"key": parcel.key}, status=201 if is_new else 200)


def _is_from_before(parcel: Parcel) -> bool:
    """Written before "delete everything": by another browser, which could not know."""
    if parcel.beginning is None:
        return queries.was_erased()
    return parcel.beginning != queries.beginning()


def _player(request: HttpRequest, session: Session, intake: Intake, *, name: str) -> HttpResponse:
    try:
        script = journey.train(session, intake=intake, today=clock.today())
    except journey.PlanForbiddenError:
        script = None
    if script is None:
        return redirect("/")
    exercises = journey.catalogue().exercises
    needs = dict.fromkeys(thing for item in session.items for thing in _needs(exercises[item.exercise]))
    content = {
        "session": session,
        "name": name,
        "script": asdict(script),
        "choices": [part.choices[0] for part in script.parts],
        "shown": {one.exercise: journey.shown_by(one.exercise) for part in script.parts for one in part.choices},
        "needs": list(needs),
        "marks": MARKS,
        "beginning": queries.beginning(),
        "screening": SCREENING,
    }
    return render(request, "session/player.html", content)


def _needs(exercise: Exercise) -> tuple[str, ...]:
    """What to have within reach: what one sits, lies or kneels on, and what one holds."""
    surface = words.SURFACES_TO_HAVE.get(exercise.demands.surface)
    return (*((surface,) if surface and exercise.demands.posture != "cycling" else ()), *exercise.equipment)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
