"""A file that is whole or not there: written beside its place, flushed to the disk, closed to others, then moved."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

OWNER_ONLY = 0o600


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """UTF-8 text, a stretch at a time; it appears under its name only when all went well. OSError where it cannot."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(OWNER_ONLY)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_file(path: Path, text: str) -> None:
    """All of it at once."""
    with writing(path) as file:
        file.write(text)
