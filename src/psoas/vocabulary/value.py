"""A value: frozen, keyword-only, closed to unknown fields, and never holding what it may not.

    @value
    class Pain:
        now: PainScore

Constraints stand in the annotation (`annotated_types`), once: they hold whenever a value is made, the document border checks
them with the path to the field, JSON Schema prints them. What two fields must say together stands in `__post_init__`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from inspect import get_annotations
from typing import Any, TypeVar, dataclass_transform

from psoas.vocabulary.constraint import checks_of, hold

T = TypeVar("T")


def name_in_documents(field: str) -> str:
    """A field named after a Python keyword carries a trailing underscore here and none in documents: `from_`, `from`."""
    return field.rstrip("_")


CLOSED: Mapping[str, object] = {"extra": "forbid", "strict": True, "alias_generator": name_in_documents}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[T]) -> type[T]:
    """Make `cls` a frozen value that checks itself; documents that carry it may hold no field it does not name."""
    _check_itself(cls)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else one is written from the signature, which takes longer than all the rest
    made = dataclass(frozen=True, kw_only=True)(cls)
    made.__pydantic_config__ = dict(CLOSED)  # type: ignore[attr-defined]  # read by the document border alone
    return made


def _check_itself(cls: type[Any]) -> None:
    checks = checks_of(get_annotations(cls))
    if not checks:
        return
    together = getattr(cls, "__post_init__", None)

    def check(self: Any) -> None:
        hold(checks, self)
        if together is not None:
            together(self)

    cls.__post_init__ = check
