"""What a phone needs to join: an encrypted connection, a token used once, and a code to scan."""

import os
import sys
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from secrets import token_urlsafe

import segno
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

VALID_DAYS = 90


def make_token() -> str:
    return token_urlsafe(24)


def show_code(address: str) -> None:
    """The address as a QR code in the terminal, and as text."""
    segno.make(address, error="m").terminal(out=sys.stdout, compact=True)
    sys.stdout.write(f"{address}\n")


def make_certificate(folder: Path, address: str) -> tuple[Path, Path]:
    """A fresh self-signed certificate for this address; the key is readable by its owner alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Psoas on this network")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=VALID_DAYS))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    text = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return _write(folder / "phone-cert.pem", certificate.public_bytes(serialization.Encoding.PEM)), _write(
        folder / "phone-key.pem", text
    )


def _write(path: Path, content: bytes) -> Path:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    return path
