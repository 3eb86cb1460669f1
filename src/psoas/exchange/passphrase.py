"""A saved file under a passphrase, opened on a computer: the form that the phone edition writes.

    {"psoas": "sealed/1", "rounds": ..., "salt": ..., "iv": ..., "content": ...}        bytes in base64

AES-256-GCM; the key from PBKDF2-HMAC-SHA-256 of the passphrase in its normal form NFKC. 600 000 rounds are what the
Password Storage Cheat Sheet of owasp.org asks for.
"""

import base64
import json
import unicodedata
from typing import Any

from psoas.vocabulary.errors import BadInput

NAME = "sealed/1"
MOST_ROUNDS = 10_000_000


def is_sealed(content: bytes) -> bool:
    """Is this such a file? Anything else is read as what it says it is."""
    return _read(content) is not None


def unseal(content: bytes, passphrase: str) -> bytes:
    """What was sealed. BadInput where the passphrase is another one or the file was changed: the two cannot be told apart."""
    try:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # a browser has its own cipher, and no such package
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  # as above
    except ModuleNotFoundError as error:
        raise BadInput("file", "one without a passphrase; here a sealed one is opened with I have a saved file") from error

    held = _read(content) or {}
    try:
        salt, nonce, locked = (base64.b64decode(held[name], validate=True) for name in ("salt", "iv", "content"))
        return AESGCM(_key(passphrase, salt, held["rounds"])).decrypt(nonce, locked, None)
    except InvalidTag as error:
        raise BadInput("passphrase", "the one the file was saved with; or the file was changed since") from error
    except (KeyError, ValueError, TypeError) as error:
        raise BadInput("file", f"a whole file in the form {NAME}") from error


def _key(passphrase: str, salt: bytes, rounds: object) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  # as above
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC  # noqa: PLC0415  # as above

    if type(rounds) is not int or not 1 <= rounds <= MOST_ROUNDS:
        raise ValueError("rounds")
    words = unicodedata.normalize("NFKC", passphrase).encode()
    return PBKDF2HMAC(algorithm=SHA256(), length=32, salt=salt, iterations=rounds).derive(words)


def _read(content: bytes) -> dict[str, Any] | None:
    if NAME.encode() not in content:
        return None
    try:
        held = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) and held.get("psoas") == NAME else None
