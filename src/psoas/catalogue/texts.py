"""Which parts of an entry are texts for a person: what is annotated `Text`, wherever it stands in the entry.

One walk serves both ends of a translation: who extracts collects what is said, who loads replaces it.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from annotated_types import Len

E = TypeVar("E")
Say = Callable[[str, str], str]
"""From where a text stands (`steps.2`) and the text to the text that takes its place."""


class ForAPerson:
    """Marks a text that a person reads or hears."""


Text = Annotated[str, Len(1, 600), ForAPerson()]
Texts = Annotated[tuple[Text, ...], Len(1, 12)]


def reworded(entry: E, say: Say, *, at: str = "") -> E:
    """The same entry with every text for a person put through `say`."""
    kind: Any = type(entry)
    changed = {
        name: _reworded(getattr(entry, name), say, at=f"{at}{name}", is_text=is_text) for name, is_text in _parts(kind).items()
    }
    return replace(entry, **changed) if changed else entry  # type: ignore[type-var]  # every entry is a value


def _reworded(part: Any, say: Say, *, at: str, is_text: bool) -> Any:
    if isinstance(part, str):
        return say(at, part) if is_text else part
    if isinstance(part, tuple):
        return tuple(_reworded(inner, say, at=f"{at}.{number}", is_text=is_text) for number, inner in enumerate(part, 1))
    return reworded(part, say, at=f"{at}.") if is_dataclass(part) else part


@cache
def _parts(kind: type[Any]) -> dict[str, bool]:
    """The fields that hold texts (True) or values that may hold some (False)."""
    hints = get_type_hints(kind, include_extras=True)
    found = {field.name: _is_text(hints[field.name]) for field in fields(kind)}
    return {name: is_text for name, is_text in found.items() if is_text or _holds_values(hints[name])}


def _is_text(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return any(isinstance(mark, ForAPerson) for mark in hint.__metadata__) or _is_text(get_args(hint)[0])
    return any(_is_text(inner) for inner in get_args(hint))


def _holds_values(hint: Any) -> bool:
    return is_dataclass(hint) or any(_holds_values(inner) for inner in get_args(hint))
