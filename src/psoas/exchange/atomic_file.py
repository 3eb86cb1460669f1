"""A file that is whole or not there: written beside its place, flushed to the disk, closed to others, then moved."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

OWNER_ONLY = 0o600


@contextmanager
def placing(path: Path) -> Iterator[Path]:
    """A place beside it for what writes by itself; it gets its name only when all went well. OSError where it cannot."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    place = Path(name)
    try:
        yield place
        os.fsync(handle)
        place.chmod(OWNER_ONLY)
        place.replace(path)
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    finally:
        os.close(handle)


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """UTF-8 text, a stretch at a time, in the same way."""
    with placing(path) as place, place.open("w", encoding="utf-8", newline="") as file:
        yield file


def write_file(path: Path, text: str) -> None:
    """All of it at once."""
    with writing(path) as file:
        file.write(text)
