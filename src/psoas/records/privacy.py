"""The database belongs to one person: no other user of the machine may read it, whatever the folder allows."""

import os
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600


def close_to_others(database: Path) -> None:
    """Make the file, empty and mode 600, before a word is written there; take from others what an older file gave them."""
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(database, os.O_RDWR | os.O_CREAT, OWNER_ONLY))
    for file in (database, *database.parent.glob(f"{database.name}-*")):  # SQLite gives its logs the mode of the database
        with suppress(FileNotFoundError):  # another window may just have put its log away
            file.chmod(OWNER_ONLY)
