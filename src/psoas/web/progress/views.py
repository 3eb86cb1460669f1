"""How it runs, with how sure one can be."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.diary.entry import Entry
from psoas.records import queries
from psoas.records.diary_record import diary_on_record
from psoas.web import clock
from psoas.web.progress import charts
from psoas.web.progress.charts import Chart
from psoas.web.progress.overview import climb_says, glance, review
from psoas.web.situation import Situation, situation

DAYS_SHOWN = 90
"""A quarter of a year; the others are one tap away, so that the page does not grow with the years."""
WEEKS_SHOWN = 13
VERDICTS = ("helps", "worsens", "no-clear-effect", "too-few")
TOLD_IN_WORDS = 3
NOTES_SHOWN = 5
T = TypeVar("T")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Everything of which something is known: a sentence, a picture and a table each."""
    now = situation(clock.today())
    if now.plan is None:
        return redirect("today:show")
    everything = "all" in request.GET
    outlook = journey.outlook(now.plan, now.diary, queries.examinations(), told=diary_on_record().entries, today=now.today)
    entries = [entry for entry in reversed(now.diary.entries) if entry.on <= now.today]
    shown = entries if everything else entries[:DAYS_SHOWN]
    context = {
        "outlook": outlook,
        "glance": glance(outlook),
        "review": review(outlook, now.plan.applied, today=now.today),
        "everything": everything,
        "helps": _in_words(now),
        "notes": _notes(entries),
        "entries": shown,
        "more": len(entries) - len(shown),
        "own": journey.catalogue().thresholds["own-activities"],
        "noise": journey.catalogue().thresholds["pain-0-10"],
        "place": "progress",
        "now": now,
        **_drawn(outlook, now, everything=everything),
    }
    return render(request, "progress/show.html", context)


@require_safe
def relief(request: HttpRequest) -> HttpResponse:
    """Which movements help this person."""
    ranked = journey.relief(queries.diary()).movements
    groups = [(verdict, [one for one in ranked if one.verdict == verdict]) for verdict in VERDICTS]
    return render(request, "progress/relief.html", {"groups": [pair for pair in groups if pair[1]], "place": "progress"})


def _drawn(outlook: journey.Outlook, now: Situation, *, everything: bool) -> dict[str, object]:
    """The charts, with the weeks that stand in the tables beside them."""
    weeks = outlook.weeks if everything else outlook.weeks[-WEEKS_SHOWN:]
    since = weeks[0].first
    noise = journey.catalogue().thresholds
    error, own = noise["pain-0-10"].detectable_change, noise["own-activities"].detectable_change
    climbs = [climb for climb in outlook.climbs if climb.weeks[-1].first >= since]
    again, rated = [one for one in outlook.retests if one.change is not None], outlook.activities
    return {
        "weeks": weeks,
        "earlier_weeks": len(outlook.weeks) - len(weeks),
        "pain": charts.pain_chart(outlook, since=since, today=now.today, error=error),
        "mobility": charts.mobility_chart(outlook, since=since, today=now.today, error=error),
        "done": charts.done_chart(weeks),
        "walking": charts.walking_chart(weeks),
        "climbs": [(one, climb_says(one), charts.climb_chart(one, first=since, today=now.today)) for one in climbs],
        "retests": _numbered("measure", ((one, charts.retest_chart(one)) for one in again)),
        "activities": _numbered("activity", ((one, charts.activity_chart(one.ratings, error=own)) for one in rated)),
    }


def _numbered(kind: str, drawn: Iterable[tuple[T, Chart]]) -> list[tuple[T, Chart, str]]:
    """Each with the id of its drawing."""
    return [(one, chart, f"chart-{kind}-{number}") for number, (one, chart) in enumerate(drawn, start=1)]


def _in_words(now: Situation) -> dict[str, list[str]]:
    """The movements that clearly help, and those that clearly do not."""
    ranked = journey.relief(now.diary).movements
    return {
        "helps": [one.exercise for one in ranked if one.verdict == "helps"][:TOLD_IN_WORDS],
        "worsens": [one.exercise for one in ranked if one.verdict == "worsens"][:TOLD_IN_WORDS],
    }


def _notes(entries: list[Entry]) -> list[tuple[date, str]]:
    """What was written lately, the newest first; what happened comes before what was thought."""
    told = [(entry.on, text) for entry in entries for text in (entry.adverse_event, entry.note) if text]
    return told[:NOTES_SHOWN]
