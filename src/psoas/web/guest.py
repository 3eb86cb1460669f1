"""A guest looks at what somebody handed over: the same pages, over a database of its own that ends with the visit.

Nothing can be sent, no script runs, no cookie is set: what belongs to whoever opened it (answers, sessions that still wait in
this browser, settings) cannot be touched from here, nor what was handed over from there.
"""

from collections.abc import Callable, Iterable
from typing import Any

Start = Callable[..., Any]
Application = Callable[[dict[str, Any], Start], Iterable[bytes]]
ASKS = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
NOT_HERE = frozenset({"content-security-policy", "set-cookie"})
SEEN_BY = "psoas.guest"
"""In a request: it comes from a guest. Pages then lead to what was handed over, and show nothing that could be sent."""
REFUSED = b"This is a hand-over: it can be read, and nothing in it can be changed."


def read_only(application: Application) -> Application:
    """The pages, to be looked at."""

    def shown(environment: dict[str, Any], start: Start) -> Iterable[bytes]:
        if environment["REQUEST_METHOD"] not in ASKS:
            start("405 Method Not Allowed", [("Allow", "GET, HEAD"), ("Content-Type", "text/plain; charset=utf-8")])
            return [REFUSED]

        def told(status: str, headers: list[tuple[str, str]], *trouble: Any) -> Any:
            kept = [(name, value) for name, value in headers if name.lower() not in NOT_HERE]
            return start(status, [*kept, ("Content-Security-Policy", POLICY)], *trouble)

        return application({**environment, SEEN_BY: True}, told)

    return shown
