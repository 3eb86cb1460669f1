"""What people reported of comparable programs, and the test that holds the right value here."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from sheets.markdown import page, table

CASES = Path(__file__).parents[2] / "tests/reported/cases.toml"
SAYS = """Faults that people reported of comparable programs, tried here. Each stands for its kind; the tests named hold
what is right. Rendered by `make docs` from `tests/reported/cases.toml`, which also says where each was read of."""


def pages() -> Mapping[str, str]:
    """One page."""
    cases = tomllib.loads(CASES.read_text("utf-8"))["case"]
    rows = [(case["what"], case["right"], "<br>".join(f"`{name}`" for name in case["tests"])) for case in cases]
    return {"reported.md": page("# Reported elsewhere", SAYS, table(("reported", "right", "tests"), rows))}
