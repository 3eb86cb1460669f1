"""Where the data lies: closed to other users even in a folder that is open to them, with a key that is never half."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from psoas.records.privacy import close_to_others
from psoas.web.data_folder import open_folder, secret_key

pytestmark = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_nobody_else_can_read_what_lies_in_an_open_folder(tmp_path: Path) -> None:
    """A folder of mode 755 and the usual umask: database, its logs and the key are still the owner's alone."""
    tmp_path.chmod(0o755)
    open_folder(tmp_path)
    environment = {**os.environ, "PSOAS_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "psoas.web.settings"}
    look = f"""
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
import pathlib
for path in sorted(pathlib.Path({str(tmp_path)!r}).iterdir()): print(path.name, oct(path.stat().st_mode & 0o077))
"""
    told = subprocess.run([sys.executable, "-c", look], env=environment, check=True, capture_output=True, text=True)

    names = ("psoas.sqlite3", "psoas.sqlite3-shm", "psoas.sqlite3-wal", "secret-key")
    assert told.stdout.split() == [word for name in names for word in (name, "0o0")]


def test_an_older_file_that_others_could_read_is_closed(tmp_path: Path) -> None:
    """As it may stand on a disk since before."""
    database = tmp_path / "psoas.sqlite3"
    database.touch(mode=0o644)
    close_to_others(database)

    assert mode(database) == 0o600


def test_a_new_folder_is_the_owners_alone_and_its_key_stays(tmp_path: Path) -> None:
    """The second call reads the key that the first one made."""
    folder = open_folder(tmp_path / "new")

    assert mode(folder) == 0o700
    assert mode(folder / "secret-key") == 0o600
    assert secret_key(folder) == secret_key(folder)


def test_an_empty_key_left_by_a_full_disk_is_made_anew(tmp_path: Path) -> None:
    """An empty key would close the app for good."""
    (tmp_path / "secret-key").touch()

    assert len(secret_key(tmp_path)) > 50
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: (folder / "psoas.sqlite3").write_bytes(b"not a database" * 100), "file is not a database"),
        (lambda folder: (folder / "psoas.sqlite3").mkdir(), "Is a directory"),
    ],
)
def test_serving_damaged_data_ends_with_one_line(tmp_path: Path, spoil: Callable[[Path], object], says: str) -> None:
    """And leaves it as it was found."""
    spoil(tmp_path)
    command = [sys.executable, "-c", "from psoas.cli.main import run; run()", "serve", "--no-browser", "--port", "18990"]
    environment = {**os.environ, "PSOAS_DATA": str(tmp_path)}
    told = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=60)

    assert told.returncode == 1
    assert told.stderr.startswith("psoas: the data")
    assert says in told.stderr
    assert told.stderr.count("\n") == 1
