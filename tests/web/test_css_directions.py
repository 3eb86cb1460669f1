"""Styles know start and end, not left and right: a language that runs the other way needs no styles of its own."""

import re
from pathlib import Path

import pytest

import psoas

SOURCE = Path(psoas.__file__).parent
STYLES = sorted([*(SOURCE / "web/static/css").rglob("*.css"), *(SOURCE / "browser/page").glob("*.css")])
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PHYSICAL = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?<![-\w])(?:left|right)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
"""A side of the screen by its name."""
FOUR = re.compile(r"(?:margin|padding|inset)\s*:([^;]+);")
INSIDE = re.compile(r"\([^()]*\)")
DRAWN = "figure.css"
"""A drawn body has a left and a right of its own, which no language turns round."""


def sides_in(style: str) -> list[str]:
    """Named sides, and four values of which the second and the fourth differ."""
    uneven = [told.strip() for told in FOUR.findall(style) if _is_uneven(told)]
    return PHYSICAL.findall(style) + uneven


def _is_uneven(told: str) -> bool:
    while INSIDE.search(told):
        told = INSIDE.sub(lambda inside: inside.group()[1:-1].replace(" ", "_"), told)
    values = told.split()
    return len(values) == 4 and values[1] != values[3]


@pytest.mark.parametrize("style", [style for style in STYLES if style.name != DRAWN], ids=lambda style: style.name)
def test_a_style_names_no_side_of_the_screen(style: Path) -> None:
    """`margin-inline-start`, not `margin-left`."""
    assert sides_in(COMMENT.sub("", style.read_text("utf-8"))) == []


def test_the_rule_sees_a_side_of_the_screen() -> None:
    """It is no rule that nothing can break."""
    for told in ("margin-left: 1rem;", "{ right: 0; }", "text-align: left;", "padding: 1px 2px 3px 4px;"):
        assert sides_in(told)
    for told in (
        "margin-inline-start: 1rem;",
        "text-align: start;",
        "padding: 1px 2px;",
        "margin: 0 1px 2px 1px;",
        "inset-inline-end: 0;",
    ):
        assert not sides_in(told)
