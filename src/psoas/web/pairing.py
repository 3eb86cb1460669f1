"""What a phone needs to join, beside its encrypted connection: a code used once that soon expires, and a page that uses it.

Each device gets a secret of its own;
what is kept of it here is its fingerprint, in `paired.json`, until it is taken out again.
"""

import json
import os
import sys
import time
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock
from typing import Any

from psoas.exchange.atomic_file import write_file

CODE_S = 600
_one_at_a_time = Lock()


def make_code() -> tuple[str, int]:
    """A code, and the second until which it is taken."""
    return token_urlsafe(24), int(time.time()) + CODE_S


def show_code(address: str) -> None:
    """The address as a QR code, where the terminal has the letters for one; as text in any case."""
    import segno  # noqa: PLC0415  # the pages name paired devices also where nothing can be paired

    try:
        "█▀▄".encode(sys.stdout.encoding or "ascii")
        segno.make(address, error="m").terminal(out=sys.stdout, compact=True)
    except (UnicodeError, LookupError):
        pass
    sys.stdout.write(f"{address}\n")


class Paired:
    """The devices that were let in, and the codes that were used."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "paired.json"

    def pair(self, code: str) -> str | None:
        """The secret of a new device; None when the code was used before. However many ask at once, one gets it."""
        with _one_at_a_time:
            kept = self._read()
            if _print(code) in kept["codes"]:
                return None
            secret = token_urlsafe(32)
            kept["codes"].append(_print(code))
            kept["devices"].append({"print": _print(secret), "on": datetime.now(UTC).date().isoformat()})
            write_file(self._file, json.dumps(kept))
            return secret

    def knows(self, secret: str) -> bool:
        return any(device["print"] == _print(secret) for device in self._read()["devices"])

    def devices(self) -> list[dict[str, str]]:
        """Each with its print and the day it was paired."""
        return list(self._read()["devices"])

    def unpair(self, device: str) -> None:
        with _one_at_a_time:
            kept = self._read()
            kept["devices"] = [held for held in kept["devices"] if held["print"] != device]
            write_file(self._file, json.dumps(kept))

    def _read(self) -> dict[str, Any]:
        """Nobody is let in by a file that cannot be read."""
        try:
            kept = json.loads(self._file.read_text("utf-8"))
            return {"codes": list(kept["codes"]), "devices": [dict(device) for device in kept["devices"]]}
        except (OSError, ValueError, KeyError, TypeError):
            return {"codes": [], "devices": []}


def _print(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def say_paired(address: str) -> None:
    """A line in the terminal, so that nobody joins unseen."""
    line = f"A device at {address} was paired just now. If that was not you: Settings, paired devices.\n"
    os.write(1, line.encode("ascii", "replace"))
