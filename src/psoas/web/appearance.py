"""How pages look for this person: theme and text size, as attributes of <html>."""

from django.http import HttpRequest

from psoas.records import queries


def appearance(request: HttpRequest) -> dict[str, object]:
    """Context of every page: the person's settings, and which part of the app this is."""
    match = request.resolver_match
    return {"preferences": queries.preferences(), "family": match.namespace if match else ""}
