"""The encrypted connection of a phone to this machine: a certificate that the machine signs itself.

It stays the same between starts, so that its fingerprint can be compared.
"""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from psoas.exchange.atomic_file import write_file

VALID_DAYS = 365
RENEWED_BEFORE = timedelta(days=30)


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
