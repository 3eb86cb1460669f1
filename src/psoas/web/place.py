"""Where Psoas keeps its data on this machine, and the secret that signs its cookies.

One folder, readable by its owner alone: `PSOAS_DATA`, or the platform's own data folder.
"""

import os
from pathlib import Path
from secrets import token_urlsafe

from platformdirs import user_data_path


def data_folder() -> Path:
    """The folder for everything Psoas stores; made by `open_folder`, not here."""
    chosen = os.environ.get("PSOAS_DATA")
    return Path(chosen).expanduser().resolve() if chosen else user_data_path("psoas", appauthor=False)


def open_folder(folder: Path) -> Path:
    """The same folder, made if it was missing."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The signing key of this installation: made on first use, mode 600, never overwritten."""
    path = open_folder(folder) / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(token_urlsafe(50))
    return path.read_text("ascii")
