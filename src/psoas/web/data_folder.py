"""Where Psoas keeps its data on this machine, and the secret that signs its cookies.

One folder: `PSOAS_DATA`, or the platform's own data folder. The folder is made for its owner alone, and every file in it that
tells of a person is readable by its owner alone, also where the folder was there before and is open to others.
"""

import os
import tempfile
from pathlib import Path
from secrets import token_urlsafe

from platformdirs import user_data_path

from psoas.records.privacy import close_to_others

DATABASE = "psoas.sqlite3"


def data_folder() -> Path:
    """The folder for everything Psoas stores; made by `open_folder`, not here."""
    chosen = os.environ.get("PSOAS_DATA")
    return Path(chosen).expanduser().resolve() if chosen else user_data_path("psoas", appauthor=False)


def open_folder(folder: Path) -> Path:
    """The same folder, made if it was missing; key and database closed to other users before a word is written there."""
    secret_key(folder)
    close_to_others(folder / DATABASE)
    return folder


def secret_key(folder: Path) -> str:
    """The signing key of this installation, mode 600: made once, and never overwritten."""
    path = folder / "secret-key"
    if not path.exists() or path.stat().st_size == 0:  # empty: an older version met a full disk
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_key(path)
    return path.read_text("ascii")


def _make_key(path: Path) -> None:
    """Written beside its place and moved there whole: nobody ever reads half a key."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-key.")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(token_urlsafe(50))
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
