"""Pages to read."""

from collections import Counter
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.vocabulary.evidence import STATUS_SAYS, how_checked
from psoas.web.card import sources_of


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """The questions people ask, each answered with evidence."""
    asked = [(question, sources_of(question.sources)) for question in journey.catalogue().questions.values()]
    return render(request, "learn/questions.html", {"questions": asked, "place": "library"})


@require_safe
def psoas(request: HttpRequest) -> HttpResponse:
    """What the psoas is, and how hip and spine work together."""
    return render(request, "learn/psoas.html", {"place": "library"})


@require_safe
def sharing(request: HttpRequest) -> HttpResponse:
    """How hips and lower back share movement."""
    return render(request, "learn/sharing.html", {"place": "library"})


@require_safe
def after_fusion(request: HttpRequest) -> HttpResponse:
    """What changes after a fusion of the lower back."""
    return render(request, "learn/after-fusion.html", {"place": "library"})


@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """What is often said, beside what the evidence says."""
    rows = [(claim, sources_of(claim.sources)) for claim in journey.catalogue().claims.values()]
    return render(request, "learn/claims.html", {"claims": rows, "place": "library"})


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every reference, with how far it was checked; `?show=LPR-12` opens the topic of that one."""
    rows = sorted(journey.catalogue().sources.values(), key=lambda source: source.topic)
    shown = journey.catalogue().sources.get(request.GET.get("show", ""))
    topics = [(topic, list(group)) for topic, group in groupby(rows, key=lambda source: source.topic)]
    count = Counter(source.status for source in rows)
    labels = [(status, how_checked(status), count[status]) for status in STATUS_SAYS]
    debt = [source for source in rows if source.status == "M"]
    context = {"topics": topics, "shown": shown, "labels": labels, "debt": debt, "place": "library"}
    return render(request, "learn/sources.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, what it is not, and where the answers are kept."""
    return render(request, "learn/about.html")
