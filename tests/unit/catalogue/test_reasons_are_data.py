"""Why something was decided stands in the catalogue: no room writes a reason's sentence in Python."""

import ast
from collections.abc import Iterator
from pathlib import Path

import psoas

SOURCE = Path(psoas.__file__).parent
ROOMS = ("screening", "assessment", "planning", "adaptation", "diary", "outcomes")


def sentences(path: Path) -> Iterator[str]:
    """Each literal text that is handed to a reason: `Reason(says="…")`, `Why(says=f"…")`, or kept in a table for it."""
    tree = ast.parse(path.read_text("utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id in ("Reason", "Why"):
            says = [keyword.value for keyword in call.keywords if keyword.arg == "says"]
            yield from (ast.unparse(value) for value in says if isinstance(value, ast.Constant | ast.JoinedStr))
    for text in (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)):
        if text.value.startswith(("Your ", "You ")):
            yield text.value


def test_no_room_writes_a_reason_in_python() -> None:
    """Once 134 places, now none."""
    found = {str(path): list(sentences(path)) for room in ROOMS for path in (SOURCE / room).rglob("*.py")}
    count = sum(len(some) for some in found.values())
    assert count == 0, {path: some for path, some in found.items() if some}
