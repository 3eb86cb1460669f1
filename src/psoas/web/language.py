"""Which language a request is answered in: the person's setting, else the machine's (`PSOAS_LANGUAGE`), else the browser's.

A browser is offered complete languages only: half a translation is asked for, never met by surprise.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from psoas.records import queries
from psoas.records.damage import Damaged
from psoas.vocabulary.language import ENGLISH, Language, languages, speaking, spoken
from psoas.vocabulary.language import speak as speak_in_rooms

AS_THE_BROWSER = "auto"
HELD = "psoas.preferences"


class PersonsLanguage:
    """Rooms and pages speak the same language; the setting is read once a request, and kept for the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = settings.LANGUAGE or by_browser(request.headers.get("Accept-Language", ""))
        with speaking(code), translation.override(code):
            answer = self.get_response(request)
            answer.headers.setdefault("Content-Language", spoken())
        patch_vary_headers(answer, ("Accept-Language",))
        return answer

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _named: Any) -> None:
        """Only what a page will answer asks the database; a damaged one is the page's to tell, in the browser's language."""
        try:
            chosen = preferences_of(request)["language"]
        except (Damaged, DatabaseError):
            return
        if chosen in languages():
            speak(chosen)


def preferences_of(request: HttpRequest) -> Mapping[str, str]:
    """The person's settings, read once a request."""
    if HELD not in request.META:
        request.META[HELD] = queries.preferences()
    held: Mapping[str, str] = request.META[HELD]
    return held


def speak(code: str) -> None:
    """For the rest of this request."""
    speak_in_rooms(code)
    translation.activate(code)


def by_browser(header: str) -> str:
    """The first language of the browser that is complete; `de-AT` is content with `de`."""
    complete = {language.code.lower(): language.code for language in offered()}
    asked = (tag for tag, _ in parse_accept_lang_header(header.lower()))
    found = (complete.get(tag) or complete.get(tag.split("-")[0]) for tag in asked)
    return next((code for code in found if code), ENGLISH)


def offered() -> tuple[Language, ...]:
    """What a person may choose without knowing that it is unfinished."""
    return tuple(language for language in languages().values() if language.complete)
