"""What pages of other sites, and of other programs on this machine, may ask of this one: to open it as a page, no more.

Local mode has no login, so a browser would send their requests as if they were the person's own. Browsers say where a request
comes from (Fetch Metadata, W3C); whatever is not from here and does not open a whole page by GET gets no answer. So no other
page can load an address of this one as a picture, a script or a frame, and learn from success, size or time what is on record.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils.translation import gettext as _

OWN = ("same-origin", "none")
"""Our own pages, and what the person opened: an address typed, a bookmark. Programs that are no browsers say nothing."""


class FetchMetadata:
    """Refuses what another site asks for inside its own pages; tells browsers not to hand our answers to it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _is_own(request) or _opens_a_page(request):
            answer = self.get_response(request)
        else:
            answer = HttpResponseForbidden(_("Open this page by itself."))
        answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return answer


def _is_own(request: HttpRequest) -> bool:
    return request.headers.get("Sec-Fetch-Site", "none") in OWN


def _opens_a_page(request: HttpRequest) -> bool:
    """A link that somebody followed; frames and embedded objects have another destination."""
    asked = (request.method, request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest"))
    return asked == ("GET", "navigate", "document")
