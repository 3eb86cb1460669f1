"""Two addresses: a page with five indexed reads, and one that stores a row."""

import json
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import Context, Template
from django.urls import path
from django.views.decorators.csrf import ensure_csrf_cookie

from bare.models import Entry

PAGE = Template("<!doctype html><title>Bare</title><ul>{% for entry in entries %}<li>{{ entry.on }}</li>{% endfor %}</ul>")


def page(_request: HttpRequest) -> HttpResponse:
    entries = [Entry.objects.filter(on__gte=date(2026, 1, day)).order_by("on").first() for day in range(1, 6)]
    return HttpResponse(PAGE.render(Context({"entries": entries})))


@ensure_csrf_cookie
def post(request: HttpRequest) -> HttpResponse:
    """Asked without an entry, it hands out a token; a key that is known is kept once."""
    if request.method != "POST":
        return HttpResponse(status=204)
    told = json.loads(request.body)
    with transaction.atomic():
        Entry.objects.create(key=told["key"], on=date.fromisoformat(told["entry"]["on"]), document=json.dumps(told["entry"]))
    return JsonResponse({"key": told["key"]}, status=201)


urlpatterns = [path("", page), path("post/", post)]
