"""The figures of an attack, kept for docs/measured/attack.md: `PSOAS_PRINT=1 pytest -m "slow or not slow" tests/attack`."""

import json
import os
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/measured/attack.md"
KEPT = Path(__file__).parents[2] / "docs/measured/attack.json"
HEAD = """# Under attack

What was tried against the local server by `tests/attack`, and what came of it. Kills are `SIGKILL` at random moments of real
processes; after each the database is checked and counted. A row says how often, and what was found wrong.

| attack | tried | found |
|---|---|---|
"""


def keep(attack: str, tried: str, found: str) -> None:
    """A row of the page, in place of what stood there for this attack; only where it is asked for."""
    if not os.environ.get("PSOAS_PRINT"):
        return
    rows = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    rows[attack] = [tried, found]
    KEPT.write_text(json.dumps(dict(sorted(rows.items())), indent=1) + "\n", "utf-8")
    PAGE.write_text(HEAD + "".join(f"| {name} | {row[0]} | {row[1]} |\n" for name, row in sorted(rows.items())), "utf-8")
