"""Reading the plan: at a glance, a day, what was left out, on paper."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.planning.plan import Day, Week
from psoas.records import queries
from psoas.web import clock
from psoas.web.next_step import sessions_of
from psoas.web.plan.week_sheet import sheet_of
from psoas.web.situation import Situation, situation


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Eight weeks at a glance."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    context = {"current": _week_of(now), "last": _last(now), "notes": journey.notes(now.plan.intake, today=now.today)}
    return render(request, "plan/overview.html", {"now": now, "place": "plan", **context})


@require_safe
def day(request: HttpRequest, day: str) -> HttpResponse:
    """One day: each session with its movements, and why."""
    now = situation(clock.today())
    page = _day(now, day)
    around = {"before": _near(now, page, -1), "after": _near(now, page, 1)}
    undone = (told.number for told in sessions_of(now) if not told.done)
    context = {
        "now": now,
        "day": page,
        "place": "plan",
        "editable": page.date >= now.today,
        "moves": _moves(now, page),
        "next_number": next(undone, None),
        **around,
    }
    return render(request, "plan/day.html", context)


@require_safe
def left_out(request: HttpRequest) -> HttpResponse:
    """Every exercise that is not for this person now, with the reason."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    return render(request, "plan/left-out.html", {"plan": now.plan, "place": "plan"})


@require_safe
def printed(request: HttpRequest) -> HttpResponse:
    """The coming seven days on two sheets of paper: an equal way to follow the plan."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    return render(request, "plan/print.html", {"sheet": sheet_of(_days_ahead(now)), "now": now, "place": "plan"})


@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """Every plan there was: nothing that was seen is lost."""
    return render(request, "plan/versions.html", {"versions": queries.plan_versions(), "place": "plan"})


def _day(now: Situation, text: str) -> Day:
    try:
        found = journey.day_of(now.plan, date.fromisoformat(text)) if now.plan else None
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def _moves(now: Situation, page: Day) -> dict[int, tuple[date, ...]]:
    """By the number of each session the days to which it may move."""
    if now.plan is None or page.date < now.today:
        return {}
    plan, numbers = now.plan, range(len(page.sessions))
    return {number: journey.days_for(plan, on=page.date, session=number) for number in numbers}


def _near(now: Situation, page: Day, step: int) -> date | None:
    other = page.date + timedelta(days=step)
    return other if now.plan and journey.day_of(now.plan, other) else None


def _week_of(now: Situation) -> Week | None:
    """The week that today is in; before the start, the first one."""
    weeks = now.plan.weeks if now.plan else ()
    return next((week for week in weeks if week.days[-1].date >= now.today), None)


def _days_ahead(now: Situation) -> list[Day]:
    return [found for week in (now.plan.weeks if now.plan else ()) for found in week.days if found.date >= now.today]


def _last(now: Situation) -> date | None:
    return now.plan.weeks[-1].days[-1].date if now.plan else None
