"""What a field may hold, as its annotation says it: checked whenever a value is made, by whomever.

    Ge, Gt, Le, Lt, Interval     a number's bounds
    Len                          how many, or how long
    Written                      text in a certain way

The annotation is read once, when the class is made; a field without constraints costs nothing. Which types a field takes is
mypy's to say inside the house, and the document border's at its edge.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import Ge, Gt, Interval, Le, Len, Lt, MaxLen, MinLen

from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.text_format import Written

Says = str
Check = Callable[[Any], Says | None]
"""What is allowed, where the value is not; None where it is fine."""
BOUNDS = (
    (Ge, "ge", operator.ge, "at least"),
    (Gt, "gt", operator.gt, "above"),
    (Le, "le", operator.le, "at most"),
    (Lt, "lt", operator.lt, "below"),
)


def checks_of(annotations: Mapping[str, Any]) -> tuple[tuple[str, Check], ...]:
    """A check for each field that is constrained, in their order."""
    found = ((name, check_of(annotation)) for name, annotation in annotations.items())
    return tuple((name, check) for name, check in found if check is not None)


def hold(checks: tuple[tuple[str, Check], ...], made: object) -> None:
    """BadInput naming the first field that holds what it may not."""
    for name, check in checks:
        if (says := check(getattr(made, name))) is not None:
            raise BadInput(name.rstrip("_"), says)


def check_of(annotation: Any) -> Check | None:
    """The check of one annotation; None where it constrains nothing."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *told = get_args(annotation)
        return _all(*map(_check_of_mark, _marks(told)), check_of(inner))
    if origin in (Union, UnionType):
        return _any_of(get_args(annotation))
    if origin is tuple and get_args(annotation)[1:] == (Ellipsis,):
        return _each(check_of(get_args(annotation)[0]))
    return None


def _marks(told: list[Any]) -> Iterator[Any]:
    for mark in told:
        if isinstance(mark, (Interval, Len)):
            yield from _marks(list(mark))
        else:
            yield mark


def _check_of_mark(mark: Any) -> Check | None:
    if isinstance(mark, Written):
        return lambda text: None if re.fullmatch(mark.pattern, text) else mark.says
    if isinstance(mark, (MinLen, MaxLen)):
        least, most = getattr(mark, "min_length", 0), getattr(mark, "max_length", float("inf"))
        says = f"{least} or more" if isinstance(mark, MinLen) else f"at most {most}"
        return lambda many: None if least <= len(many) <= most else says
    for kind, name, holds, words in BOUNDS:
        if isinstance(mark, kind):
            return _bound(getattr(mark, name), holds, words)
    return None


def _bound(limit: Any, holds: Callable[[Any, Any], bool], words: str) -> Check:
    return lambda number: None if holds(number, limit) else f"{words} {limit}"


def _all(*checks: Check | None) -> Check | None:
    found = [check for check in checks if check is not None]
    if len(found) < 2:
        return found[0] if found else None
    return lambda value: next((says for check in found if (says := check(value)) is not None), None)


def _each(check: Check | None) -> Check | None:
    if check is None:
        return None
    return lambda many: next((says for one in many if (says := check(one)) is not None), None)


def _any_of(options: tuple[Any, ...]) -> Check | None:
    """A value of an unconstrained option is fine; another must satisfy a constrained one of its type."""
    kinds = [(_type_of(option), check_of(option)) for option in options]
    if all(check is None for _kind, check in kinds):
        return None
    told = [(kind, check) for kind, check in kinds if kind is not NoneType]
    if len(told) == 1 and len(kinds) == 2:
        return _unless_none(*told[0])

    def check(value: Any) -> Says | None:
        said: Says | None = None
        for kind, inner in kinds:
            if isinstance(value, kind):
                said = inner(value) if inner else None
                if said is None:
                    return None
        return said

    return check


def _unless_none(kind: Any, inner: Check | None) -> Check | None:
    """The commonest choice, and the quickest way through it."""
    return inner and (lambda value: inner(value) if isinstance(value, kind) else None)


def _type_of(option: Any) -> Any:
    """The class that values of this option have; object where that is not one class."""
    while get_origin(option) is Annotated:
        option = get_args(option)[0]
    kind = get_origin(option) or option
    return (int, float) if kind is float else kind if isinstance(kind, type) else object
