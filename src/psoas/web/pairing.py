"""What a phone needs to join: an encrypted connection, a code that is used once and soon expires, and a page that uses it.

The certificate stays the same between starts, so that its fingerprint can be compared. Each device gets a secret of its own;
what is kept of it here is its fingerprint, in `paired.json`, until it is taken out again.
"""

import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock
from typing import Any

import segno
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from psoas.exchange.files import write_file

VALID_DAYS = 365
RENEWED_BEFORE = timedelta(days=30)
CODE_S = 600
_one_at_a_time = Lock()


def make_code() -> tuple[str, int]:
    """A code, and the second until which it is taken."""
    return token_urlsafe(24), int(time.time()) + CODE_S


def show_code(address: str) -> None:
    """The address as a QR code, where the terminal has the letters for one; as text in any case."""
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


def certificate_for(folder: Path, address: str) -> tuple[Path, Path]:
    """The self-signed certificate of this address and its key: those of the last start while they hold, else new ones."""
    certificate, key = folder / "phone-cert.pem", folder / "phone-key.pem"
    if not (certificate.exists() and key.exists() and _holds(certificate, address)):
        _make_certificate(certificate, key, address)
    return certificate, key


def fingerprint_of(certificate: Path) -> str:
    """SHA-256, as browsers show it."""
    digest = x509.load_pem_x509_certificate(certificate.read_bytes()).fingerprint(hashes.SHA256())
    return ":".join(f"{byte:02X}" for byte in digest)


def _holds(certificate: Path, address: str) -> bool:
    try:
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (ValueError, x509.ExtensionNotFound, OSError):
        return False
    is_fresh = found.not_valid_after_utc - RENEWED_BEFORE > datetime.now(UTC)
    return is_fresh and ip_address(address) in names.get_values_for_type(x509.IPAddress)


def _make_certificate(certificate: Path, key: Path, address: str) -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Psoas on this network")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=VALID_DAYS))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .sign(private, hashes.SHA256())
    )
    encoding = serialization.Encoding.PEM
    text = private.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    write_file(key, text.decode("ascii"))
    write_file(certificate, made.public_bytes(encoding).decode("ascii"))


def say_paired(address: str) -> None:
    """A line in the terminal, so that nobody joins unseen."""
    line = f"A device at {address} was paired just now. If that was not you: Settings, paired devices.\n"
    os.write(1, line.encode("ascii", "replace"))
