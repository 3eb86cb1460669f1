"""Compile a function for arrays of people, and keep the result on disk where the installation allows it.

A read-only installation has nowhere beside the code to keep compiled functions: numba then uses the person's cache folder, and
where that cannot be written either, it compiles anew in each process (a few seconds) instead of failing.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from psoas.vocabulary.errors import PsoasError

try:
    import numba
except ImportError as missing:
    raise PsoasError(
        "populations need the research extra: pip install 'WHEEL[research]', where WHEEL is the file Psoas came in"
    ) from missing

F = TypeVar("F", bound=Callable[..., Any])
OPTIONS: dict[str, Any] = {"error_model": "numpy", "fastmath": {"contract"}, "nogil": True}
"""Without the interpreter's lock, so that threads solve side by side."""


def compiled(function: F) -> F:
    """The function, compiled at its first call. Division by zero gives infinity, as in numpy;
    a product and a sum may be rounded once together."""
    return cast("F", _compile(function))


def _compile(function: Callable[..., Any]) -> object:
    try:
        return numba.njit(cache=True, **OPTIONS)(function)
    except RuntimeError:
        return numba.njit(**OPTIONS)(function)
