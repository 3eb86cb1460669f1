"""Every name of the product is used by the product: what only tests would call stands beside the tests."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "psoas"
READ_BY_NAME = {"settings", "urls", "apps", "wsgi", "__init__"}
"""Django looks for what these hold by its name."""
ON_PURPOSE = {
    "exchange.handover": {"seal": "the other direction, for scripts; the page seals in the browser"},
    "vocabulary.scales": {"BANDS": "the table to which a test holds every rule"},
}
"""What is offered although no line of the product calls it, and why."""


def test_no_public_name_is_idle() -> None:
    called = set(uses())
    idle = [
        f"{module}.{name}"
        for path in sources()
        for module in [".".join(path.relative_to(SOURCE).with_suffix("").parts)]
        for name in names(path)
        if (module, name) not in called and name not in ON_PURPOSE.get(module, {}) and not is_told_elsewhere(name)
    ]

    assert idle == []


def test_what_is_kept_on_purpose_is_there() -> None:
    gone = [
        f"{module}.{name}"
        for module, kept in ON_PURPOSE.items()
        for name in kept
        if name not in set(names(SOURCE / f"{module.replace('.', '/')}.py"))
    ]

    assert gone == []


def sources() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if not {"migrations", "built"} & set(path.parts)]


def names(path: Path) -> Iterator[str]:
    """Public functions, classes and constants of a file; what a decorator hands to a framework is called by that."""
    if path.stem in READ_BY_NAME:
        return
    for node in tree_of(path).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            handed = any("value" not in ast.unparse(one) and "cache" not in ast.unparse(one) for one in node.decorator_list)
            found = [] if handed else [node.name]
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found = [target.id for target in targets if isinstance(target, ast.Name)]
        else:
            found = []
        yield from (name for name in found if not name.startswith("_"))


def uses() -> Iterator[tuple[str, str]]:
    """Module and name: what a file uses of its own, imports by name, or reaches through a module."""
    for path in [*sources(), *(ROOT / "docs").rglob("*.py"), *(ROOT / "translation").glob("*.py")]:
        tree = tree_of(path)
        own = ".".join(path.relative_to(SOURCE).with_suffix("").parts) if path.is_relative_to(SOURCE) else ""
        modules: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                inside = node.module.removeprefix("psoas").removeprefix(".")
                yield from ((inside, one.name) for one in node.names)
                modules |= {one.asname or one.name: f"{inside}.{one.name}".removeprefix(".") for one in node.names}
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                yield own, node.id
        yield from (
            (modules[node.value.id], node.attr)
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules
        )


def is_told_elsewhere(name: str) -> bool:
    """Named by a string, a template, a page's worker or the set-up: `import_module("...").serve`, a command's entry point."""
    return bool(re.search(rf"[.:\"' ]{name}\b[(\"' ]?", ELSEWHERE))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


ELSEWHERE = "\n".join(
    [
        *(path.read_text("utf-8") for path in sorted((SOURCE / "browser" / "page").glob("worker*.ts"))),
        *(line for path in sources() for line in re.findall(r"^.*import_module.*$", path.read_text("utf-8"), re.M)),
        *(line for path in sources() for line in re.findall(r"\"psoas\.[\w.]+\"", path.read_text("utf-8"))),
        *re.findall(r"^psoas = .*$", (ROOT / "pyproject.toml").read_text("utf-8"), re.M),
    ]
)
