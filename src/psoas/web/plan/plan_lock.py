"""Two windows may change the plan at once; each change must start from the other's result, or one of them would be lost."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from psoas.records import actions
from psoas.web.plan_making import TRIES

View = Callable[..., HttpResponse]


def alone(view: View) -> View:
    """A change that was overtaken while it was thought over is thought over again; only the last try makes others wait."""

    def changed(request: HttpRequest, **address: str) -> HttpResponse:
        for _ in range(TRIES):
            try:
                return view(request, **address)
            except actions.OvertakenError:
                continue
        with actions.alone():
            return view(request, **address)

    return changed
