"""Emergency numbers. The chosen country comes first; without a choice the browser's language suggests one; else 112."""

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from psoas import journey
from psoas.catalogue.entries import Emergency
from psoas.records import queries


def numbers() -> tuple[Emergency, ...]:
    """All of them, the one that most mobile phones know first."""
    return tuple(journey.catalogue().emergencies.values())


def countries() -> list[tuple[str, str]]:
    """What can be chosen in the settings."""
    return [(emergency.id, emergency.name) for emergency in numbers()]


def number_for(request: HttpRequest, chosen: str) -> Emergency:
    """The number to show big."""
    known = journey.catalogue().emergencies
    wanted = chosen or queries.preferences()["country"]
    return known.get(wanted) or _by_language(request.headers.get("Accept-Language", "")) or numbers()[0]


def _by_language(header: str) -> Emergency | None:
    """The region of the most wanted language that names one: `en-GB` suggests the United Kingdom."""
    tags = (tag for tag, _weight in parse_accept_lang_header(header.lower()))
    regions = [tag.split("-")[-1].upper() for tag in tags if "-" in tag]
    found = (emergency for region in regions for emergency in numbers() if region in emergency.regions)
    return next(found, None)
