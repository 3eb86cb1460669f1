"""A page that is kept as it was drawn, for as long as nothing it shows has changed.

    kept under      the newest row of every table, the minute, the language
    never kept      an answer that is not a whole page (a redirect), one that carries a message, one asked for by a script
    drawn in        each time: the token of its forms, a new mask of the same secret, as the browser's cookie asks

One page for each process, in memory alone: the next look under other numbers drops it.
"""

import re
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.translation import get_language

from psoas.records.revision import newest_rows
from psoas.web import clock

View = Callable[[HttpRequest], HttpResponse]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([0-9A-Za-z]{64})"')
MESSAGES = "messages"
"""The cookie that holds what a page before this one has to say."""


class KeptPage:
    """The latest page of one view, cut where its token stands."""

    def __init__(self) -> None:
        self.key: object = None
        self.parts: list[str] = []

    def keep(self, key: object, drawn: HttpResponse) -> None:
        text = drawn.content.decode()
        found = TOKEN.search(text)
        self.key, self.parts = key, text.split(found[1]) if found else [text]

    def drop(self) -> None:
        self.key, self.parts = None, []

    def answer(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(get_token(request).join(self.parts) if len(self.parts) > 1 else self.parts[0])


def kept(view: View) -> View:
    """The view, drawn anew only where something changed."""
    page = KeptPage()
    _PAGES.append(page)

    @wraps(view)
    def look(request: HttpRequest) -> HttpResponse:
        if request.COOKIES.get(MESSAGES) or request.method != "GET" or "HX-Request" in request.headers:
            return view(request)
        key = (newest_rows(), f"{clock.now():%Y-%m-%d %H:%M}", clock.today(), get_language())
        if page.key == key:
            return page.answer(request)
        page.drop()
        drawn = view(request)
        if drawn.status_code == 200:
            page.keep(key, drawn)
        return drawn

    return look


_PAGES: list[KeptPage] = []


def forget() -> None:
    """Drop every kept page."""
    for page in _PAGES:
        page.drop()
