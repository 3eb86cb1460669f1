"""Bringing an export into the web app's data on this machine."""

import os
from datetime import date
from pathlib import Path

from psoas.exchange.export import Export
from psoas.records.privacy import close_to_others
from psoas.vocabulary.errors import PsoasError
from psoas.vocabulary.language import say


def keep(brought: Export, *, on: date) -> str:
    """All of it in one transaction, or nothing; the tables are made when there are none yet. Answers with what changed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psoas.web.settings")
    import django  # noqa: PLC0415  # after the settings are named
    from django.db import DatabaseError, connection  # noqa: PLC0415  # as above

    django.setup()
    from psoas.records.restoration import restore  # noqa: PLC0415  # tables need Django to be set up
    from psoas.records.schema_version import make_tables  # noqa: PLC0415  # as above

    try:
        close_to_others(Path(connection.settings_dict["NAME"]))
        make_tables()
        found = restore(brought, today=on)
    except (DatabaseError, OSError) as error:
        raise PsoasError(f"nothing was brought in, because the data could not be written: {error}") from error
    told = {"new": len(found.rows), "days": found.days, "same": found.same}
    lines = [say("{new} part(s) new, on {days} day(s) of the log; {same} here already.", **told)]
    lines += [say("Replaced by something newer: {thing}.", thing=thing) for thing in found.replaces]
    lines += [say("Newer here, and so still in use: {thing}.", thing=thing) for thing in found.keeps]
    return "\n".join(lines) + "\n"
