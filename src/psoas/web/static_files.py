"""Static files as this version serves them: under names that carry their content, compressed once and not at every start.

What was collected is marked with what it was collected from; the mark is written last, so that a start that was killed halfway
collects again. `make assets` collects into the checkout (`python -m psoas.web.static_files`): a start that finds its own files
there links them into its data folder and compresses nothing.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

MARK = ".collected"
MADE_BY = ("django", "whitenoise")
BUILT = Path(__file__).parent / "collected"
"""What `make assets` collected; a home without it collects for itself."""


def collect() -> None:
    """Make them ready; nothing where they are."""
    root, wanted = Path(settings.STATIC_ROOT), fingerprint()
    if _holds(root, wanted):
        return
    if _holds(BUILT, wanted):
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(BUILT, root, copy_function=_link, ignore=shutil.ignore_patterns(MARK))
    else:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    (root / MARK).write_text(wanted, "utf-8")


def fingerprint() -> str:
    """Of every file's name, size and age, and of what compresses them."""
    told = [*(f"{name} {version(name)}" for name in MADE_BY), *sorted(_files())]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _holds(folder: Path, wanted: str) -> bool:
    mark = folder / MARK
    return mark.is_file() and mark.read_text("utf-8") == wanted


def _link(source: str, target: str) -> None:
    """The same file under another name, where the disk can: what was collected is deleted one day, never written into."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _files() -> Iterator[str]:
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=None):
            found = Path(storage.path(name)).stat()
            yield f"{name} {found.st_size} {found.st_mtime_ns}"


if __name__ == "__main__":
    import django

    os.environ |= {"DJANGO_SETTINGS_MODULE": "psoas.web.settings", "PSOAS_COLLECTED": "1"}
    settings.STATIC_ROOT = BUILT
    django.setup()
    collect()
