"""Two windows may change the plan at once; each change must start from the other's result, or one of them would be lost."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from psoas.records import actions

View = Callable[..., HttpResponse]


def alone(view: View) -> View:
    """What this view reads is still so when it writes: nobody else writes meanwhile. Only looking waits for nobody."""

    def changed(request: HttpRequest, **address: str) -> HttpResponse:
        if request.method != "POST":
            return view(request, **address)
        with actions.alone():
            return view(request, **address)

    return changed
