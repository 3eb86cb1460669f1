"""`psoas serve`: the web app on this machine, or, with `--phone`, open to paired phones on the same network. `psoas open`: the
same pages over a hand-over, to be looked at, from a folder that goes when it ends.

One folder, one server: hold the folder, hold the port, make tables and static files ready, serve, say the address, open the
browser. The port is held from the first look at it on, so that nobody comes between; the address is said when it listens.
"""

import multiprocessing
import os
import socket
import sys
import tempfile
import threading
import webbrowser
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from psoas.exchange.export import Export
from psoas.web import data_folder
from psoas.web.data_folder import FolderInUseError, held, open_folder

LOOPBACK = "127.0.0.1"
WORKERS = 2
THREADS = 8
"""Each worker; a sender that stalls holds one of them until it is given up."""
WAITING = 128
GONE_AFTER_S = (("TCP_KEEPIDLE", 15), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 3))
"""A phone that left in the middle of an upload says nothing. After so long without a byte the connection is asked, and ended
half a minute later: else its thread would wait for ever. Every connection has this from the listener (Linux, macOS)."""
BROWSER_AFTER_S = 1.0
CANNOT = 2
LOOKED_AT = "therapist/"
"""Where a guest begins."""


def serve(*, port: int, open_browser: bool, phone: bool) -> None:
    """Serve until interrupted."""
    folder = _open(data_folder.data_folder())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psoas.web.settings")
    os.environ["PSOAS_COLLECTED"] = "1"
    address = _phone_address() if phone else LOOPBACK
    url = f"{'https' if phone else 'http'}://{address}:{port}/"
    try:
        with held(folder) as note, _listen(address, port) as listener:
            note.write(url)
            note.flush()
            certificate = _prepare_phone(folder, address, url) if phone else None
            _prepare(folder)
            _run(listener, url, certificate=certificate, open_browser=open_browser and not phone)
    except FolderInUseError as other:
        _stop(f"this data is open already, at {other.address or 'another address'}; use that window, or stop it first")
    except OSError as error:
        _stop(f"the data folder {folder} cannot be used: {error.strerror}. Nothing was deleted.", 1)


def visit(*, shown: Export, port: int, open_browser: bool) -> None:
    """Serve what somebody handed over, or saved, until interrupted; nothing of it is left afterwards."""
    with tempfile.TemporaryDirectory(prefix="psoas-guest-") as folder:
        os.environ |= {"PSOAS_DATA": folder, "PSOAS_GUEST": "1", "PSOAS_COLLECTED": "1"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psoas.web.settings")
        with _listen(LOOPBACK, port) as listener:
            _prepare(open_folder(Path(folder)))
            from psoas.records.restoration import restore  # noqa: PLC0415  # tables are known once Django is set up
            from psoas.web import clock  # noqa: PLC0415  # as above

            restore(shown, today=clock.today())
            _run(listener, f"http://{LOOPBACK}:{port}/{LOOKED_AT}", certificate=None, open_browser=open_browser)


def _listen(address: str, port: int) -> socket.socket:
    """The port, ours until the end. One that moves by itself would leave bookmarks and offline pages to whoever comes next."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this option would let two programs listen
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        _ask_after_the_silent(listener)
        listener.bind((address, port))
        listener.listen(WAITING)
    except OSError as error:
        listener.close()
        _stop(
            f"port {port} cannot be used ({(error.strerror or 'taken').lower()}); stop what uses it, or choose one with --port"
        )
    listener.setblocking(False)
    listener.set_inheritable(True)
    return listener


def _ask_after_the_silent(listener: socket.socket) -> None:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in GONE_AFTER_S:
        if hasattr(socket, name):
            listener.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _stop(line: str, code: int = CANNOT) -> NoReturn:
    """One line, and the end."""
    sys.stderr.write(f"psoas: {line}\n")
    raise SystemExit(code)


def _open(folder: Path) -> Path:
    try:
        return open_folder(folder)
    except OSError as error:
        _stop(f"the data folder {folder} cannot be used: {error.strerror}", 1)


def _prepare(folder: Path) -> None:
    """Tables and static files as this version needs them; what killed uploads and older versions left is cleared."""
    import django  # noqa: PLC0415  # after the environment is set
    from django.db import DatabaseError  # noqa: PLC0415  # as above

    django.setup()
    from psoas.records.erasure import finish as finish_erasure  # noqa: PLC0415  # as above
    from psoas.records.schema_version import NewerDatabaseError, make_tables  # noqa: PLC0415  # as above
    from psoas.web.static_files import collect  # noqa: PLC0415  # as above

    for left in folder.glob("tmp*.upload*"):
        left.unlink(missing_ok=True)
    try:
        make_tables()
        finish_erasure()
        collect()
    except NewerDatabaseError as newer:
        _stop(f"the data in {folder}: {newer}")
    except (DatabaseError, OSError) as error:
        _stop(f"the data in {folder} cannot be used: {error}. Nothing was deleted.", 1)


def _load_pages() -> None:
    """Read pages and catalogue once, for every worker that is forked from this process. None inherits a connection to the
    database: SQLite forbids that one is carried across a fork."""
    from django.db import connections  # noqa: PLC0415  # Django is set up by now
    from django.urls import get_resolver  # noqa: PLC0415  # as above

    connections.close_all()
    if multiprocessing.get_start_method() == "fork":
        import_module("psoas.web.wsgi")
        get_resolver().url_patterns  # noqa: B018  # reading them imports every page


def _run(listener: socket.socket, url: str, *, certificate: tuple[Path, Path] | None, open_browser: bool) -> None:
    """Granian stays a child of this process, so that Ctrl-C ends both. A worker that dies is replaced."""
    from granian.constants import Interfaces  # noqa: PLC0415  # only serving needs a server

    from psoas.web.listener import HeldServer  # noqa: PLC0415  # as above

    _load_pages()
    address, port = listener.getsockname()
    server = HeldServer(
        "psoas.web.wsgi:application",
        held=listener,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=1 if certificate else WORKERS,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=5,
        log_enabled=False,
        ssl_cert=certificate[0] if certificate else None,
        ssl_key=certificate[1] if certificate else None,
    )
    server.on_startup(lambda: _welcome(url, open_browser=open_browser))
    server.serve()


def _welcome(url: str, *, open_browser: bool) -> None:
    """It listens: what comes from now on is answered."""
    _say(f"Psoas is open at {url}  (stop with Ctrl-C)")
    if open_browser:
        timer = threading.Timer(BROWSER_AFTER_S, webbrowser.open, args=(url,))
        timer.daemon = True
        timer.start()


def _prepare_phone(folder: Path, address: str, url: str) -> tuple[Path, Path]:
    """Certificate, its fingerprint, the code and where to scan it."""
    from psoas.web.certificate import certificate_for, fingerprint_of  # noqa: PLC0415  # only for phones
    from psoas.web.pairing import make_code, show_code  # noqa: PLC0415  # as above

    certificate, key = certificate_for(folder, address)
    code, until = make_code()
    fingerprint = fingerprint_of(certificate)
    os.environ |= {
        "PSOAS_PHONE_CODE": code,
        "PSOAS_PHONE_UNTIL": str(until),
        "PSOAS_PHONE_FINGERPRINT": fingerprint,
        "PSOAS_HOSTS": address,
    }
    show_code(f"{url}pair/?code={code}")
    _say("Scan this with your phone within ten minutes. It will warn about the certificate, which this machine made itself.")
    _say(f"The certificate's fingerprint, the same each time: {fingerprint}")
    return certificate, key


def _phone_address() -> str:
    """This machine's address on the local network: the one a packet outward would leave from (none is sent)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            _stop("no local network found; --phone needs one")
        return str(probe.getsockname()[0])


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
