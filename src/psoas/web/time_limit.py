"""A sender that stalls keeps nobody else waiting.

Each request holds one of a worker's few threads while its body arrives. So bodies from one address have few of them at a time,
and all bodies together leave some free; who comes then is asked to come again, as an outbox does by itself. A page that is
only looked at has no body and never waits here. A sender that is gone without a word is noticed by it (`serve.py`).

408     it went away in the middle; nothing was kept
503     too much is arriving just now; nothing was kept
"""

from collections import Counter
from collections.abc import Callable
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.utils.translation import gettext as _

AT_ONCE = 6
"""Of the eight threads of a worker."""
FROM_ONE_ADDRESS = 3


class Patience:
    """Takes a body in before any page asks for it, and counts who is still sending."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._sending: Counter[str] = Counter()
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self.get_response(request)
        sender = request.META.get("REMOTE_ADDR", "")
        if not self._may_send(sender):
            return _refusal(_("Several things are arriving at once. Send it again in a moment; it was not kept."), 503)
        try:
            request.body  # noqa: B018  # reading it is what waits
        except UnreadablePostError:
            return _refusal(_("It did not arrive whole. Send it again; nothing was kept."), 408)
        finally:
            self._has_sent(sender)
        return self.get_response(request)

    def _may_send(self, sender: str) -> bool:
        with self._lock:
            if self._sending[sender] >= FROM_ONE_ADDRESS or self._sending.total() >= AT_ONCE:
                return False
            self._sending[sender] += 1
            return True

    def _has_sent(self, sender: str) -> None:
        with self._lock:
            self._sending -= Counter({sender: 1})


def _refusal(line: str, status: int) -> HttpResponse:
    """The connection is closed, so that what still comes is no next request."""
    return HttpResponse(line, status=status, headers={"Connection": "close"})
