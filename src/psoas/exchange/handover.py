"""A hand-over: what a therapist is shown, sealed under a key that travels apart from it.

    handed()       of everything on record the part that is handed over: no settings, no pages of the way in, the plan in use
    read_key()     the key of a link that has not ended, or the key alone
    open_sealed()  a sealed hand-over, read with its key

    header . . nonce . content . tag        JWE in its compact form: alg dir, enc A256GCM, zip DEF, all in base64url

It is the file of a health link (smart-health-links, version 1), so that programs that read those can read it: RFC 7516 for
the form, RFC 7518 section 5.3 for the cipher, https://docs.smarthealthit.org/smart-health-links/spec for the link.
"""

import base64
import binascii
import json
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from psoas.exchange.export import Export, Told
from psoas.exchange.json_text import MAX_BYTES
from psoas.vocabulary.errors import BadInput

SCHEME = "shlink:/"
PARTS = 5
"""Of a JWE in its compact form."""
KEY_BYTES = 32


def handed(export: Export) -> Export:
    """Answers, examinations, the plan in use and the diary, with their times."""
    told = export.told or Told()
    return replace(
        export,
        part=1,
        parts=1,
        intakes=export.intakes[-1:],
        plans=export.plans[-1:],
        told=replace(told, intakes=told.intakes[-1:], plans=told.plans[-1:]),
        answers=(),
        settings=(),
    )


def read_key(words: str, *, now: datetime) -> bytes:
    """The key of a link, of a link's payload, or as it is. BadInput where it is none of them, or the link has ended.

    The end is a courtesy: it stands in the link and not in the seal, so a key alone has none.
    """
    link = words.strip().rpartition(SCHEME)[2]
    try:
        told: dict[str, Any] = json.loads(_bytes(link)) if len(link) > KEY_BYTES * 2 else {"key": link}
        key, until = _bytes(told["key"]), told.get("exp")
        ended = until is not None and datetime.fromtimestamp(until, UTC) < now
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, OSError) as error:
        raise BadInput("key", "the link or the key that came with the file") from error
    if len(key) != KEY_BYTES:
        raise BadInput("key", "the link or the key that came with the file")
    if ended:
        raise BadInput("key", "one that has not ended: this hand-over was good for 30 days; ask for a new one")
    return key


def is_sealed(content: bytes) -> bool:
    """Whether it has the parts of a hand-over: told before anybody is asked for its key."""
    return content.count(b".") == PARTS - 1


def open_sealed(content: bytes, key: bytes) -> bytes:
    """What was sealed. BadInput where the key is another one, the file was changed, or it is no hand-over."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # a browser has its own; only a computer reads with this
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  # as above

    try:
        header, wrapped, nonce, sealed, tag = content.strip().split(b".")
        how = json.loads(_bytes(header.decode()))
        if wrapped or (how.get("alg"), how.get("enc"), how.get("zip")) != ("dir", "A256GCM", "DEF"):
            raise ValueError("sealed in another way")
        packed = AESGCM(key).decrypt(_bytes(nonce.decode()), _bytes(sealed.decode()) + _bytes(tag.decode()), header)
    except InvalidTag as error:
        raise BadInput("file", "sealed with another key, or changed since") from error
    except (ValueError, AttributeError) as error:
        raise BadInput("file", "a hand-over that Psoas sealed") from error
    return _unpacked(packed)


def _unpacked(packed: bytes) -> bytes:
    """At most what any document may have: a small file can unpack to a very large one."""
    stream = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    try:
        content = stream.decompress(packed, MAX_BYTES)
    except zlib.error as error:
        raise BadInput("file", "a hand-over that Psoas sealed") from error
    if stream.unconsumed_tail:
        raise BadInput("file", "at most 5 MB when unpacked")
    return content


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(text[:20]) from error


def seal(content: bytes, key: bytes, nonce: bytes) -> bytes:
    """The same in the other direction. Pages seal in the browser; this is for scripts and for holding the two together."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  # as above

    how: dict[str, Any] = {"alg": "dir", "enc": "A256GCM", "zip": "DEF", "cty": "application/json"}
    header = _text(json.dumps(how, separators=(",", ":")).encode())
    stream = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    locked = AESGCM(key).encrypt(nonce, stream.compress(content) + stream.flush(), header.encode())
    return ".".join((header, "", _text(nonce), _text(locked[:-16]), _text(locked[-16:]))).encode()


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
