"""A rule of dose or urgency stands in one place: a number has a name, a name has one home, and who must be seen soon is data.

Pain has its own test beside the bands (tests/unit/vocabulary/test_scales.py).
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import get_args

from psoas.catalogue.safety_rules import Urgency

SOURCE = Path(__file__).parents[2] / "src" / "psoas"
RULES = ("adaptation", "assessment", "diary", "outcomes", "planning", "screening", "session")
ELSEWHERE = ("exchange", "web", "cli")
DOSE = re.compile(r"(^|_)(sets|reps|hold_s|kg|minutes|seconds|effort|age|weeks|week|days|amount|share|load)($|_)")
SCALE_ENDS = {0, 1, 2}
"""Nothing, once, and the other side or a pair: they count; they set no dose."""
UNITS = {60, 7, 120, 1000}
"""A minute, a week, and how a time is said: from two minutes on in minutes."""
ANOTHER_MEANING = {("STEP_S", "BOUT_STEP_S")}
"""Of one number and a name within a name, and still two things."""
SEEN_SOON = set(get_args(Urgency)) - {"none"}
WHERE_URGENCY_IS_DECIDED = {"screening", "catalogue"}
SHOWN_BY_URGENCY = {"web/intake/views.py", "web/intake/urls.py", "cli/pages.py"}
"""Doors that choose a page, or print what to do, by what screening has decided."""


def test_no_rule_compares_a_dose_with_a_number_that_has_no_name() -> None:
    """`reps > 12` in a rule would be a number without source, and a second place for it."""
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in files()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare) and is_of_dose(node) and numbers(node) - SCALE_ENDS - UNITS
    ]

    assert found == []


def test_no_number_of_a_rule_has_two_homes() -> None:
    """Two constants of one value, one's name within the other's, are one rule written twice: import it."""
    homes: dict[float, list[tuple[str, str]]] = defaultdict(list)
    for path in files(RULES):
        for name, number in constants(path):
            homes[number].append((name, str(path.relative_to(SOURCE))))
    twice = [
        f"{one} in {here}, {other} in {there}"
        for same in homes.values()
        for (one, here), (other, there) in combinations(same, 2)
        if is_within(one, other) and not {(one, other), (other, one)} & ANOTHER_MEANING
    ]

    assert twice == []


def test_how_soon_somebody_must_be_seen_is_decided_by_screening_alone() -> None:
    """No other room names an urgency; doors show the page that belongs to it."""
    found = {
        str(path.relative_to(SOURCE))
        for path in files()
        if path.relative_to(SOURCE).parts[0] not in WHERE_URGENCY_IS_DECIDED
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in SEEN_SOON
    }

    assert found - SHOWN_BY_URGENCY == set()


def test_the_urgency_of_a_question_stands_in_its_row_alone() -> None:
    """No rule of screening asks for a question by its id and gives it an urgency of its own."""
    ids = set(re.findall(r'^id = "([^"]+)"', (SOURCE / "catalogue/data/red_flags.toml").read_text("utf-8"), re.M))
    rows = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in sorted((SOURCE / "screening").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Dict) and {key.value for key in node.keys if isinstance(key, ast.Constant)} & ids
        if any(isinstance(value, ast.Constant) and value.value in SEEN_SOON for value in node.values)
    ]

    assert rows == []


def files(rooms: tuple[str, ...] = (*RULES, *ELSEWHERE)) -> list[Path]:
    return [path for room in rooms for path in sorted((SOURCE / room).rglob("*.py")) if "migrations" not in path.parts]


def is_of_dose(node: ast.Compare) -> bool:
    names = [
        one.attr if isinstance(one, ast.Attribute) else one.id
        for one in ast.walk(node.left)
        if isinstance(one, ast.Attribute | ast.Name)
    ]
    return any(DOSE.search(name) for name in names)


def numbers(node: ast.Compare) -> set[float]:
    return {
        one.value
        for one in node.comparators
        if isinstance(one, ast.Constant) and isinstance(one.value, int | float) and not isinstance(one.value, bool)
    }


def constants(path: Path) -> Iterator[tuple[str, float]]:
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, int | float):
            yield from ((one.id, node.value.value) for one in node.targets if isinstance(one, ast.Name) and one.id.isupper())


def is_within(one: str, other: str) -> bool:
    words, more = sorted((set(one.split("_")) - {"OF", "A"}, set(other.split("_")) - {"OF", "A"}), key=len)
    return words <= more
