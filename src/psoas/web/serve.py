"""`psoas serve`: the web app on this machine, or, with `--phone`, open to one paired phone on the same network.

migrate, collect and compress static files, find a free port, serve with granian, print the address, open the browser.
"""

import os
import socket
import sys
import threading
import webbrowser
from pathlib import Path

from psoas.web.data_folder import data_folder, open_folder

LOOPBACK = "127.0.0.1"
WORKERS = 2
BROWSER_AFTER_S = 1.0


def serve(*, port: int, open_browser: bool, phone: bool) -> None:
    """Serve until interrupted."""
    folder = _open(data_folder())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psoas.web.settings")
    os.environ["PSOAS_COLLECTED"] = "1"
    address = _phone_address() if phone else LOOPBACK
    port = free_port(port, address)
    certificate = _prepare_phone(folder, address, port) if phone else None
    _prepare(folder)
    scheme = "https" if phone else "http"
    url = f"{scheme}://{LOOPBACK if not phone else address}:{port}/"
    _say(f"Psoas is open at {url}  (stop with Ctrl-C)")
    if open_browser and not phone:
        threading.Timer(BROWSER_AFTER_S, webbrowser.open, args=(url,)).start()
    _run(address, port, workers=1 if phone else WORKERS, certificate=certificate)


def free_port(wanted: int, address: str) -> int:
    """The wanted port, or the next free one after it."""
    for port in range(wanted, min(wanted + 50, 65536)):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError:
                continue
            return port
    raise SystemExit(f"psoas: no free port from {wanted} on; give another with --port")


def _open(folder: Path) -> Path:
    try:
        return open_folder(folder)
    except OSError as error:
        raise SystemExit(f"psoas: the data folder {folder} cannot be used: {error.strerror}") from error


def _prepare(folder: Path) -> None:
    """Tables and static files as this version needs them."""
    import django  # noqa: PLC0415  # after the environment is set
    from django.core.management import call_command  # noqa: PLC0415  # as above
    from django.db import DatabaseError  # noqa: PLC0415  # as above

    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
        # Nothing is cleared: another window of this app may still serve the files of its own release by their hashed names.
        call_command("collectstatic", verbosity=0, interactive=False)
    except (DatabaseError, OSError) as error:
        raise SystemExit(f"psoas: the data in {folder} cannot be used: {error}. Nothing was deleted.") from error


def _run(address: str, port: int, *, workers: int, certificate: tuple[Path, Path] | None) -> None:
    """Granian stays a child of this process, so that Ctrl-C ends both."""
    from granian.constants import Interfaces  # noqa: PLC0415  # only serving needs a server
    from granian.server import Server  # noqa: PLC0415  # as above

    server = Server(
        "psoas.web.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=2,
        log_enabled=False,
        ssl_cert=certificate[0] if certificate else None,
        ssl_key=certificate[1] if certificate else None,
    )
    server.serve()


def _prepare_phone(folder: Path, address: str, port: int) -> tuple[Path, Path]:
    """Certificate, one-time token and its QR code."""
    from psoas.web.pairing import make_certificate, make_token, show_code  # noqa: PLC0415  # only for phones

    token = make_token()
    os.environ["PSOAS_PHONE_TOKEN"] = token
    os.environ["PSOAS_HOSTS"] = address
    show_code(f"https://{address}:{port}/pair/?token={token}")
    _say("Scan this once with your phone. It will warn about the certificate, which this machine made itself.")
    return make_certificate(folder, address)


def _phone_address() -> str:
    """This machine's address on the local network: the one a packet outward would leave from (none is sent)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError as error:
            raise SystemExit("psoas: no local network found; --phone needs one") from error
        return str(probe.getsockname()[0])


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
