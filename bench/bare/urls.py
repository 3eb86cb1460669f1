"""Two addresses: a page with five indexed reads, and one that stores a row."""

import uuid
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import path

from bare.models import Entry

PAGE = Template("<!doctype html><title>Bare</title><ul>{% for entry in entries %}<li>{{ entry.on }}</li>{% endfor %}</ul>")


def page(_request: HttpRequest) -> HttpResponse:
    entries = [Entry.objects.filter(on__gte=date(2026, 1, day)).order_by("on").first() for day in range(1, 6)]
    return HttpResponse(PAGE.render(Context({"entries": entries})))


@transaction.atomic
def post(request: HttpRequest) -> HttpResponse:
    Entry.objects.create(key=uuid.uuid4().hex, on=date(2026, 1, 5), document=request.body.decode())
    return HttpResponse(status=201)


urlpatterns = [path("", page), path("post/", post)]
