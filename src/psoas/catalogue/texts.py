"""Which parts of a value are texts for a person: what is marked `ForAPerson`, wherever it stands in the value.

One walk serves every end of a translation: who extracts collects what is said, who loads the catalogue replaces it, who opens
a stored plan says its reasons again.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from annotated_types import Len

from psoas.vocabulary.language import ForAPerson

E = TypeVar("E")
Say = Callable[[str, str], str]
"""From where a text stands (`steps.2`) and the text to the text that takes its place."""

Text = Annotated[str, Len(1, 600), ForAPerson()]
Texts = Annotated[tuple[Text, ...], Len(1, 12)]


def reworded(entry: E, say: Say, *, at: str = "") -> E:
    """The same value with every text for a person put through `say`; the very same where nothing changes."""
    kind: Any = type(entry)
    parts = {name: (getattr(entry, name), is_text) for name, is_text in _parts(kind).items()}
    said = {name: _reworded(part, say, at=f"{at}{name}", is_text=is_text) for name, (part, is_text) in parts.items()}
    changed = {name: part for name, part in said.items() if part is not parts[name][0]}
    return replace(entry, **changed) if changed else entry  # type: ignore[type-var]  # every entry is a value


def _reworded(part: Any, say: Say, *, at: str, is_text: bool) -> Any:
    if isinstance(part, str):
        said = say(at, part) if is_text else part
        return part if said == part else said
    if isinstance(part, tuple):
        inner = tuple(_reworded(one, say, at=f"{at}.{number}", is_text=is_text) for number, one in enumerate(part, 1))
        return part if all(one is other for one, other in zip(part, inner, strict=True)) else inner
    return reworded(part, say, at=f"{at}.") if is_dataclass(part) else part


@cache
def _parts(kind: type[Any]) -> dict[str, bool]:
    """The fields that hold texts (True) or values that hold some (False)."""
    hints = get_type_hints(kind, include_extras=True)
    found = {field.name: _is_text(hints[field.name]) for field in fields(kind)}
    return {name: is_text for name, is_text in found.items() if is_text or _holds_texts(hints[name])}


def _is_text(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return any(isinstance(mark, ForAPerson) for mark in hint.__metadata__) or _is_text(get_args(hint)[0])
    return any(_is_text(inner) for inner in get_args(hint))


def _holds_texts(hint: Any) -> bool:
    if isinstance(hint, type) and is_dataclass(hint):  # a mark such as Interval is an instance of one, and holds no texts
        return bool(_parts(hint))
    return any(_holds_texts(inner) for inner in get_args(hint))
