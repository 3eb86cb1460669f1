"""Today's page and its one-tap answers."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from psoas import journey
from psoas.diary.entry import BreakTaken, Entry, EntryPain
from psoas.records import actions, queries
from psoas.vocabulary.dates import is_clock_time
from psoas.vocabulary.scales import MARKS
from psoas.web import clock
from psoas.web.form_day import OtherDayError, form_day, not_kept
from psoas.web.next_step import SessionToday, next_step, sessions_of
from psoas.web.one_tap import one_tap
from psoas.web.page_cache import kept
from psoas.web.plan_making import keep_told, keep_up
from psoas.web.proposals import proposals_of
from psoas.web.situation import Situation, situation
from psoas.web.today.news import news_of

HABITS_SHOWN = 2
"""The others are one tap away."""
FULLER_AFTER_DAYS = 1
"""The fuller set-up and the self-tests are offered from the day after the first one."""


@require_safe
@kept
def show(request: HttpRequest) -> HttpResponse:
    """What today holds."""
    now = situation(clock.today())
    if now.pause is None and keep_up(now):
        now = situation(now.today)
    if now.record is None:
        return redirect("intake:result" if now.clearance else "intake:welcome")
    if now.stopped:
        return redirect("intake:result")
    sessions = sessions_of(now)
    open_sessions = [told for told in sessions if not told.done]
    following = open_sessions[0] if open_sessions else None
    context = {
        "now": now,
        "place": "today",
        "step": next_step(now, sessions),
        "sessions": sessions,
        "next_session": following,
        "lengths": journey.lengths(following.session) if following else (),
        "other_days": _other_days(now, following) if following else (),
        "proposals": proposals_of(now.proposed),
        "marks": MARKS,
        "yesterday": now.today - timedelta(days=1),
        "begins_tomorrow": now.plan is not None and now.plan.start == now.today + timedelta(days=1),
        "offers_tests": _offers_tests(now),
        "fused": now.is_fused,
        "news": news_of(now.watch.made_safer) if now.watch else [],
        "eased": bool(now.plan and any(made.on == now.today for made in now.plan.applied)),
        **_habits(now),
        **_breaks(now),
    }
    return render(request, "today/show.html", context)


@require_POST
@one_tap("next_morning", days_ago=1)
def morning(_: HttpRequest, mark: int, on: date) -> HttpResponse:
    """How is it the morning after? It belongs to the day before."""
    keep_told(entry=Entry(on=on, pain=EntryPain(next_morning=mark)), kind="log", today=clock.today())
    return redirect("today:show")


@require_POST
def tick_habit(request: HttpRequest, habit: str) -> HttpResponse:
    """One tap: done today."""
    if habit not in journey.catalogue().habits:
        raise Http404
    try:
        on = form_day(request, today=clock.today())
    except OtherDayError as other:
        return not_kept(request, other, _("Done"))
    actions.keep_entry(entry=Entry(on=on, habits=(habit,)), kind="log", key=f"habit-{on}-{habit}")
    return _ticked(request, "today/habits.html")


@require_POST
def tick_break(request: HttpRequest, at: str) -> HttpResponse:
    """One tap: done, or it hurt."""
    hurt, today = request.POST.get("did") == "hurt", clock.today()
    try:
        on = form_day(request, today=today)
    except OtherDayError as other:
        return not_kept(request, other, _("It hurt") if hurt else _("Done"))
    taken = BreakTaken(at=at, exercise=_exercise_at(request, on, at), did="hurt" if hurt else "yes")
    keep_told(entry=Entry(on=on, micro_breaks=(taken,)), kind="log", today=today)
    return _ticked(request, "today/breaks.html")


def _exercise_at(request: HttpRequest, on: date, at: str) -> str:
    """The movement that stood on the page: the plan may have another one at that time by now."""
    now = situation(clock.today())
    day = journey.day_of(now.plan, on) if now.plan else None
    planned = next((pause.exercise for pause in (day.micro_breaks if day else ()) if pause.at == at), "")
    told = request.POST.get("exercise", planned)
    if told not in journey.catalogue().exercises or not is_clock_time(at):
        raise Http404
    return told


def _ticked(request: HttpRequest, template: str) -> HttpResponse:
    """The list anew for htmx; the page anew without JavaScript."""
    if not request.htmx:  # type: ignore[attr-defined]  # django-htmx adds it
        return redirect("today:show")
    now = situation(clock.today())
    context = {"now": now, "more_open": "more" in request.POST, "ticked": True, **_habits(now), **_breaks(now)}
    return render(request, template, context)


def _habits(now: Situation) -> dict[str, Any]:
    """The next habits of the day, and behind them the others with those that are done."""
    ticked = set(now.entry.habits if now.entry else ())
    wanted = now.day.habits if now.day else ()
    near = [habit for habit in wanted if habit not in ticked][:HABITS_SHOWN]
    behind = [(habit, habit in ticked) for habit in wanted if habit not in near]
    return {"habits": near, "habits_behind": behind, "habits_done": len(ticked & set(wanted)), "habits_all": len(wanted)}


def _breaks(now: Situation) -> dict[str, Any]:
    """The next break by the clock, and behind it the whole day, each with what was said of it (empty: nothing was)."""
    did = {taken.at: str(taken.did) for taken in (now.entry.micro_breaks if now.entry else ())}
    pauses = [(pause, did.get(pause.at, "")) for pause in (now.day.micro_breaks if now.day else ())]
    untold = [pause for pause, told in pauses if not told]
    hour = f"{clock.now():%H:%M}"
    near = next((pause for pause in untold if pause.at >= hour), untold[-1] if untold else None)
    return {"break_next": near, "breaks": pauses, "breaks_done": sum(told == "yes" for _pause, told in pauses)}


def _other_days(now: Situation, told: SessionToday) -> tuple[date, ...]:
    """The days of the coming week to which the next session may move."""
    if now.plan is None or now.plan.start > now.today:
        return ()
    return journey.days_for(now.plan, on=now.today, session=told.number)


def _offers_tests(now: Situation) -> bool:
    """Nothing was measured yet, and the first day is over."""
    later = now.screened is not None and now.today - now.screened.on >= timedelta(days=FULLER_AFTER_DAYS)
    return later and not queries.examinations()
