"""Who may come in: this machine's own browser always; another device only when `psoas serve --phone` has paired it.

The pairing address carries a code, shown as a QR code on this machine. Looking at the address uses nothing up, so that a
preview in a message cannot spend it; the button on the page does. Then the device holds a secret of its own in a cookie.
"""

import time
from collections.abc import Callable
from ipaddress import ip_address
from secrets import compare_digest

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from psoas.web.pairing import Paired, say_paired

COOKIE = "psoas-phone"
PAIRING_PATH = "/pair/"
CALENDAR_PATH = "/calendar/"
MONTH_S = 30 * 24 * 3600
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via")
"""What a proxy adds. Behind one, everybody seems to come from this machine."""


class PairedPhone:
    """Lets this machine through; asks everybody else for the pairing cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if any(name in request.headers for name in FORWARDED):
            return HttpResponseForbidden(_("A proxy passed this on. Psoas answers this machine’s own browser, and no proxy."))
        if _from_here(request) or _is_paired(request) or _knows_the_calendar(request):
            return self.get_response(request)
        if request.path == PAIRING_PATH and request.method in ("GET", "POST"):
            return _pair(request)
        return HttpResponseForbidden(_("This device is not paired. Scan the code that psoas serve --phone shows."))


def _from_here(request: HttpRequest) -> bool:
    """From this machine: its inner address, or, with `--phone`, the very address it serves on."""
    address = request.META.get("REMOTE_ADDR", "")
    try:
        return ip_address(address).is_loopback or (bool(settings.PHONE_CODE) and address in settings.PHONE_ADDRESSES)
    except ValueError:
        return False


def _knows_the_calendar(request: HttpRequest) -> bool:
    """A calendar program keeps no cookie: its page looks at the secret in the address, which opens nothing else."""
    return bool(settings.PHONE_CODE) and request.method in ("GET", "HEAD") and request.path.startswith(CALENDAR_PATH)


def _is_paired(request: HttpRequest) -> bool:
    secret = request.COOKIES.get(COOKIE, "")
    return bool(settings.PHONE_CODE and secret) and Paired(settings.DATA).knows(secret)


def _pair(request: HttpRequest) -> HttpResponse:
    """The page with its button; then, for a code that holds, the cookie."""
    code = (request.POST if request.method == "POST" else request.GET).get("code", "")
    if not _is_current(code):
        return HttpResponseForbidden(_("This code is not current. Start psoas serve --phone again and scan the new one."))
    if request.method == "GET":
        return render(None, "access/pair.html", {"code": code, "fingerprint": settings.PHONE_FINGERPRINT})
    secret = Paired(settings.DATA).pair(code)
    if secret is None:
        return HttpResponseForbidden(_("This code was used already. Start psoas serve --phone again and scan the new one."))
    say_paired(request.META.get("REMOTE_ADDR", ""))
    answer = HttpResponseRedirect("/")
    answer.set_cookie(COOKIE, secret, max_age=MONTH_S, secure=True, httponly=True, samesite="Strict")
    return answer


def _is_current(code: str) -> bool:
    expected = settings.PHONE_CODE
    return bool(expected) and compare_digest(code.encode(), expected.encode()) and time.time() < settings.PHONE_UNTIL
