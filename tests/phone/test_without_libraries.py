"""Every page of the phone edition, with nothing installed that a browser cannot have."""

import json
import os
import subprocess
import sys
from pathlib import Path

import django_htmx
import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("base", ["/", "/deep/coach/"])
def test_every_page_opens_without_a_compiled_library_and_in_any_folder(base: str, tmp_path: Path) -> None:
    """No numpy, no solver, no server; links lead within the folder; nothing fails."""
    static = tmp_path / "static"
    static.mkdir()
    built = HERE.parents[1] / "src/psoas"
    if not (built / "mechanics/data/built/reference-bend.json").exists():
        pytest.skip("the reference person's bend is not built: run `make assets`")
    (static / "staticfiles.json").write_text(json.dumps({"version": "1.1", "paths": _names(built), "hash": ""}))
    environment = {
        **os.environ,
        "PSOAS_DATA": str(tmp_path / "data"),
        "PSOAS_STATIC": str(static),
        "DJANGO_SETTINGS_MODULE": "psoas.browser.settings",
    }
    (tmp_path / "data").mkdir()
    command = [sys.executable, str(HERE / "walker.py"), base]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    found: dict[str, int] = json.loads(told.stdout)

    assert {path: status for path, status in found.items() if status >= 400} == {}
    assert all(path.startswith(base) for path in found)
    assert len(found) > 250
    assert f"{base}progress/relief/" in found


def _names(room: Path) -> dict[str, str]:
    """As the site's build lists them, without the hashes."""
    folders = (room / "web/static", Path(django_htmx.__file__).parent / "static")
    files = ((folder, path) for folder in folders for path in folder.rglob("*") if path.is_file())
    return {name: name for folder, path in files for name in [path.relative_to(folder).as_posix()]}
