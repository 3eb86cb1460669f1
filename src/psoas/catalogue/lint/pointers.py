"""What docstrings and comments of the data point at: sources of the catalogue, and pages of this repository.

    LPR-12, FUS-H4      an id that looks like a source is one
    NAME                a name in capitals standing alone is a source, a name of its module, or a page beside the README

Nothing else can be looked up by a reader. The files are read as text; no room is imported for it.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import psoas
from psoas.catalogue.catalogue import Catalogue

PACKAGE = Path(psoas.__file__).parent
PAGES = frozenset({"README", "HOUSE", "STYLE", "GLOSSARY", "CONTRIBUTING", "CHANGELOG"})
OF_THE_TRADE = frozenset({"VACUUM", "PRAGMA", "ASCII", "LAPACK", "SEQUENCE", "DTSTAMP"})
"""Words of programming that are written so."""
LIKE_A_SOURCE = re.compile(
    r"\b(?:(?:ROM|MEAS|CAM|LPR|HS|MOV|FUS|PRO|DOSE|PAIN|EX|RF|ERG|GAIT|CL)-[A-Z]{0,2}\d+[A-Z]?(?:-[A-Z]+)?|[TB]-\d+)\b"
)
NAME_IN_CAPITALS = re.compile(r"(?<![\w`/.-])[A-Z]{5,}(?![\w`-])")


def astray(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Docstrings of the program and comments of the data that point at what nobody can look up."""
    known = set(catalogue.sources) | PAGES | OF_THE_TRADE
    yield from ((place, f"nothing here is called {name}") for place, name in _pointers() if name not in known)


@cache
def _pointers() -> tuple[tuple[str, str], ...]:
    """Every pointer with the file it stands in, read once."""
    modules = ((path, named_in(path.read_text("utf-8"))) for path in sorted(PACKAGE.rglob("*.py")))
    data = ((path, _named(_comments(path.read_text("utf-8")))) for path in sorted(PACKAGE.rglob("*.toml")))
    return tuple((str(path.relative_to(PACKAGE.parent)), name) for path, names in (*modules, *data) for name in names)


def named_in(code: str) -> list[str]:
    """What the docstrings of a module point at, beside the module's own names."""
    tree = ast.parse(code)
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return [name for docstring in _docstrings(tree) for name in _named(docstring) if name not in own]


def _docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def _comments(toml: str) -> str:
    return "\n".join(line for line in toml.splitlines() if line.startswith("#"))


def _named(text: str) -> list[str]:
    return [*LIKE_A_SOURCE.findall(text), *NAME_IN_CAPITALS.findall(text)]
