"""How the worker opens the pages: the database is there already, as the store kept it.

waiting()      does this release change the tables? Then the store keeps a copy first
prepare()      bring the tables up to this release
open_pages()   the gateway to the pages
"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psoas.browser.settings")

import django
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from psoas.browser.gateway import Gateway


def waiting() -> bool:
    """True where an older release wrote the tables."""
    django.setup()
    executor = MigrationExecutor(connection)
    applied = bool(executor.loader.applied_migrations)
    return applied and bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def prepare() -> None:
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def open_pages(*, host: str, secure: bool, base: str) -> Gateway:
    """Ready for requests; the first one reads the catalogue."""
    return Gateway(application=get_wsgi_application(), host=host, secure=secure, base=base)


def let_go() -> None:
    """Close the database, so that the store may put another file in its place."""
    from psoas.records import queries  # noqa: PLC0415  # tables are known once Django is set up
    from psoas.web import situation  # noqa: PLC0415  # as above

    connection.close()
    queries.forget()
    situation.forget()
