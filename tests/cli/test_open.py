"""`psoas open`, as a therapist runs it: the command, a real server, what it shows, and that nothing stays."""

import base64
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import unicodedata
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from email.message import Message
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from example_people import MAYA
from real_server import a_port

from psoas import journey
from psoas.diary.entry import Diary, Entry
from psoas.exchange import handover
from psoas.exchange.documents import write_document
from psoas.exchange.export import bundle

pytestmark = pytest.mark.skipif(os.name != "posix", reason="ends a server by POSIX signals")
PROGRAM = [sys.executable, "-W", "ignore", "-c", "from psoas.cli.main import run; run()", "open", "--no-browser", "--port"]
DAY = date(2026, 11, 23)
NOTE = "after the stairs"
DIARY = "progress/?all=1"
PASSPHRASE = "drei rote Äpfel"
KEY = handover._text(bytes(range(32)))
Get = tuple[int, str, dict[str, str]]


@pytest.fixture(scope="module")
def export() -> bytes:
    plan = journey.plan(MAYA, start=DAY, today=DAY)
    return write_document(bundle(plan, Diary(entries=(Entry(on=DAY, note=NOTE),)))).encode()


@pytest.fixture
def handed(export: bytes, tmp_path: Path) -> Path:
    return written(tmp_path / "psoas-handover.jwe", handover.seal(export, bytes(range(32)), bytes(12)))


@pytest.fixture
def saved(export: bytes, tmp_path: Path) -> Path:
    """As the phone edition writes it, with few rounds so that the test is quick."""
    salt, nonce = bytes(16), bytes(12)
    key = hashlib.pbkdf2_hmac("sha256", unicodedata.normalize("NFKC", PASSPHRASE).encode(), salt, 1000)
    parts = {"salt": salt, "iv": nonce, "content": AESGCM(key).encrypt(nonce, export, None)}
    told = {name: base64.b64encode(part).decode() for name, part in parts.items()}
    return written(tmp_path / "psoas-sealed.json", json.dumps({"psoas": "sealed/1", "rounds": 1000, **told}).encode())


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def surroundings(folder: Path) -> dict[str, str]:
    """Own data, and a place for what comes and goes, of this test alone."""
    (folder / "passing").mkdir(exist_ok=True)
    return {**os.environ, "PSOAS_DATA": str(folder / "own"), "TMPDIR": str(folder / "passing"), "PYTHONUTF8": "1"}


@contextmanager
def opened(file: Path, words: str, *, folder: Path) -> Iterator[str]:
    """The command with what was typed at its question; the address where it is open."""
    command = [*PROGRAM, str(port := a_port()), str(file)]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=surroundings(folder), text=True, start_new_session=True, **streams) as running:  # type: ignore[call-overload]  # streams by name
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(f"{words}\n")
        running.stdin.close()
        try:
            assert "is open at" in running.stdout.readline()
            yield f"http://127.0.0.1:{port}"
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(30)


def refused(file: Path, words: str, *, folder: Path) -> str:
    """The one line that it says instead of opening."""
    told = subprocess.run(
        [*PROGRAM, str(a_port()), str(file)],
        input=f"{words}\n",
        env=surroundings(folder),
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert told.returncode == 2, told.stdout
    assert list((folder / "passing").iterdir()) == []
    (line,) = told.stderr.splitlines()
    return line


def named(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def get(address: str, *, method: str = "GET") -> Get:
    asked = urllib.request.Request(address, method=method)  # noqa: S310  # our own loopback address
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310  # as above
            return answer.status, answer.read().decode(), named(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), named(error.headers)


def test_a_hand_over_is_shown_and_gone_when_it_is_stopped(handed: Path, tmp_path: Path) -> None:
    """Summary, plan and diary; nothing can be sent, no script runs, no cookie is set; own data is not even opened."""
    with opened(handed, KEY, folder=tmp_path) as home:
        summary, plan, diary = (get(f"{home}/{place}") for place in ("therapist/", "plan/", DIARY))
        assert [one[0] for one in (summary, plan, diary)] == [200, 200, 200]
        assert NOTE in diary[1]
        assert f'href="/{DIARY}#days"' in summary[1]
        assert "script-src" not in summary[2]["content-security-policy"]
        assert "set-cookie" not in summary[2]
        assert get(f"{home}/log/", method="POST")[0] == 405
        passing = list((tmp_path / "passing").glob("psoas-guest-*"))
        assert [folder.stat().st_mode & 0o077 for folder in passing] == [0]

    assert list((tmp_path / "passing").iterdir()) == []
    assert not (tmp_path / "own").exists()


def test_the_whole_link_opens_it_as_the_key_does(handed: Path, tmp_path: Path) -> None:
    """Whatever somebody copied."""
    with opened(handed, link(until=4_000_000_000), folder=tmp_path) as home:
        assert get(f"{home}/therapist/")[0] == 200


def link(*, until: int) -> str:
    told = {"url": "psoas-handover.jwe", "flag": "U", "key": KEY, "exp": until, "label": "x", "v": 1}
    return f"https://coach.example/#shlink:/{handover._text(json.dumps(told).encode())}"


def test_a_saved_file_is_looked_at_in_the_same_way(saved: Path, export: bytes, tmp_path: Path) -> None:
    """Sealed with its passphrase; a plain one asks for nothing."""
    with opened(saved, PASSPHRASE, folder=tmp_path) as home:
        assert NOTE in get(f"{home}/{DIARY}")[1]
    with opened(written(tmp_path / "psoas.json", export), "", folder=tmp_path) as home:
        assert NOTE in get(f"{home}/{DIARY}")[1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (handover._text(bytes(32)), "file: sealed with another key, or changed since"),
        ("hello", "key: the link or the key that came with the file"),
        ("https://coach.example/#shlink:/eyJ1cmwi", "key: the link or the key that came with the file"),
        (link(until=1), "key: one that has not ended: this hand-over was good for 30 days; ask for a new one"),
    ],
)
def test_another_key_a_torn_link_and_an_ended_one_open_nothing(words: str, says: str, handed: Path, tmp_path: Path) -> None:
    assert refused(handed, words, folder=tmp_path).endswith(f"psoas: {says}")


@pytest.mark.parametrize(
    ("kept", "says"), [(60, "file: a hand-over that Psoas sealed"), (-4, "file: sealed with another key")]
)
def test_a_file_that_was_cut_on_its_way_opens_nothing(kept: int, says: str, handed: Path, tmp_path: Path) -> None:
    """Nor does one that is something else, or not there."""
    cut = written(tmp_path / "cut.jwe", handed.read_bytes()[:kept])
    assert says in refused(cut, KEY, folder=tmp_path)
    assert "a hand-over that Psoas sealed" in refused(written(tmp_path / "x.jpg", b"\xff\xd8\xff"), "", folder=tmp_path)
    assert "a file that can be read" in refused(tmp_path / "none.jwe", KEY, folder=tmp_path)


def test_a_saved_file_opens_with_its_own_passphrase_alone(saved: Path, tmp_path: Path) -> None:
    """And a document of another kind names itself."""
    assert "passphrase: the one the file was saved with" in refused(saved, "zwei rote Äpfel", folder=tmp_path)
    other = written(tmp_path / "intake.json", write_document(MAYA).encode())
    assert "export/1" in refused(other, "", folder=tmp_path)


def test_a_port_that_is_taken_is_told_and_nothing_is_left(handed: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [*PROGRAM, str(taken.getsockname()[1]), str(handed)]
        told = subprocess.run(
            command,
            input=f"{KEY}\n",
            env=surroundings(tmp_path),
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
        )
    assert told.returncode == 2
    assert "cannot be used" in told.stderr
    assert list((tmp_path / "passing").iterdir()) == []
