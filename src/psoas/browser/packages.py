"""What Python carries into the browser: the packages without what no page uses, and the rooms without their other doors."""

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

DJANGO_CONTRIB = frozenset({"__init__.py", "messages", "staticfiles"})
UNUSED = (
    "django/test",
    "django/conf/app_template",
    "django/conf/project_template",
    "django/db/backends/oracle",
    "django/db/backends/mysql",
    "django/db/backends/postgresql",
    "pydantic/v1",
    "pydantic/mypy.py",
    "pydantic/experimental",
    "csp/tests",
    "structlog/twisted.py",
    "icalendar/tests",
    "icalendar/fuzzing",
    "tzdata",
    "whitenoise",
)
"""Test tools, templates for new projects, other databases; the browser knows the time zones, the host serves the files."""
UNREAD = (".pyi", ".po", ".rst", ".so.md", ".typed")
OTHER_DOORS = (
    "cli",
    "web/static",
    "web/elements",
    "browser/page",
    "figure/data/movements",
    "figure/data/solved",
    "web/serve.py",
    "web/listening.py",
)
"""Of Psoas itself: what only a computer or the build needs."""
PUREST = ("browser/build.py", "browser/packages.py", "browser/release.py", "browser/copies.py")


def gather_packages(wheels: Iterable[Path], folder: Path) -> None:
    """Unpack the wheels and drop what is not used."""
    for wheel in sorted(wheels):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
    contrib = folder / "django/contrib"
    drop(path for path in contrib.iterdir() if path.name not in DJANGO_CONTRIB)
    drop(folder / name for name in UNUSED)
    english = folder / "django/conf/locale"
    drop(path for path in english.iterdir() if path.is_dir() and path.name != "en")
    drop(path for path in folder.rglob("locale") if path != english)
    drop(path for path in folder.rglob("*") if path.suffix in UNREAD)
    drop(path for path in folder.rglob("static") if path.is_dir() and path.parent.name != "templatetags")
    drop(path for info in folder.glob("*.dist-info") for path in info.iterdir() if path.name != "METADATA")


def gather_rooms(source: Path, folder: Path) -> None:
    """Psoas as it lies in `source`, without its other doors; its built data comes along."""
    shutil.copytree(source, folder / "psoas", ignore=shutil.ignore_patterns("__pycache__"))
    drop(folder / "psoas" / name for name in (*OTHER_DOORS, *PUREST))
    reach = folder / "psoas/figure/data/built"
    drop(path for path in reach.glob("*") if path.name != "reach.json")


def drop(paths: Iterable[Path]) -> None:
    for path in list(paths):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def zip_tree(folder: Path, target: Path) -> None:
    """The tree as a zip, in order."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            archive.write(file, file.relative_to(folder))
