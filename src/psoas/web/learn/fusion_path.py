"""Living with a fusion: where somebody stands on the way, and how everyday things are done on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.catalogue.fusion_path import Guide
from psoas.records import queries
from psoas.web import clock, words

TOPICS: words.Names = {
    "moving": _("Everyday things"),
    "levels": _("How many levels, and where"),
    "knowing": _("Good to know"),
    "calling": _("When to call"),
}


@require_safe
def living(request: HttpRequest) -> HttpResponse:
    """The four stages, the person's own open, and the guides by topic."""
    screened = queries.screened()
    way = journey.fusion_stages(screened.intake if screened else None, today=clock.today())
    topics = [(title, _of(topic, way.guides)) for topic, title in TOPICS.items()]
    return render(request, "learn/living.html", {"way": way, "topics": topics, "place": "library"})


@require_safe
def before(request: HttpRequest) -> HttpResponse:
    """The weeks before an operation."""
    screened = queries.screened()
    stage, planned = journey.stage_before(screened.intake if screened else None, today=clock.today())
    return render(request, "learn/before.html", {"stage": stage, "planned": planned, "place": "library"})


def _of(topic: str, guides: tuple[Guide, ...]) -> list[Guide]:
    return [guide for guide in guides if guide.topic == topic]
