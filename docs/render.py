"""Render `docs/clinical` from specs and catalogue (what a clinician reads is what the computer runs), and what tests hold.

Without arguments every page is written, and pages that nothing renders any more are removed; with --check it says which
differ.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "docs")]

from sheets import codes, evidence, exercises, fusion, matrix, reported, rules, safety  # noqa: E402  # docs is no package

CLINICAL = ROOT / "docs" / "clinical"
MEASURED = ROOT / "docs" / "measured"
RENDERED_FOLDERS = ("rules", "matrix")
"""Folders in which every page is rendered; beside them people write pages of their own."""


def main() -> int:
    """Write every page; with --check, say which differ instead."""
    pages = render()
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    left_behind = [path for folder in RENDERED_FOLDERS for path in (CLINICAL / folder).glob("*.md") if path not in pages]
    if "--check" in sys.argv:
        differing = [f"{path.relative_to(ROOT)} is out of date: run make docs" for path in (*stale, *left_behind)]
        print("\n".join(differing) or "docs are up to date")
        return 1 if differing else 0
    for path in left_behind:
        path.unlink()
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages[path], "utf-8")
    return 0


def render() -> Mapping[Path, str]:
    """Every rendered page, by its place."""
    found: dict[Path, str] = {}
    for module in (rules, matrix, exercises, evidence, safety, fusion, codes):
        found |= {CLINICAL / name: text for name, text in module.pages().items()}
    return found | {MEASURED / name: text for name, text in reported.pages().items()}


if __name__ == "__main__":
    sys.exit(main())
