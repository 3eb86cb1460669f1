"""What may be logged: where and what kind of trouble, never what the person said.

An exception's own text can quote a form or a document, so a log line carries the exception's type and the places in the
code, no more. Addresses are not logged either, since one may carry a day: the name of the page is.
"""

import json
import logging
import traceback
from types import TracebackType


class QuietFormatter(logging.Formatter):
    """One JSON line: level, logger, the unfilled message, the type of the exception and where it arose."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, object] = {"level": record.levelname.lower(), "logger": record.name, "event": _message(record)}
        if status := getattr(record, "status_code", None):
            event["status"] = status
        if request := getattr(record, "request", None):
            event["view"] = _name_of_view(request)
        if record.exc_info and record.exc_info[0]:
            event["exception"] = record.exc_info[0].__name__
            event["at"] = _places(record.exc_info[2])
        return json.dumps(event, sort_keys=True)


def _message(record: logging.LogRecord) -> str:
    """The unfilled message; nothing where it is an exception's own text, which Django logs of what looks suspicious."""
    return "" if record.exc_info and str(record.msg) == str(record.exc_info[1]) else str(record.msg)


def _name_of_view(request: object) -> str | None:
    """The name of the page, not its address: an address may carry a date or an id."""
    match = getattr(request, "resolver_match", None)
    return match.view_name if match else None


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)[-6:]]
