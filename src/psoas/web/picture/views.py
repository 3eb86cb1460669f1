"""One page: a bend shared between hips and lower back, in four versions of the same person."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.exchange.documents import as_json
from psoas.mechanics.reference_bend import Seen
from psoas.mechanics.share import Spread
from psoas.mechanics.subject import Subject
from psoas.records import queries
from psoas.vocabulary.language import spoken
from psoas.web import clock, words

SHOWN_AT = 70
"""Degrees at which the page opens."""
NAMES = {
    "now": _("As you are"),
    "freer": _("Hips 10° freer"),
    "stiffer": _("Hips 10° stiffer"),
    "fused": _("L4 to S1 fused"),
}
REFERENCE_NAME = _("A reference person")


@require_safe
def bend(request: HttpRequest) -> HttpResponse:
    """What helps first; the figures; the table; the model behind a fold."""
    seen = _computed(_person(), spoken())
    picture = seen.picture
    names = NAMES if not picture.reference else NAMES | {"now": REFERENCE_NAME}
    rows = [
        {"name": names[side.version], "version": side.version, "at": found, "part": _percent(found.lumbar_share)}
        for side in picture.sides
        for found in side.bends
        if found.trunk == SHOWN_AT
    ]
    context = {
        "picture": picture,
        "asked": seen.asked,
        "fits": seen.fits,
        "measured": [words.MEASURES.get(name, name) for name in picture.measured],
        "rows": rows,
        "worth": next((found.validation for found in picture.sides[0].bends if found.trunk == SHOWN_AT), "not-validated"),
        "levels": list(picture.sides[0].bends[0].levels),
        "data": {"names": {key: str(name) for key, name in names.items()}, **as_json(picture)},
        "changes": [change for change in seen.changes if change.change != "fused"],
        "shown_at": SHOWN_AT,
    }
    return render(request, "picture/bend.html", context)


def _person() -> Subject:
    screened, kept = queries.screened(), queries.examinations()
    if screened is None:
        return Subject()
    return journey.person(screened.intake, kept[-1] if kept else None, today=clock.today())


def _percent(part: Spread) -> str:
    return f"{100 * part.mean:.0f} % ({100 * part.low:.0f}–{100 * part.high:.0f})"


@lru_cache(maxsize=16)
def _computed(person: Subject, language: str) -> Seen:  # noqa: ARG001  # part of the cache's key: it is told in words
    """The same person is computed once."""
    return journey.see_bend(person)
