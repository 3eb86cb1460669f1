"""Static files as this version serves them: under names that carry their content, compressed once and not at every start.

What was collected is marked with what it was collected from; the mark is written last, so that a start that was killed halfway
collects again.
"""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

MARK = ".collected"
MADE_BY = ("django", "whitenoise")


def collect() -> None:
    """Make them ready; nothing where they are."""
    mark, wanted = Path(settings.STATIC_ROOT) / MARK, fingerprint()
    if mark.is_file() and mark.read_text("utf-8") == wanted:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    mark.write_text(wanted, "utf-8")


def fingerprint() -> str:
    """Of every file's name, size and age, and of what compresses them."""
    told = [*(f"{name} {version(name)}" for name in MADE_BY), *sorted(_files())]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _files() -> Iterator[str]:
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=None):
            found = Path(storage.path(name)).stat()
            yield f"{name} {found.st_size} {found.st_mtime_ns}"
