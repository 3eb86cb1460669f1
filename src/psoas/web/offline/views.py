"""The worker with its shell, the manifest, and the page that stands in for what is out of reach."""

import json

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from psoas.web.offline.shell import NotBuilt, shell, worker


@require_safe
@cache_control(no_cache=True)
def service_worker(_request: HttpRequest) -> HttpResponse:
    """The built worker with the shell in front of it."""
    try:
        text = f"self.SHELL = {json.dumps(shell())};\n{worker()}"
    except NotBuilt as error:
        raise Http404 from error
    return HttpResponse(text, content_type="text/javascript; charset=utf-8")


@require_safe
@cache_control(no_cache=True)
def manifest(_request: HttpRequest) -> HttpResponse:
    """What makes the app installable, with the addresses its icons have in this release."""
    content = {
        "name": "Psoas",
        "short_name": "Psoas",
        "description": _("An open, local coach for hips and lower back"),
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbfaf6",
        "theme_color": "#2e6e7e",
        "categories": ["health", "fitness"],
        "icons": [
            {"src": static("mark.svg"), "sizes": "any", "type": "image/svg+xml"},
            {"src": static("icons/icon-192.png"), "sizes": "192x192", "type": "image/png"},
            {"src": static("icons/icon-512.png"), "sizes": "512x512", "type": "image/png"},
            {"src": static("icons/icon-mask.png"), "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        ],
    }
    return JsonResponse(content, content_type="application/manifest+json")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """No connection, and what still works. The same for everybody: nothing of the person is on it."""
    return render(request, "offline/show.html")
