"""Render `docs/clinical/rules` from the specs: what a clinician reads is what the tests run.

Each spec module becomes a page: its docstring the introduction, each test with a `table` a section.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from tables import rows  # noqa: E402  # the tests folder is no package

SPECS = ROOT / "tests" / "specs"
PAGES = ROOT / "docs" / "clinical" / "rules"
NOTICE = "*Rendered from the tests by `make docs`. No clinician has signed these rules.*"


def main() -> int:
    """Write every page; with --check, say which differ instead."""
    pages = dict(_pages())
    if "--check" in sys.argv:
        stale = [path for path, text in pages.items() if not path.exists() or path.read_text() != text]
        print("\n".join(f"{path.relative_to(ROOT)} is out of date: run make docs" for path in stale) or "docs are up to date")
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for path, text in pages.items():
        path.write_text(text)
    return 0


def _pages() -> Iterator[tuple[Path, str]]:
    for spec in sorted(SPECS.glob("*/test_*.py")):
        sections = list(_sections(ast.parse(spec.read_text())))
        if sections:
            name = f"{spec.parent.name}-{spec.stem.removeprefix('test_')}"
            yield PAGES / f"{name}.md", _page(spec, sections)


def _page(spec: Path, sections: list[str]) -> str:
    title = f"{spec.parent.name.capitalize()}: {spec.stem.removeprefix('test_').replace('_', ' ')}"
    intro = ast.get_docstring(ast.parse(spec.read_text())) or ""
    return "\n\n".join([f"# {title}", intro, NOTICE, *sections]) + "\n"


def _sections(module: ast.Module) -> Iterator[str]:
    for function in module.body:
        if isinstance(function, ast.FunctionDef) and (table := _table(function)):
            title = function.name.removeprefix("test_").replace("_", " ").capitalize()
            yield "\n\n".join([f"## {title}", ast.get_docstring(function) or "", _markdown(table)])


def _table(function: ast.FunctionDef) -> str | None:
    assigned = {
        target.id: node.value.value
        for node in function.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    table = assigned.get("table")
    return table if isinstance(table, str) else None


def _markdown(table: str) -> str:
    body = rows(table)
    header = list(body[0])
    lines = [header, ["---"] * len(header), *([row[name] for name in header] for row in body)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


if __name__ == "__main__":
    sys.exit(main())
