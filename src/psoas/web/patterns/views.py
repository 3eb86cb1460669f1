"""Every component, in every state it has."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from psoas.vocabulary.scales import MARKS

COLOURS = ("paper", "raised", "line", "ink", "soft-ink", "trunk", "hips", "attention", "go", "care")


def show(request: HttpRequest) -> HttpResponse:
    return render(request, "patterns/show.html", {"colours": COLOURS, "marks": MARKS})
