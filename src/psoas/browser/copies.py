"""Pages that are there before Python is: drawn when the site is built, with addresses that hold in any folder of a host.

`about` holds the safety text, `emergency` the numbers. Static files are collected here too, for both need Django.
"""

import os
import re
import tempfile
from pathlib import Path

COPIES = {"emergency/": "pages/emergency.html", "about/": "pages/about.html"}
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
    from psoas.browser.opening import open_pages, prepare  # noqa: PLC0415  # after the environment is set

    prepare()
    pages = open_pages(host="localhost", secure=False, base="/")
    for address, name in COPIES.items():
        answer = pages.answer("GET", f"/{address}", {})
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}")
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(ADDRESSES.sub(rb"\1../", answer.body))
