"""The way in, a page at a time. Each page: find what is kept, read the form, keep the part, go to the next page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.catalogue.safety_rules import RedFlag
from psoas.records import actions, queries
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.clinician_limits import SET_BY
from psoas.screening.intake import Answer
from psoas.web import clock
from psoas.web.emergency import number_for, numbers
from psoas.web.fields import PageForm, sent
from psoas.web.intake import route
from psoas.web.intake.assembly import further_questions, intake_of
from psoas.web.intake.forms import FORMS, content_of, form_for
from psoas.web.intake.joint_pages import TOGETHER, answers_of, contents_of, forms_of, screen_of
from psoas.web.intake.return_form import ReturnForm, add_return
from psoas.web.plan_making import make_plan
from psoas.web.safety_answers import hold_answers, keep_screened
from psoas.web.safety_form import FURTHER, PAGES, SafetyForm, initial_of, questions_of
from psoas.web.situation import situation

AFTER_CANCER = "new-pain-after-cancer"
"""A stop that no question asked for: new or strong pain that nobody has seen, after cancer."""


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """What Psoas is and is not; one button."""
    return render(request, "intake/welcome.html", {"begun": bool(queries.parts())})


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """Never behind a form: the number to call and what to say."""
    chosen = request.GET.get("country", "")
    return render(request, "intake/emergency.html", {"here": number_for(request, chosen), "numbers": numbers()})


@require_safe
def alarm(request: HttpRequest) -> HttpResponse:
    """One answer was enough: help first, everything else later."""
    parts = queries.parts()
    flags = journey.alarming(_answers(parts))
    if not flags:
        return redirect("intake:start")
    context = {"flags": flags, "here": number_for(request, ""), "numbers": numbers(), "rest": _rest_of_safety(parts)}
    return render(request, "intake/alarm.html", context)


@require_safe
def start(_request: HttpRequest) -> HttpResponseRedirect:
    """Go on where somebody left off."""
    parts = queries.parts()
    open_page = route.first_open(parts, route.screening_pages(parts))
    return redirect(_ask(open_page, parts)) if open_page else redirect("intake:result")


def safety(request: HttpRequest, number: int) -> HttpResponse:
    """One of the five safety pages, or the sixth with further questions for some."""
    parts = queries.parts()
    flags = _questions_of(number, parts)
    if not flags:
        raise Http404
    name = f"safety-{number}"
    form = SafetyForm(flags, sent(request), initial=initial_of(parts.get(name, {})))
    if request.method == "POST" and form.is_valid():
        is_alarming = bool(journey.alarming(form.answers()))
        with actions.alone():  # the answer and what it closes: both, or neither
            actions.keep_part(part=name, content=form.content())
            clearance = _screen_again(form.answers())
        return _after_safety(number, clearance, is_alarming=is_alarming)
    return _show(request, form, name, parts, template="intake/safety.html", number=number)


def page(request: HttpRequest, page: str) -> HttpResponse:
    """One of the pages about you, or one of the five questions."""
    parts = queries.parts()
    if page not in FORMS and page not in route.follow_up_pages(parts):
        raise Http404
    form = form_for(page, sent(request), kept=parts.get(page))
    if request.method == "POST" and form.is_valid():
        actions.keep_part(part=page, content=content_of(form))
        return _onward(page)
    return _show(request, form, page, parts, template="intake/page.html")


def together(request: HttpRequest, screen: str) -> HttpResponse:
    """The short pages of one screen, all at once."""
    if screen not in TOGETHER:
        raise Http404
    parts = queries.parts()
    forms = forms_of(screen, sent(request), parts)
    contents = contents_of(forms) if request.method == "POST" else None
    if contents is None:
        wrong = sum(len(form.errors) for form in forms.values())
        more = {"wrong": wrong, "back": _before(screen, parts), "clear": screen == "plan" and _is_clear(parts)}
        context = {"forms": forms, "screen": screen, **more}
        return render(request, "intake/together.html", context, status=422 if wrong else 200)
    answers = answers_of(forms)
    with actions.alone():
        for page_name, content in contents.items():
            actions.keep_part(part=page_name, content=content)
        clearance = _screen_again(answers)
    if journey.alarming(answers):
        return redirect("intake:alarm")
    return redirect("intake:together", screen="soon") if screen == "now" else _next(TOGETHER[screen][-1], clearance)


@require_safe
def result(request: HttpRequest) -> HttpResponse:
    """What screening says, in words, and what to do next."""
    now = situation(clock.today())
    if now.clearance is None:
        return redirect("intake:start")
    parts = queries.parts()
    open_page = route.first_open(parts, route.QUESTIONS)
    context = {
        "clearance": now.clearance,
        "returnable": _returnable(now.clearance),
        "stopped_by": any(reason.id.startswith(SET_BY) for reason in now.clearance.reasons),
        "next": _ask(open_page, parts) if open_page else "",
        "further": _is_further_open(parts),
        "fused": _is_fused(parts),
        "here": number_for(request, ""),
        "planned": now.record is not None,
    }
    return render(request, f"intake/result-{_kind(now.clearance)}.html", context)


def seen(request: HttpRequest, answer: str) -> HttpResponse:
    """A stop ends only so: seen on a day, by somebody, fine to exercise or with limits. Then everything is asked again."""
    known = {*journey.catalogue().red_flags, *journey.catalogue().conditions, AFTER_CANCER}
    if answer not in known:
        raise Http404
    form = ReturnForm(sent(request))
    if request.method == "POST" and form.is_valid():
        actions.keep_part(part="returns", content=add_return(queries.parts().get("returns", {}), answer, form))
        return redirect("intake:together", screen="now")
    flag = journey.catalogue().red_flags.get(answer)
    return render(request, "intake/seen.html", {"form": form, "flag": flag}, status=_status(form))


@require_safe
def first(request: HttpRequest) -> HttpResponse:
    """A safe six-minute first session, at once."""
    screened = queries.screened()
    if screened is None or screened.clearance.scope == "none":
        return redirect("intake:result")
    session = journey.first_session(screened.intake, today=clock.today())
    return render(request, "intake/first.html", {"session": session, "place": "today"})


@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """Everything that was answered, each page with a way to change it."""
    parts = queries.parts()
    return render(request, "intake/answers.html", {"pages": [(page, _address(page), page in parts) for page in _pages(parts)]})


def _questions_of(number: int, parts: route.Parts) -> tuple[RedFlag, ...]:
    """The safety questions of a page; the sixth has those that the other answers call for."""
    if number != FURTHER:
        return questions_of(number)
    if route.first_open(parts, route.screening_pages(parts)):
        return ()
    return further_questions(intake_of(parts))


def _is_further_open(parts: route.Parts) -> bool:
    """Is there a further question that nobody has answered yet?"""
    said = parts.get(route.FURTHER, {}).get("answers", {})
    return any(flag.id not in said for flag in _questions_of(FURTHER, parts))


def _pages(parts: route.Parts) -> tuple[str, ...]:
    further = (route.FURTHER,) if _questions_of(FURTHER, parts) else ()
    return (*route.screening_pages(parts), *further, *route.QUESTIONS, *route.EXTRA)


def _answers(parts: route.Parts) -> dict[str, Answer]:
    pages = (*route.SAFETY, route.FURTHER)
    return {question: answer for page in pages for question, answer in parts.get(page, {}).get("answers", {}).items()}


def _rest_of_safety(parts: route.Parts) -> str:
    """Where somebody with a sore knee goes on: the questions that are open, or the less urgent ones once more."""
    open_page = route.first_open(parts, route.SAFETY)
    return _ask(open_page, parts) if open_page else reverse("intake:together", kwargs={"screen": "soon"})


def _is_clear(parts: route.Parts) -> bool:
    """Nothing to say but that one can start: no result page is needed for it."""
    screened = queries.screened()
    said = screened.clearance if screened else None
    return said is not None and said.scope == "full" and not (said.reasons or said.limits) and not _is_fused(parts)


def _is_fused(parts: route.Parts) -> bool:
    return "lumbar-fusion" in parts.get("operations", {}).get("what", ())


def _kind(clearance: ClearanceRecord) -> str:
    if clearance.urgency == "emergency":
        return "emergency"
    return "stop" if clearance.scope == "none" else "go"


def _returnable(clearance: ClearanceRecord) -> list[str]:
    """The reasons that a visit can answer: safety questions, each once."""
    flags = journey.catalogue().red_flags
    ids = (reason.id for reason in clearance.reasons if reason.id in flags or reason.id == AFTER_CANCER)
    return list(dict.fromkeys(ids))


def _after_safety(number: int, clearance: ClearanceRecord | None, *, is_alarming: bool) -> HttpResponse:
    """All five in turn, whoever comes back to them too. What was said holds at once, even if the rest is never answered."""
    if number >= PAGES[-1] and not is_alarming:
        return _next(f"safety-{number}", clearance)
    return redirect("intake:alarm") if is_alarming else redirect("intake:safety", number=number + 1)


def _screen_again(answers: Mapping[str, Answer] = MappingProxyType({})) -> ClearanceRecord | None:
    """Keep the intake and what screening says of it. None while a page it needs is unanswered: then the answers just given
    join what is known otherwise (brought in by a file), so that one page closes a plan by itself."""
    parts, today = queries.parts(), clock.today()
    if not route.first_open(parts, route.screening_pages(parts)):
        return keep_screened(intake_of(parts), today=today)
    if answers:
        hold_answers(answers, today=today, returns=parts.get("returns", {}).get("returns", []))
    return None


def _onward(page: str) -> HttpResponse:
    """Keep what is complete, then to the next page that is open."""
    return _next(page, _screen_again())


def _next(page: str, clearance: ClearanceRecord | None) -> HttpResponse:
    parts = queries.parts()
    if clearance is None:
        return redirect(_ask(route.first_open(parts, route.screening_pages(parts)) or "safety-1", parts))
    if _is_further_open(parts):
        return redirect(_address(route.FURTHER))
    open_page = route.first_open(parts, route.QUESTIONS)
    goes_on = page in (*route.QUESTIONS, *route.EXTRA) or (open_page and _is_clear(parts))
    if clearance.scope == "none" or not goes_on:
        return redirect("intake:result")
    return redirect(_ask(open_page, parts)) if open_page else _planned()


def _planned() -> HttpResponse:
    """All is answered: a first plan at once; later changes make a new one from tomorrow."""
    begun = queries.current_plan() is not None
    make_plan(today=clock.today(), reason="remade" if begun else "made")
    return redirect("today:show") if begun else redirect("intake:first")


def _ask(page: str, parts: route.Parts) -> str:
    """Where an open page is asked: with its neighbours while none of them is answered, else alone."""
    screen = screen_of(page, parts)
    return reverse("intake:together", kwargs={"screen": screen}) if screen else _address(page)


def _address(page: str) -> str:
    if page.startswith("safety-"):
        return reverse("intake:safety", kwargs={"number": int(page.removeprefix("safety-"))})
    return reverse("intake:page", kwargs={"page": page})


def _show(request: HttpRequest, form: PageForm, page: str, parts: route.Parts, *, template: str, **more: Any) -> HttpResponse:
    stretch, at = route.stage(page, parts)
    context = {"form": form, "page": page, "stretch": stretch, "at": at, "back": _back(page, parts), **more}
    return render(request, template, context, status=_status(form))


def _before(screen: str, parts: route.Parts) -> str:
    """The screen before this one."""
    if screen == "soon":
        return reverse("intake:together", kwargs={"screen": "now"})
    return reverse("intake:together", kwargs={"screen": "soon"}) if screen == "about" else _back(TOGETHER[screen][0], parts)


def _back(page: str, parts: route.Parts) -> str:
    pages = _pages(parts)
    if page not in pages or page == pages[0]:
        return reverse("intake:welcome")
    return _address(pages[pages.index(page) - 1])


def _status(form: PageForm) -> int:
    """422 says: nothing was kept, look at the message beside the field."""
    return 422 if form.is_bound and not form.is_valid() else 200
