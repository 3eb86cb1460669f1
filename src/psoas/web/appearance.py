"""How pages look for this person: language, theme and text size, as attributes of <html>."""

from django.http import HttpRequest

from psoas.records import queries
from psoas.vocabulary.language import ENGLISH, languages, spoken
from psoas.web.guest import SEEN_BY
from psoas.web.language import preferences_of


def appearance(request: HttpRequest) -> dict[str, object]:
    """Context of every page: the person's settings, and which part of the app this is."""
    match = request.resolver_match
    return {
        "preferences": preferences_of(request),
        "begun_under": queries.beginning(),
        "family": match.namespace if match else "",
        "direction": languages()[spoken()].direction,
        "is_translated": spoken() != ENGLISH,
        "guest": SEEN_BY in request.META,
    }
