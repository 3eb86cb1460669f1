"""What Python carries into the browser: the packages without what no page uses, and the rooms without their other doors."""

import re
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from psoas.catalogue import ready_made
from psoas.catalogue.catalogue import load_in
from psoas.vocabulary.language import ENGLISH, languages

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
    "icalendar/tests",
    "icalendar/fuzzing",
    "icalendar/cli.py",
    "tzdata/zoneinfo/tzdata.zi",
    "whitenoise",
    "packaging/direct_url.py",
    "packaging/dependency_groups.py",
    "packaging/licenses",
    "packaging/metadata.py",
    "packaging/pylock.py",
    "platformdirs/windows.py",
    "platformdirs/macos.py",
    "django/core/cache/backends/db.py",
    "django/core/cache/backends/memcached.py",
    "django/core/cache/backends/redis.py",
    "django/core/management/templates.py",
    "django/core/serializers/xml_serializer.py",
    "django/core/servers",
    "django/forms/jinja2",
    "django/template/backends/jinja2.py",
    "django/utils/archive.py",
    "django/utils/feedgenerator.py",
    "django/views/templates",
    "django/contrib/staticfiles/management",
    "annotated_types/test_cases.py",
)
"""Test tools, templates for new projects, other databases and caches; the host serves the files."""
COMMANDS = frozenset({"__init__.py", "migrate.py"})
"""Of Django's commands, what `opening` calls."""
LIBRARY_UNUSED = (
    "_pydatetime.py",
    "_pyio.py",
    "_pyrepl",
    "bdb.py",
    "cmd.py",
    "code.py",
    "compileall.py",
    "doctest.py",
    "ensurepip",
    "fileinput.py",
    "ftplib.py",
    "idlelib",
    "imaplib.py",
    "lib2to3",
    "mailbox.py",
    "modulefinder.py",
    "optparse.py",
    "pdb.py",
    "pickletools.py",
    "plistlib.py",
    "poplib.py",
    "profile.py",
    "pstats.py",
    "pyclbr.py",
    "pydoc.py",
    "pydoc_data",
    "smtplib.py",
    "symtable.py",
    "tabnanny.py",
    "tarfile.py",
    "timeit.py",
    "trace.py",
    "tracemalloc.py",
    "turtle.py",
    "unittest",
    "wave.py",
    "xml/dom",
    "xmlrpc",
    "asyncio/windows_events.py",
    "asyncio/proactor_events.py",
    "concurrent/futures/process.py",
    "concurrent/interpreters",
    "ctypes/_aix.py",
    "http/server.py",
)
"""Of Python's library: consoles, debuggers, mail and transfer protocols, what starts processes."""
ENCODINGS = re.compile(r"(cp|mac_|iso8859_|iso2022|koi8|big5|euc_|gb|hz|hp_|kz1048|palmos|ptcp154|shift_j|johab|tis_620)")
"""Letters of other days: files are UTF-8 here. `cp437` names the entries of an archive."""
UNREAD = (".pyi", ".po", ".rst", ".so.md", ".typed")
OTHER_DOORS = (
    "cli",
    "web/static",
    "web/elements",
    "browser/page",
    "figure/data/movements",
    "figure/data/solved",
    "web/server.py",
    "web/listener.py",
)
"""Of Psoas itself: what only a computer or the build needs."""
FIGURES = ("reach.json", "says.json")
"""Of the solved figures, what pages say in words; the motions are the host's files."""
BUILT = (*(f"figure/data/built/{name}" for name in FIGURES), "mechanics/data/built/reference-bend.json")
"""What pages read in place of models that need NumPy."""
PUREST = ("browser/build.py", "browser/packages.py", "browser/release.py", "browser/copies.py")


def gather_packages(wheels: Iterable[Path], folder: Path) -> None:
    """Unpack the wheels and drop what is not used."""
    for wheel in sorted(wheels):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
    contrib = folder / "django/contrib"
    drop(path for path in contrib.iterdir() if path.name not in DJANGO_CONTRIB)
    drop(folder / name for name in UNUSED)
    spoken = folder / "django/conf/locale"
    drop(path for path in spoken.iterdir() if path.is_dir() and path.name not in _complete())
    drop(path for path in folder.rglob("locale") if path != spoken)
    drop(path for path in folder.rglob("*") if path.suffix in UNREAD)
    drop(path for path in folder.rglob("static") if path.is_dir() and path.parent.name != "templatetags")
    drop(path for path in (folder / "django/core/management/commands").iterdir() if path.name not in COMMANDS)
    for info in folder.glob("*.dist-info"):
        drop(path for path in info.iterdir() if path.name != "METADATA")
        _shorten(info / "METADATA")


def _shorten(told: Path) -> None:
    """Name and version, which packages ask for; not the page that introduces them."""
    lines = [
        line for line in told.read_text("utf-8").splitlines() if line.startswith(("Metadata-Version:", "Name:", "Version:"))
    ]
    told.write_text("\n".join(lines) + "\n", "utf-8")


def take_core(folder: Path, target: Path) -> str:
    """pydantic's compiled core goes into a file of its own, which the browser links before Python begins.

    Where it lay, an empty file tells Python that it is there. Returns that place inside the folder.
    """
    (core,) = folder.glob("pydantic_core/*.so")
    shutil.copyfile(core, target)
    core.write_bytes(b"")
    return core.relative_to(folder).as_posix()


def gather_library(archive: Path, folder: Path) -> None:
    """Python's own library, from the archive that comes with Pyodide."""
    with zipfile.ZipFile(archive) as held:
        held.extractall(folder)
    drop(folder / name for name in LIBRARY_UNUSED)
    drop(path for path in (folder / "encodings").iterdir() if ENCODINGS.match(path.name) and path.stem != "cp437")


def gather_rooms(source: Path, folder: Path) -> None:
    """Psoas as it lies in `source`, without its other doors; its built data comes along, the catalogue finished."""
    shutil.copytree(source, folder / "psoas", ignore=shutil.ignore_patterns("__pycache__", "collected"))
    drop(folder / "psoas" / name for name in (*OTHER_DOORS, *PUREST))
    ready_made.put(load_in(ENGLISH), folder / "psoas/catalogue/data")
    reach = folder / "psoas/figure/data/built"
    drop(path for path in reach.glob("*") if path.name not in FIGURES)
    drop(path for path in (folder / "psoas/locale").iterdir() if path.is_dir() and path.name not in _complete())
    drop((folder / "psoas/locale").rglob("*.po"))


def refuse_unbuilt(rooms: Path) -> None:
    """A page that cannot read it would fail on the phone, and only there."""
    if missing := [name for name in BUILT if not (rooms / name).is_file()]:
        raise FileNotFoundError(f"{rooms / missing[0]}: `make assets` builds it")


def _complete() -> set[str]:
    """Folders of the languages that a phone carries."""
    return {language.code.replace("-", "_") for language in languages().values() if language.complete}


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
