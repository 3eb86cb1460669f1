"""Psoas, an open, local-first hip–spine coach. Start reading at `journey.py`; the map is HOUSE.md.

For notebooks: `psoas.share_table(table, task=..., trunk=...)`, see `psoas.mechanics.arrow`.
"""

from importlib import import_module
from typing import Any


def __getattr__(name: str) -> Any:
    """What notebooks ask for, loaded by name when it is asked for: the house stands on this file, so it imports no room."""
    if name == "share_table":
        return import_module("psoas.mechanics.arrow").share_table
    raise AttributeError(f"module 'psoas' has no attribute {name!r}")
