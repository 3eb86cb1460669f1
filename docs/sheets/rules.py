"""One page for each spec: its docstring the introduction, each test with a `table` a section."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from text_tables import rows

from sheets.markdown import page, table

SPECS = Path(__file__).parents[2] / "tests" / "specs"
NOTICE = "*Rendered from the tests by `make docs`. No clinician has signed these rules.*"


def pages() -> Mapping[str, str]:
    """Every spec that has at least one table."""
    found = {}
    for spec in sorted(SPECS.glob("*/test_*.py")):
        module = ast.parse(spec.read_text("utf-8"))
        if sections := list(_sections(module)):
            name = spec.stem.removeprefix("test_")
            title = f"# {spec.parent.name.capitalize()}: {name.replace('_', ' ')}"
            found[f"rules/{spec.parent.name}-{name}.md"] = page(title, ast.get_docstring(module) or "", NOTICE, *sections)
    return found


def _sections(module: ast.Module) -> Iterator[str]:
    for function in module.body:
        if isinstance(function, ast.FunctionDef) and (text := _table(function)):
            title = function.name.removeprefix("test_").replace("_", " ").capitalize()
            yield "\n\n".join([f"## {title}", ast.get_docstring(function) or "", _markdown(text)])


def _table(function: ast.FunctionDef) -> str | None:
    assigned = {
        target.id: node.value.value
        for node in function.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    text = assigned.get("table")
    return text if isinstance(text, str) else None


def _markdown(text: str) -> str:
    body = rows(text)
    header = list(body[0])
    return table(header, ([row[name] for name in header] for row in body))
