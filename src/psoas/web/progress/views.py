"""How it runs, with how sure one can be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.records import queries
from psoas.web import clock
from psoas.web.plan.situation import situation
from psoas.web.progress.chart import draw

DAYS_SHOWN = 90
"""A quarter of a year; the others are one tap away, so that the page does not grow with the years."""
VERDICTS = ("helps", "worsens", "no-clear-effect", "too-few")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Pain and mobility over the days, each with its table and one sentence."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    outlook = journey.outlook(now.plan, now.diary, queries.examinations(), today=now.today)
    noise = journey.catalogue().thresholds["pain-0-10"]
    charts = {
        name: draw(run.series, baseline=run.baseline, error=noise.detectable_change, today=now.today)
        for name, run in (("pain", outlook.pain), ("mobility", outlook.mobility))
    }
    entries = [entry for entry in reversed(now.diary.entries) if entry.on <= now.today]
    shown = entries if "all" in request.GET else entries[:DAYS_SHOWN]
    context = {
        "outlook": outlook,
        "charts": charts,
        "entries": shown,
        "more": len(entries) - len(shown),
        "noise": noise,
        "place": "progress",
        "now": now,
    }
    return render(request, "progress/show.html", context)


@require_safe
def relief(request: HttpRequest) -> HttpResponse:
    """Which movements help this person."""
    ranked = journey.relief(queries.diary()).movements
    groups = [(verdict, [one for one in ranked if one.verdict == verdict]) for verdict in VERDICTS]
    return render(request, "progress/relief.html", {"groups": [pair for pair in groups if pair[1]], "place": "progress"})
