"""What the README tells somebody to type can be typed, in that order."""

from pathlib import Path

import pytest

from psoas.cli.main import main

ROOT = Path(__file__).parents[2]


def commands() -> list[list[str]]:
    """The lines under "Script it" that run psoas, without the program's name."""
    section = (ROOT / "README.md").read_text("utf-8").split("## Script it")[1].split("\n## ")[0]
    return [line.split()[1:] for line in section.splitlines() if line.strip().startswith((".venv/bin/psoas", "psoas"))]


def test_every_command_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a fresh copy: what one writes the next one reads."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)

    assert len(commands()) >= 3
    for command in commands():
        assert main(command) == 0, command
