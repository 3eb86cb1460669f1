"""Every reported case names tests that exist."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"][:50])
def test_a_reported_case_is_held_by_a_test(case: dict[str, list[str]]) -> None:
    """By name, so that none goes missing when a file is tidied."""
    assert case["tests"]
    for name in case["tests"]:
        file, _, test = name.partition("::")
        assert test in names_in(file), name
