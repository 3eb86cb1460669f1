"""Pages that are there before Python is: drawn when the site is built, with addresses that hold in any folder of a host.

`about` holds the safety text, `emergency` the numbers. Static files are collected here too, for both need Django.
"""

import os
import re
import tempfile
from itertools import product
from pathlib import Path

from psoas.vocabulary.language import ENGLISH, languages

COPIES = {"emergency/": "pages/emergency.html", "about/": "pages/about.html"}
"""In English; the same under `pages/<language>/` in every other complete language."""
ADDRESSES = re.compile(rb'(\s(?:href|src|action)=")/(?!/)')
NAMES = "staticfiles.json"


def collect(out: Path) -> bytes:
    """Static files under names that carry their content, into `out/static`; the list of names, which the pages need."""
    os.environ["PSOAS_DATA"] = tempfile.mkdtemp(prefix="psoas-site-")
    os.environ["PSOAS_STATIC"] = str(out / "static")
    os.environ["DJANGO_SETTINGS_MODULE"] = "psoas.browser.settings"
    import django  # noqa: PLC0415  # after the environment is set
    from django.core.management import call_command  # noqa: PLC0415  # as above

    django.setup()
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    names = out / "static" / NAMES
    listed = names.read_bytes()
    names.unlink()
    from django.contrib.staticfiles.storage import staticfiles_storage  # noqa: PLC0415  # as above

    hashed = set(staticfiles_storage.hashed_files.values())  # type: ignore[attr-defined]  # of the manifest's own storage
    for file in [path for path in (out / "static").rglob("*") if path.is_file()]:
        if file.relative_to(out / "static").as_posix() not in hashed:
            file.unlink()
    return listed


def draw(out: Path) -> None:
    """The copies, as the pages of nobody in particular."""
    from psoas.browser.startup import open_pages, prepare  # noqa: PLC0415  # after the environment is set

    prepare()
    pages = open_pages(host="localhost", secure=False, base="/")
    for address, code in product(COPIES, complete()):
        answer = pages.answer("GET", f"/{address}", {"Accept-Language": code})
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}")
        target = out / copy_of(address, code)
        target.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * (len(target.relative_to(out).parts) - 1)
        target.write_bytes(ADDRESSES.sub(rf"\1{up}".encode(), answer.body))


def complete() -> list[str]:
    """The languages in which a copy lies there."""
    return [language.code for language in languages().values() if language.complete]


def copy_of(address: str, code: str) -> str:
    """Where the copy of an address lies in a language."""
    return COPIES[address] if code == ENGLISH else COPIES[address].replace("pages/", f"pages/{code}/")
