"""Pages for what went wrong: what to do next, and whether something was lost.

unreadable   a row or the database itself is damaged: where the file lies, how to begin anew
unwritable   the disk is full or closed: what was just sent is not kept
busy         another window is writing: a moment's patience
refused      an address that Psoas does not answer to: which it does, and how to allow another
unknown      anything else
"""

import sys
from collections.abc import Callable
from typing import Literal

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from psoas.records.damage import Damaged
from psoas.web import clock

WITHOUT_A_CLOCK = ("/emergency/", "/static/")
Kind = Literal["unreadable", "unwritable", "busy", "refused", "unknown"]
SQLITE_SAYS: tuple[tuple[str, Kind], ...] = (
    ("SQLITE_CORRUPT", "unreadable"),
    ("SQLITE_NOTADB", "unreadable"),
    ("SQLITE_FULL", "unwritable"),
    ("SQLITE_IOERR", "unwritable"),
    ("SQLITE_READONLY", "unwritable"),
    ("SQLITE_CANTOPEN", "unwritable"),
    ("SQLITE_BUSY", "busy"),
    ("SQLITE_LOCKED", "busy"),
)
"""How SQLite's error names begin (sqlite.org/rescode.html)."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # the shape Django calls
    return render(request, "error_pages/not-found.html", status=404)


def failed(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Drawn without the base page, whose settings need the database that may be what failed."""
    trouble = exception or sys.exc_info()[1]
    context = {"kind": kind_of(trouble), "file": settings.DATABASES["default"]["NAME"], "row": getattr(trouble, "row", "")}
    return render(None, "error_pages/failed.html", context, status=400 if exception else 500)


class RightClock:
    """With a clock that cannot be right no day is right either: says so, instead of a plan for 1970."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not clock.is_lost() or request.path.startswith(WITHOUT_A_CLOCK):
            return self.get_response(request)
        return render(None, "error_pages/clock.html", {"today": clock.today()}, status=503)


def kind_of(trouble: BaseException | None) -> Kind:
    """By what SQLite said, where the trouble came from there."""
    if isinstance(trouble, Damaged):
        return "unreadable"
    if isinstance(trouble, DisallowedHost):
        return "refused"
    said = str(getattr(trouble.__cause__ if trouble else None, "sqlite_errorname", ""))
    return next((kind for name, kind in SQLITE_SAYS if said.startswith(name)), "unknown")


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # the shape Django calls
    return render(request, "error_pages/token.html", status=403)
