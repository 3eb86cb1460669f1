"""Between the browser and the pages: what a web server, a cookie jar and a path prefix do elsewhere.

A service worker sees no cookies, so they are kept here. Pages name addresses from the root; where the site lies in a folder of
its host, links, forms and redirects are moved under that folder on their way out, and requests back on their way in.
"""

import io
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any, NamedTuple

from django.db import connection

Header = tuple[str, str]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
ADDRESSES = re.compile(rb'(\s(?:href|src|action|formaction|done|post|hx-get|hx-post)=")/(?!/)')
"""What a browser, htmx and our own elements follow: an element that leads somewhere else names it in one of these."""
KEPT_BACK = frozenset({"content-length", "set-cookie", "clear-site-data"})
"""Response headers that a service worker may not pass on, or that this edition sees to itself."""
DROPPED = frozenset({"cookie", "host", "accept-encoding", "connection"})
TOKEN = "csrftoken"  # noqa: S105  # the name of a cookie


class Reply(NamedTuple):
    """What goes back; `changed` says that the database must be kept before it does, `forget` that everything must go.

    A tuple, because that is what crosses into the browser's own language in one piece.
    """

    status: int
    headers: tuple[Header, ...]
    body: bytes
    changed: bool
    forget: bool


@dataclass(kw_only=True)
class Gateway:
    """Calls the pages, one request at a time. `base` begins and ends with a slash."""

    application: Application
    host: str
    secure: bool
    base: str = "/"
    jar: dict[str, str] = field(default_factory=dict)
    jar_before: dict[str, str] = field(default_factory=dict)

    def again(self) -> None:
        """As if the last request had not been: its cookies go back. The database is the store's to put back."""
        self.jar = dict(self.jar_before)

    def answer(self, method: str, address: str, headers: Mapping[str, str], body: bytes = b"") -> Reply:
        """`address` is path and query as the browser has them."""
        path, _, query = address.partition("?")
        before = _changes()
        self.jar_before = dict(self.jar)
        status, sent, content = self._call(self._environment(method, self._inside(path), query, headers, body))
        self._keep_cookies(sent)
        return Reply(
            status=status,
            headers=tuple(self._outside(sent)),
            body=self._moved(content) if _is_page(sent) else content,
            changed=_changes() != before,
            forget=any(name.lower() == "clear-site-data" for name, _ in sent),
        )

    def _inside(self, path: str) -> str:
        """The path as the pages know it; what a script asked for from the root is already so."""
        return "/" + path.removeprefix(self.base) if path.startswith(self.base) else path

    def _environment(self, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        environment: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": "psoas",
            "SERVER_PORT": "443" if self.secure else "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": self.host,
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.jar.items()),
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "https" if self.secure else "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in headers.items():
            key = name.lower()
            if key == "content-type":
                environment["CONTENT_TYPE"] = value
            elif key == "x-csrftoken":  # a script cannot read the jar; only our own pages' scripts reach this line
                environment["HTTP_X_CSRFTOKEN"] = self.jar.get(TOKEN, "")
            elif key not in DROPPED:
                environment["HTTP_" + key.upper().replace("-", "_")] = value
        return environment

    def _call(self, environment: dict[str, Any]) -> tuple[int, list[Header], bytes]:
        begun: dict[str, Any] = {}

        def start(status: str, headers: list[Header], _trouble: object = None) -> None:
            begun.update(status=int(status.split(maxsplit=1)[0]), headers=headers)

        answer = self.application(environment, start)
        content = b"".join(answer)
        if callable(close := getattr(answer, "close", None)):
            close()
        return begun["status"], begun["headers"], content

    def _keep_cookies(self, headers: Sequence[Header]) -> None:
        for name, line in headers:
            if name.lower() == "set-cookie":
                for cookie, held in SimpleCookie(line).items():
                    if str(held["max-age"]) == "0" or held["expires"].startswith("Thu, 01 Jan 1970"):
                        self.jar.pop(cookie, None)
                    else:
                        self.jar[cookie] = held.value

    def _outside(self, headers: Sequence[Header]) -> Iterable[Header]:
        for name, value in headers:
            if name.lower() == "location" and value.startswith("/"):
                yield name, self.base + value[1:]
            elif name.lower() not in KEPT_BACK:
                yield name, value

    def _moved(self, page: bytes) -> bytes:
        return page if self.base == "/" else ADDRESSES.sub(rb"\1" + self.base.encode(), page)


def _is_page(headers: Sequence[Header]) -> bool:
    return any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers)


def _changes() -> int:
    """How many rows this connection has changed so far."""
    return connection.connection.total_changes if connection.connection else 0
