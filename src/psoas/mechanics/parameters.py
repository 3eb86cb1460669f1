"""The numbers of the model: data with a source and a status, read once.

A number is looked up by its id; a single value by `value_of`, a list by `values_of`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from psoas.vocabulary.evidence import Status
from psoas.vocabulary.value import value

Stiffness = Literal["fitted", "untuned"]
"""Which neutral-zone stiffness the lumbar levels carry: calibrated on row D1, or from specimens alone."""

NAMES: Mapping[Stiffness, str] = {
    "fitted": "chain-1-neutral-stiffness-fitted-to-tafazzol-2014",
    "untuned": "chain-1-neutral-stiffness-untuned",
}
"""What a result calls the parameters it was made with."""


@value
class Number:
    id: str
    values: tuple[float, ...]
    says: str
    source: str
    status: Status


@cache
def numbers() -> Mapping[str, Number]:
    """All numbers by id, in the order of the file."""
    rows = _content()["number"]
    read = (
        Number(
            id=row["id"],
            values=tuple(map(float, row["is"])),
            says=row["says"],
            source=row["source"],
            status=row["status"],
        )
        for row in rows
    )
    return MappingProxyType({number.id: number for number in read})


@cache
def evidence_ids() -> Mapping[str, str]:
    """The catalogue's id of each source."""
    return MappingProxyType({row["id"]: row["evidence"] for row in _content()["source"]})


def values_of(name: str) -> tuple[float, ...]:
    """The values of a number."""
    return numbers()[name].values


def value_of(name: str) -> float:
    """The value of a number that has one."""
    (single,) = numbers()[name].values
    return single


@cache
def _content() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((files("psoas.mechanics") / "data" / "parameters.toml").read_text("utf-8"))
