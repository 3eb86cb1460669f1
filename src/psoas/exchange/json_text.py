"""Reading JSON so that nothing doubtful gets in: no duplicate keys, no NaN, not too large, not too deep."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from psoas.vocabulary.errors import BadInput

MAX_BYTES = 5_000_000
MAX_DEPTH = 50
LONGEST_NUMBER = 300
"""Digits; a float ends at about 308."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_STRING = re.compile(r'"(?:[^"\\]++|\\.?)*+"?', re.DOTALL)
"""A string, or what begins as one and never ends: taken whole, so that a hostile file is read once and not once a quote."""


def read_json(content: bytes) -> Any:
    """The content of a JSON file, or BadInput."""
    if len(content) > MAX_BYTES:
        raise BadInput("file", "at most 5 MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("file", "JSON text in UTF-8") from error
    if _depth(text) > MAX_DEPTH:
        raise BadInput("file", f"nested at most {MAX_DEPTH} deep")
    return _parse(text)


def _parse(text: str) -> Any:
    try:
        content = json.loads(text, object_pairs_hook=_each_key_once, parse_constant=Odd, parse_float=_finite, parse_int=_short)
    except json.JSONDecodeError as error:
        raise BadInput("file", f"JSON (line {error.lineno}, column {error.colno} is not)") from error
    except RecursionError as error:
        raise BadInput("file", f"nested at most {MAX_DEPTH} deep") from error
    for path, what in _odd(content):
        raise BadInput(path or "file", what)
    return content


def _depth(text: str) -> int:
    """How deep brackets nest, those inside strings left out."""
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]{}]", _STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for key, item in pairs:
        if key in content:
            raise BadInput(shown(key), "given once, not twice")
        content[key] = item
    return content


class Odd:
    """A number that no document may hold, kept until its place is known."""

    def __init__(self, written: str) -> None:
        self.written = written if len(written) < LONGEST_NUMBER else "one so long"


def _finite(text: str) -> float | Odd:
    number = float(text)
    return number if math.isfinite(number) else Odd("an infinite one")


def _short(text: str) -> int | Odd:
    return int(text) if len(text) < LONGEST_NUMBER else Odd(text)


def _odd(content: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Where something stands that JSON allows and a document does not, and what is allowed instead."""
    if isinstance(content, Odd):
        yield path, f"an ordinary number, not {content.written}"
    elif isinstance(content, str) and (allowed := unfit(content)):
        yield path, f"text {allowed}"
    children = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for step, inner in children:
        here = shown(str(step))
        if isinstance(step, str) and (allowed := unfit(step)):
            yield path, f"names {allowed}"
        yield from _odd(inner, f"{path}.{here}" if path else here)


def unfit(text: str) -> str:
    """What text must be without, where it is not; "" where all is well. The same at every door: pages, files, senders.

    Half of a surrogate pair can stand in JSON, but in no file. Control characters are typed by nobody and make other programs
    read something else than what stands there; a tab and a new line are text.
    """
    if _CONTROL.search(text):
        return "without control characters"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "without half characters"
    return ""


def shown(key: str) -> str:
    """A key as it may be printed on one line: no control characters, not endless."""
    clean = "".join(letter if letter.isprintable() else "?" for letter in key)
    return clean if len(clean) <= 60 else clean[:57] + "…"
