"""Every address there is, with something in place of its parts: an address that is added is attacked, too."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

SAMPLES = {
    "day": "2026-11-25",
    "exercise": "clamshell",
    "habit": "desk-setup",
    "test": "bridge-test",
    "what": "easier",
    "answer": "weight-loss",
    "page": "you",
    "screen": "now",
    "number": "1",
    "index": "0",
    "minutes": "5",
    "form": "json",
    "part": "1",
    "at": "09:45",
    "token": "a-secret-that-is-none",
}


def addresses() -> tuple[str, ...]:
    return tuple(sorted(set(_under(get_resolver(), "/"))))


def _under(resolver: URLResolver, base: str) -> Iterator[str]:
    for one in resolver.url_patterns:
        path = base + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _under(one, path)
        elif isinstance(one, URLPattern):
            yield _filled(path)


def _filled(path: str) -> str:
    while "<" in path:
        before, _, rest = path.partition("<")
        inner, _, after = rest.partition(">")
        path = before + SAMPLES[inner.rpartition(":")[2]] + after
    return path
