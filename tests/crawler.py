"""Follow every link from a page, as somebody with much time would."""

import re
from collections.abc import Callable

LINK = re.compile(r'(?:href|src)="(/[^"#]*)"')
Get = Callable[[str], tuple[int, str]]
"""A path in; status and text out, redirects followed. Text is empty where the answer is no page."""


def crawl(get: Get, *starts: str) -> dict[str, int]:
    """Every address that can be reached by links, with its status."""
    found: dict[str, int] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop(0)
        if path not in found:
            found[path], text = get(path)
            waiting += sorted({link.replace("&amp;", "&") for link in LINK.findall(text)})
    return found
