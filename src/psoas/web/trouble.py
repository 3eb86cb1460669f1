"""Pages for what went wrong: what to do next, and that nothing was lost."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # the shape Django calls
    return render(request, "trouble/not-found.html", status=404)


def failed(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Drawn without the base page, whose settings need the database that may be what failed."""
    return render(None, "trouble/failed.html", status=400 if exception else 500)


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # the shape Django calls
    return render(request, "trouble/token.html", status=403)
