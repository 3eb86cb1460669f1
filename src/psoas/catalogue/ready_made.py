"""The catalogue as a release carries it where reading TOML would take longer than all the rest of a start: read once, when the
release was built, and put away whole.

    put      the folder's TOML goes, one file with the finished entries comes
    taken    the finished entries; None where there is only TOML, as in a checkout and on any computer

The file is trusted as the code beside it is: it comes with it, from the same hand, and nobody else's is ever opened.
"""

import pickle
import shutil
from collections.abc import Mapping
from dataclasses import fields
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

NAME = "ready-made.pickle"


def put(catalogue: Any, folder: Path) -> None:
    """`folder` then holds this one file. `catalogue`: the frozen value, in English."""
    shutil.rmtree(folder)
    folder.mkdir()
    content = {kind.name: dict(getattr(catalogue, kind.name)) for kind in fields(catalogue)}
    (folder / NAME).write_bytes(pickle.dumps(content, protocol=5))


def taken(folder: Traversable) -> Mapping[str, Mapping[str, Any]] | None:
    """Kind to entries by id, as they were put."""
    file = folder / NAME
    return pickle.loads(file.read_bytes()) if file.is_file() else None  # noqa: S301  # part of the release itself
