"""The shell: what must be on the device before the network goes.

Its version is a fingerprint of the files themselves, so that a new release, and nothing else, is a new worker.
"""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static

STYLES = "css"
SCRIPTS = "built"
LOOSE = ("mark.svg", "icons.svg", "icons/icon-192.png")
PAGES = ("/offline/", "/emergency/")
WORKER = f"{SCRIPTS}/service-worker.js"
OFFLINE_SCRIPTS = ("page-player.js", "page-figure.js", "page-offline.js")


class NotBuilt(Exception):
    """The scripts have not been built yet: `make assets` does it."""


def shell() -> dict[str, object]:
    """Version and addresses of everything to keep."""
    names = tuple(_names())
    return {"version": _fingerprint(_stamps(names)), "paths": [*PAGES, *(static(name) for name in names)]}


def worker() -> str:
    """The built service worker."""
    return _file(WORKER).read_text("utf-8")


def _names() -> list[str]:
    """Every style, and the scripts that a page needs without a network."""
    styles = _file(f"{STYLES}/psoas.css").parent
    found = [f"{STYLES}/{path.relative_to(styles).as_posix()}" for path in sorted(styles.rglob("*.css"))]
    scripts = [f"{SCRIPTS}/{name}" for name in OFFLINE_SCRIPTS]
    return [*found, *(name for name in (*scripts, *LOOSE) if finders.find(name))]


def _stamps(names: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    stats = ((name, _file(name).stat()) for name in (*names, WORKER))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


@lru_cache(maxsize=4)
def _fingerprint(stamps: tuple[tuple[str, int, int], ...]) -> str:
    digest = sha256()
    for name, _, _ in stamps:
        digest.update(name.encode() + b"\0" + _file(name).read_bytes())
    return digest.hexdigest()[:16]


def _file(name: str) -> Path:
    found = finders.find(name)
    if not isinstance(found, str):
        raise NotBuilt(name)
    return Path(found)
