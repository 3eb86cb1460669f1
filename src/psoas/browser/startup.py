"""How the worker opens the pages: the database is there already, as the store kept it.

warm()         everything imported and read that is nobody's: what the browser keeps of it saves the next start these seconds
wake()         after a start from that memory: what must not be as it was then
tables()       how the database stands beside this release: an older one is copied first, a newer one stays shut
prepare()      bring the tables up to this release, all steps or none
receive()      a hand-over becomes the content of this database, which nobody keeps
open_pages()   the gateway to the pages; a guest may only look
"""

import gc
import os
import random
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psoas.browser.settings")

import django
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.template.loader import get_template

from psoas import web
from psoas.browser.gateway import Gateway
from psoas.vocabulary.errors import BadInput
from psoas.web.guest import read_only

FIRST = "/welcome/"
"""The page that a new person sees; nothing of anybody stands on it."""
READ = ("intake", "clearance", "plan", "entry")
"""The documents that Today of somebody with a plan is drawn from."""


def warm() -> None:
    """Tables, catalogue, addresses, templates, how documents are read. The database that is left is a new person's own."""
    prepare()
    from psoas.exchange.documents import schema_of  # noqa: PLC0415  # tables are known once Django is set up

    pages = open_pages(host="localhost", secure=False, base="/")
    pages.answer("GET", FIRST, {})
    templates = Path(web.__file__).parent / "today/templates"
    for template in sorted(templates.rglob("*.html")):
        get_template(template.relative_to(templates).as_posix())
    for name in READ:
        schema_of(name)
    let_go()
    gc.collect()


def wake() -> None:
    """Chance must not repeat itself. The hour needs nothing: this Python asks the browser for it each time."""
    random.seed()


def tables() -> str:
    """`empty`, `older`, `same` or `newer`."""
    django.setup()
    from psoas.records.schema_version import standing  # noqa: PLC0415  # tables are known once Django is set up

    return standing()


def prepare() -> None:
    django.setup()
    from psoas.records.schema_version import make_tables  # noqa: PLC0415  # as above

    make_tables()


def receive(content: bytes) -> str:
    """Empty, or in one line why this is no hand-over."""
    from psoas.exchange.document_check import check  # noqa: PLC0415  # as above
    from psoas.exchange.documents import read_document  # noqa: PLC0415  # as above
    from psoas.exchange.export import Export  # noqa: PLC0415  # tables are known once Django is set up
    from psoas.records.restoration import restore  # noqa: PLC0415  # as above
    from psoas.web import clock  # noqa: PLC0415  # as above

    try:
        brought = read_document(content, Export)
        check(brought, today=clock.today())
        restore(brought, today=clock.today())
    except BadInput as bad:
        return str(bad)
    return ""


def open_pages(*, host: str, secure: bool, base: str, guest: bool = False) -> Gateway:
    """Ready for requests; the first one reads the catalogue."""
    pages = get_wsgi_application()
    return Gateway(application=read_only(pages) if guest else pages, host=host, secure=secure, base=base)


def let_go() -> None:
    """Close the database, so that the store may put another file in its place."""
    from psoas.records import queries  # noqa: PLC0415  # tables are known once Django is set up
    from psoas.web import situation  # noqa: PLC0415  # as above

    connection.close()
    queries.forget()
    situation.forget()
