"""Senders that announce a lot and send little: nobody else waits for them."""

import os
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from real_server import a_port, serving

from psoas.web import server
from psoas.web.time_limit import FROM_ONE_ADDRESS, Patience

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes and signals are POSIX")
LONG = 900_000


@contextmanager
def stalled(port: int, count: int) -> Iterator[list[socket.socket]]:
    """Uploads that were announced, begun and left."""
    head = (
        f"POST /settings/import/ HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: multipart/form-data; boundary=x\r\n"
        f"Content-Length: {LONG}\r\n\r\n--x\r\n"
    )
    with ExitStack() as held:
        senders = [held.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(count)]
        for sender in senders:
            sender.sendall(head.encode())
        time.sleep(0.5)
        yield senders


def ask(port: int, method: str = "GET", path: str = "/about/") -> tuple[int, float]:
    """Status, and how long it took."""
    connection, begun = HTTPConnection("127.0.0.1", port, timeout=20), time.monotonic()
    connection.request(method, path)
    status = connection.getresponse().status
    connection.close()
    return status, time.monotonic() - begun


@pytest.fixture(scope="module")
def server_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """One server for all senders: its port and its folder."""
    folder, port = tmp_path_factory.mktemp("served"), a_port()
    with serving(folder, port):
        yield port, folder


@pytest.mark.parametrize("count", [2, 40])
def test_stalled_uploads_keep_nobody_waiting(server_at: tuple[int, Path], count: int) -> None:
    """However many hang, pages are answered at once; when they are gone, everything is taken in again."""
    port, _folder = server_at
    ask(port)
    with stalled(port, count):
        answers = [ask(port) for _ in range(6)]
    time.sleep(0.5)
    after = [ask(port, "POST", "/log/")[0] for _ in range(6)]

    assert [status for status, _took in answers] == [200] * 6
    assert max(took for _status, took in answers) < 5, answers
    assert set(after) == {403}  # its token is missing: it was read


def test_three_hundred_megabytes_are_refused_and_never_reach_the_disk(server_at: tuple[int, Path]) -> None:
    """By what is announced, before any of it is read."""
    port, folder = server_at
    with socket.create_connection(("127.0.0.1", port)) as sender:
        head = f"POST /settings/import/ HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 300000000\r\n\r\n"
        sender.sendall(head.encode() + b"x" * 1000)
        answer = sender.recv(40)
        left = [path.name for path in folder.rglob("*") if path.is_file() and path.stat().st_size > 1_000_000]

    assert answer.startswith(b"HTTP/1.1 413")
    assert left == []


class Hanging:
    """A body that arrives when it is let."""

    def __init__(self) -> None:
        self.arrives = Event()

    def read(self, _size: int = -1) -> bytes:
        self.arrives.wait(20)
        return b""

    def close(self) -> None:
        pass


def post(door: Patience, sender: str, body: Hanging | None = None) -> int:
    request = RequestFactory().post("/log/", REMOTE_ADDR=sender, CONTENT_LENGTH="10")
    if body:
        request._stream = body
    return door(request).status_code


def test_one_address_has_a_few_places_and_others_keep_theirs() -> None:
    """A phone that stalls takes none from this machine's own browser."""
    door, body = Patience(lambda _request: HttpResponse()), Hanging()
    with ThreadPoolExecutor(FROM_ONE_ADDRESS) as phone:
        hanging = [phone.submit(post, door, "192.168.1.20", body) for _ in range(FROM_ONE_ADDRESS)]
        while door._sending.total() < FROM_ONE_ADDRESS:
            time.sleep(0.01)
        others = post(door, "192.168.1.20"), post(door, "127.0.0.1")
        body.arrives.set()

    assert others == (503, 200)
    assert [one.result() for one in hanging] == [200] * FROM_ONE_ADDRESS
    assert door._sending.total() == 0


def test_a_sender_that_left_without_a_word_is_noticed() -> None:
    """Every connection has it from the listener: asked after fifteen seconds of silence, ended half a minute later."""
    listener = server._listen("127.0.0.1", 0)
    with listener, socket.create_connection(listener.getsockname()):
        listener.setblocking(True)
        connection, _address = listener.accept()
        with connection:
            assert connection.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            if hasattr(socket, "TCP_KEEPIDLE"):
                assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 15
