"""Who may come in: this machine always; another device only when `psoas serve --phone` has paired it.

The pairing address carries a one-time token (shown as a QR code on this machine). Using it sets a signed cookie; using it
again does nothing.
"""

import secrets
from collections.abc import Callable
from ipaddress import ip_address
from threading import Lock

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.utils.translation import gettext as _

COOKIE = "psoas-phone"
PAIRING_PATH = "/pair/"
MONTH_S = 30 * 24 * 3600
_used: set[str] = set()
_one_at_a_time = Lock()


class PairedPhone:
    """Lets loopback through; asks everybody else for the pairing cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _from_here(request) or _is_paired(request):
            return self.get_response(request)
        if request.method == "GET" and request.path == PAIRING_PATH and _pairs(request.GET.get("token", "")):
            return _welcome()
        return HttpResponseForbidden(_("This device is not paired. Scan the code that psoas serve --phone shows."))


def _from_here(request: HttpRequest) -> bool:
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _is_paired(request: HttpRequest) -> bool:
    token = settings.PHONE_TOKEN
    try:
        held = request.get_signed_cookie(COOKIE, salt=COOKIE, max_age=MONTH_S)
    except (KeyError, signing.BadSignature):
        return False
    return bool(token) and secrets.compare_digest(str(held), token)


def _pairs(token: str) -> bool:
    """True once: the first device that shows the token is the phone."""
    expected = settings.PHONE_TOKEN
    if not expected or not secrets.compare_digest(token.encode(), expected.encode()):
        return False
    with _one_at_a_time:
        if token in _used:
            return False
        _used.add(token)
    return True


def _welcome() -> HttpResponse:
    answer = HttpResponseRedirect("/")
    answer.set_signed_cookie(
        COOKIE, settings.PHONE_TOKEN, salt=COOKIE, max_age=MONTH_S, secure=True, httponly=True, samesite="Strict"
    )
    return answer
