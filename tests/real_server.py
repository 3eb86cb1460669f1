"""A real server in a process of its own, on a folder of the test's own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = [sys.executable, "-c", "from psoas.cli.main import run; run()", "serve", "--no-browser", "--port"]


def environment(folder: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "PSOAS_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "psoas.web.settings", **more}


def a_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, port: int) -> Iterator[str]:
    """A server that has said where it is open, and what it said."""
    with subprocess.Popen([*PROGRAM, str(port)], env=environment(folder), stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline()
        finally:
            server.terminate()
            server.wait(30)
