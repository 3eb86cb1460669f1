"""A granian server of two workers on loopback, for as long as a bench needs it; and wrk's figures as values."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

CONNECTIONS, SECONDS = 8, 6


@dataclass(frozen=True)
class Load:
    """What wrk saw: requests a second, the 99th percentile in ms, answers that were not 2xx or 3xx."""

    per_second: float
    p99_ms: float
    refused: int

    def __str__(self) -> str:
        return f"{self.per_second:.0f} r/s, p99 {self.p99_ms:.0f} ms" + (f", {self.refused} refused" if self.refused else "")


@contextmanager
def serving(application: str, environment: Mapping[str, str], *, folder: Path) -> Iterator[str]:
    """The server's address."""
    more = ["--interface", "wsgi", "--workers", "2", "--blocking-threads", "2", "--no-log"]
    with _running([sys.executable, "-m", "granian", application, *more], environment, folder=folder) as address:
        yield address


@contextmanager
def psoas_serving(data: Path) -> Iterator[str]:
    """The local server as anybody starts it, with what lies in this folder."""
    command = [sys.executable, "-c", "from psoas.cli.main import run; run()", "serve", "--no-browser"]
    with _running(command, {"PSOAS_DATA": str(data)}, folder=data) as address:
        yield address


@contextmanager
def _running(command: Sequence[str], environment: Mapping[str, str], *, folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([*command, "--port", str(port)], env=os.environ | dict(environment), cwd=folder)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def load(url: str, *, script: Path | None = None, environment: Mapping[str, str] | None = None) -> Load:
    """Eight connections for some seconds, after a second of warming up."""
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", "--latency", *(["-s", str(script)] if script else []), url]
    for seconds in ("1", str(SECONDS)):
        said = subprocess.run(
            [*command, f"-d{seconds}s"],
            env=os.environ | dict(environment or {}) | {"RUN": token_hex(8)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    return _read(said)


def _read(said: str) -> Load:
    rate = float(re.findall(r"Requests/sec:\s+([\d.]+)", said)[0])
    number, unit = re.findall(r"99%\s+([\d.]+)(us|ms|s)", said)[0]
    refused = re.findall(r"Non-2xx or 3xx responses: (\d+)", said)
    return Load(rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], int(refused[0]) if refused else 0)


def wait_for(address: str) -> None:
    """Until the server answers, a minute at most."""
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=60).close()  # noqa: S310  # our own loopback address
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server does not answer")
