"""Compiling where nothing can be kept on disk: slower, never a failure."""

from collections.abc import Callable
from types import SimpleNamespace

import numba
import pytest

from psoas.mechanics import compilation as module
from psoas.mechanics.compilation import compiled


def test_without_a_place_for_its_cache_a_function_is_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only installation and no cache folder."""
    real = numba.njit

    def nowhere(*, cache: bool = False, **options: object) -> Callable[[Callable[..., object]], object]:
        if cache:
            raise RuntimeError("cannot cache function: no locator available")
        return real(**options)

    monkeypatch.setattr(module, "numba", SimpleNamespace(njit=nowhere))

    def double(number: float) -> float:
        return 2 * number

    assert compiled(double)(4.0) == 8.0
