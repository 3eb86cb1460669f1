"""What is handed over, and the page that seals it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from psoas.exchange.documents import as_json, write_json
from psoas.exchange.handover import handed
from psoas.records import backup, queries
from psoas.web import clock


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Says what goes along; the browser seals it. A link leads only where others can reach this address: not to a loopback."""
    context = {"planned": queries.current_plan() is not None, "label": _label(), "has_server": settings.HAS_SERVER}
    return render(request, "handover/show.html", context)


@require_safe
def content(_request: HttpRequest) -> HttpResponse:
    """The document that is sealed."""
    text = write_json(as_json(handed(backup.everything())), indent=0)
    return HttpResponse(text, content_type="application/json", headers={"Cache-Control": "no-store"})


def _label() -> str:
    """What the opener reads before it is open: no name, because a link is easily seen by others. At most 80 letters."""
    return _("Psoas hand-over of %(day)s") % {"day": clock.today().isoformat()}
