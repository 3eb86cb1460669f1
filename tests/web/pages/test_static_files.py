"""A start compresses nothing that an earlier one has compressed, and never serves what another version left."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from psoas.web import static_files


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> list[str]:
    """The commands that were run; nothing is really compressed."""
    settings.STATIC_ROOT = tmp_path
    commands: list[str] = []
    monkeypatch.setattr(static_files, "call_command", lambda name, **_more: commands.append(name))
    return commands


def test_the_second_start_finds_everything_ready(collected: list[str]) -> None:
    static_files.collect()
    static_files.collect()

    assert collected == ["collectstatic"]


def test_another_version_collects_anew(collected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    static_files.collect()
    monkeypatch.setattr(static_files, "_files", lambda: iter(["css/psoas.css 1 1"]))
    static_files.collect()

    assert collected == ["collectstatic", "collectstatic"]


def test_a_start_that_was_killed_halfway_is_made_good(collected: list[str], tmp_path: Path) -> None:
    """The mark is written last: without it, what lies there counts for nothing."""
    (tmp_path / "psoas.css").write_text("half")
    static_files.collect()

    assert collected == ["collectstatic"]
    assert (tmp_path / static_files.MARK).read_text() == static_files.fingerprint()
