"""What a clinician reads in `docs/clinical` is what the computer runs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_rendered_pages_are_not_stale() -> None:
    """After a change of rules, data or specs: `make docs`."""
    render = [sys.executable, str(ROOT / "docs" / "render.py"), "--check"]
    checked = subprocess.run(render, capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_page_that_the_readme_promises_is_there() -> None:
    """No dead link in the clinician's index."""
    folder = ROOT / "docs" / "clinical"
    readme = (folder / "README.md").read_text("utf-8")
    promised = [part.split(")")[0] for part in readme.split("](")[1:]]

    assert promised
    assert [page for page in promised if not (folder / page).exists()] == []
