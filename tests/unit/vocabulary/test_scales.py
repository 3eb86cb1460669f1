"""The bands of pain stand once, each with its source; no rule has a number of its own."""

import ast
from pathlib import Path

from psoas.catalogue.catalogue import load
from psoas.vocabulary.scales import BANDS

SOURCE = Path(__file__).parents[3] / "src" / "psoas"
ROOMS = ("adaptation", "assessment", "diary", "outcomes", "planning", "screening", "session")
PAIN = ("pain", "worst", "next_morning", "average_week", "worst_week", "base")
NAMED = {0}
"""No pain is no band: it is the end of the scale."""


def test_bands_rise_and_name_a_source_with_its_own_status() -> None:
    known = load().sources

    assert [band.least for band in BANDS] == sorted({band.least for band in BANDS})
    assert [band.name for band in BANDS if known[band.source].status != band.status] == []


def test_no_rule_compares_pain_with_a_number_of_its_own() -> None:
    """`pain >= 6` in a rule would be a second place for the same band: rules name the band."""
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for room in ROOMS
        for path in sorted((SOURCE / room).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare) and _is_of_pain(node.left) and _numbers(node) - NAMED
    ]

    assert found == []


def _is_of_pain(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return any(part in name for part in PAIN)


def _numbers(node: ast.Compare) -> set[int]:
    return {one.value for one in node.comparators if isinstance(one, ast.Constant) and isinstance(one.value, int)}
