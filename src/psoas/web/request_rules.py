"""What every request must keep to before a page sees it, and what every answer carries unless it says otherwise.

method      GET, HEAD, POST; anything else is 405
size        a body says how long it is, and is no longer than the page needs; refused before a byte of it is read
cache       nothing is kept by the browser (`no-store`): pages tell of health. Named exceptions are the same for everybody
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext as _

METHODS = ("GET", "HEAD", "POST")
LARGEST = {"/settings/import/": 6_000_000, "/settings/steps/": 100_000_000}
"""Bytes; a saved file has at most five million, and the form around it a little more. A health app's export is packed."""
USUAL = 1_000_000
SAME_FOR_ALL = ("/service-worker.js", "/manifest.webmanifest", "/offline/")
"""Nothing of the person is on them. Static files are served before this is asked; the offline copy of Today and of its
sessions is not the browser's cache: a script keeps it, the settings switch it off, and deleting everything empties it."""


class Border:
    """First of all, so that what is refused costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = _refusal(request) or self.get_response(request)
        if request.path not in SAME_FOR_ALL and not request.path.startswith("/static/"):
            answer.headers["Cache-Control"] = "no-store"
        return answer


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if request.method not in METHODS:
        return HttpResponseNotAllowed(METHODS)
    length = request.META.get("CONTENT_LENGTH") or ""
    if request.method == "POST" and not length.isdecimal():
        return None if length == "" and not _has_body(request) else HttpResponse(_("Say how long it is."), status=411)
    if length.isdecimal() and int(length) > LARGEST.get(request.path, USUAL):
        return HttpResponse(_("That is too large to be anything Psoas saved. Nothing was kept."), status=413)
    return None


def _has_body(request: HttpRequest) -> bool:
    return "HTTP_TRANSFER_ENCODING" in request.META
