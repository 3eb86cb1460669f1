"""Reading JSON so that nothing doubtful gets in: no duplicate keys, no NaN, not too large, not too deep."""

import json
import math
import re
from typing import Any

from psoas.vocabulary.errors import BadInput

MAX_BYTES = 5_000_000
MAX_DEPTH = 50
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


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
        return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise BadInput("file", f"JSON (line {error.lineno}, column {error.colno} is not)") from error
    except (ValueError, RecursionError) as error:
        raise BadInput("file", "JSON with numbers of ordinary length") from error


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


def _no_constant(name: str) -> float:
    raise BadInput("file", f"ordinary numbers, not {name}")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise BadInput("file", "ordinary numbers, not infinite ones")
    return number


def shown(key: str) -> str:
    """A key as it may be printed on one line: no control characters, not endless."""
    clean = "".join(letter if letter.isprintable() else "?" for letter in key)
    return clean if len(clean) <= 60 else clean[:57] + "…"
