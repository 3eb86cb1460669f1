"""A start compresses nothing that an earlier one has compressed, and never serves what another version left."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from psoas.web import static_files


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> list[str]:
    """The commands that were run; nothing is really compressed."""
    settings.STATIC_ROOT = tmp_path / "served"
    settings.STATIC_ROOT.mkdir()
    monkeypatch.setattr(static_files, "BUILT", tmp_path / "built")
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
    (tmp_path / "served/psoas.css").write_text("half")
    static_files.collect()

    assert collected == ["collectstatic"]
    assert (tmp_path / "served" / static_files.MARK).read_text() == static_files.fingerprint()


def build(folder: Path, mark: str) -> None:
    (folder / "css").mkdir(parents=True)
    (folder / "css/psoas.1234.css.gz").write_text("compressed")
    (folder / static_files.MARK).write_text(mark)


def test_what_the_build_compressed_is_not_compressed_again(collected: list[str], tmp_path: Path) -> None:
    """It is there under the served folder; what an earlier version left there is not."""
    build(tmp_path / "built", static_files.fingerprint())
    (tmp_path / "served/old.css").write_text("old")
    static_files.collect()

    assert collected == []
    assert (tmp_path / "served/css/psoas.1234.css.gz").read_text() == "compressed"
    assert (tmp_path / "served" / static_files.MARK).read_text() == static_files.fingerprint()
    assert not (tmp_path / "served/old.css").exists()


def test_what_was_built_from_other_files_is_left_alone(collected: list[str], tmp_path: Path) -> None:
    """A style sheet was edited since: the start collects, and the build stays as it was."""
    build(tmp_path / "built", "another version")
    static_files.collect()

    assert collected == ["collectstatic"]
    assert (tmp_path / "built" / static_files.MARK).read_text() == "another version"


def test_a_disk_that_links_nothing_gets_copies(collected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(static_files.os, "link", refuse)
    build(tmp_path / "built", static_files.fingerprint())
    static_files.collect()

    assert (tmp_path / "served/css/psoas.1234.css.gz").read_text() == "compressed"
