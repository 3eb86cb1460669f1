"""The house keeps its own word: signs name what is there, one name stands for one thing, sentences stand in the catalogue."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "psoas"
sys.path.insert(0, str(ROOT / "docs"))

import house  # noqa: E402  # docs is no package

SIGNS = sorted(path for path in SOURCE.rglob("__init__.py") if ast.get_docstring(ast.parse(path.read_text("utf-8"))))
DJANGO_S_OWN = {"apps"}


def sign(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""


@pytest.mark.parametrize("room", house.ROOMS)
def test_every_file_of_a_room_stands_on_its_sign(room: str) -> None:
    """Who stands at the door can see what is inside."""
    told = set(re.findall(r"[a-z_]+", sign(SOURCE / room / "__init__.py")))
    inside = {path.stem for path in (SOURCE / room).glob("*.py")} - {"__init__"} - DJANGO_S_OWN

    assert sorted(inside - told) == []


@pytest.mark.parametrize("path", SIGNS, ids=lambda path: path.parent.relative_to(SOURCE).as_posix())
def test_a_sign_names_nothing_that_is_not_there(path: Path) -> None:
    """A file, a folder, a function of the room, or another room."""
    folder = path.parent
    there = {one.name.split(".")[0] for one in (*folder.iterdir(), *SOURCE.iterdir())}
    functions = {name for file in folder.glob("*.py") for name in re.findall(r"^def (\w+)", file.read_text("utf-8"), re.M)}

    assert sorted(set(re.findall(r"`([a-z_]+)`", sign(path))) - there - functions) == []


def test_no_public_class_shares_its_name_with_another() -> None:
    twice = {name for name, places in house.classes(house.files(SOURCE, "py")).items() if len(places) > 1}

    assert sorted(twice) == []


def test_every_file_is_named_by_a_word_of_the_glossary() -> None:
    """Who does not know a word looks in one place."""
    assert house.nameless() == []


def test_the_glossary_says_where_each_word_lives() -> None:
    lives = house.terms()
    places = {str(path.relative_to(SOURCE).with_suffix("")) for path in house.modules()}
    places |= {f"translation/{path.stem}" for path in (ROOT / "translation").glob("*.py")}

    assert len(lives) > 300
    assert sorted(set(lives.values()) - places) == []


def test_no_rule_holds_a_sentence_for_a_person() -> None:
    """Reasons are rows of the catalogue, with source and status, and go through translation."""
    assert list(house.sentences(house.files(SOURCE, "py"))) == []


def test_a_stranger_finds_the_answer_in_three_files() -> None:
    """The table of questions in HOUSE.md: every file it names is there, and no answer needs more than three."""
    table = (ROOT / "HOUSE.md").read_text("utf-8").partition("| a stranger asks |")[2].split("\n\n")[0]
    rows = [re.findall(r"`([^`]+)`", row) for row in table.splitlines()[2:]]

    assert len(rows) >= 6
    assert [named for named in rows if not 1 <= len(named) <= 3] == []
    assert [path for named in rows for path in named if not (ROOT / path).exists()] == []


def test_the_house_is_drawn_as_it_stands() -> None:
    """Every folder with Python in it is in the drawing, and the drawing has no room beside them."""
    drawing = (ROOT / "HOUSE.md").read_text("utf-8").split("```")[1]
    labels = {"doors", "cellar", "hatch", "corridor"}
    drawn = {line.split()[0] for line in drawing.splitlines() if line and line[0].isalpha()} - labels
    drawn |= {name for name in ("web", "cli", "browser", "records", "exchange") if re.search(rf"\b{name}\b", drawing)}
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}

    assert drawn == rooms


def test_every_place_that_the_house_page_names_is_there() -> None:
    named = re.findall(r"`((?:src|tests|docs|bench|translation|examples)/[^`<>]*)`", (ROOT / "HOUSE.md").read_text("utf-8"))

    assert len(named) > 20
    assert [path for path in named if not (ROOT / path).exists()] == []


PAGES = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not {"node_modules", "build", "dist", "fixtures"} & set(path.parts) and ".venv" not in str(path)
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_page_points_at_what_is_not_in_this_repository(path: Path) -> None:
    """A link leads somewhere, and no page names a document that a reader cannot open."""
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S)
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:|#", link)]
    named = set(re.findall(r"\b([A-Z]{4,}(?:\.md))\b", text))

    assert [link for link in links if link and not (path.parent / link).exists()] == []
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
