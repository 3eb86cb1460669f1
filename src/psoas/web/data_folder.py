"""Where Psoas keeps its data on this machine, and the secret that signs its cookies.

One folder: `PSOAS_DATA`, or the platform's own data folder. The folder is made for its owner alone, and every file in it that
tells of a person is readable by its owner alone, also where the folder was there before and is open to others.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from typing import IO

from platformdirs import user_data_path

from psoas.exchange.atomic_file import OWNER_ONLY, write_file
from psoas.records.privacy import close_to_others

DATABASE = "psoas.sqlite3"
SHORTEST_KEY = 40
"""Letters of a signing key; ours have 67."""


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
    """The signing key of this installation, mode 600: made once, closed to others where it was open, made anew where it is
    too short to sign anything (an older version met a full disk, or somebody emptied it)."""
    path = folder / "secret-key"
    if not path.exists() or path.stat().st_size < SHORTEST_KEY:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(path, token_urlsafe(50))
    elif path.stat().st_mode & 0o077:
        path.chmod(OWNER_ONLY)
    return path.read_text("ascii", errors="replace")


@contextmanager
def held(folder: Path) -> Iterator[IO[str]]:
    """The folder, for this server alone. FolderInUse, with what the other one wrote there: its address."""
    with (folder / "in-use").open("a+", encoding="utf-8") as file:
        try:
            _lock(file)
        except OSError as error:
            file.seek(0)
            raise FolderInUseError(file.read().strip()) from error
        file.truncate(0)
        yield file


class FolderInUseError(Exception):
    """Another Psoas serves this folder, at this address."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(address)


def _lock(file: IO[str]) -> None:
    """OSError where another process holds it. Imported here: inside a browser there is neither, and nobody to lock out."""
    if os.name == "posix":
        import fcntl  # noqa: PLC0415  # as said above

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        import msvcrt  # noqa: PLC0415  # as above

        file.seek(10_000)  # a byte far behind the address, so that the address can still be read
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # only there
