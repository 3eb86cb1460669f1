"""Data that does not fit its schema is refused, with file and row."""

from pathlib import Path
from shutil import copytree

import pytest

from psoas.catalogue.catalogue import BrokenCatalogue, load_from

DATA = Path(__file__).parents[3] / "src" / "psoas" / "catalogue" / "data"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("exercises/squat.toml", "hip_extension_deg = 0", "hip_extension_deg = false", "degrees are a number"),
        ("exercises/squat.toml", 'knee = "', 'knees = "', "demands"),
        ("exercises/squat.toml", 'id = "box-squat"', 'id = "sit-to-stand"', "two rows with this id"),
        ("stages.toml", "healing_weeks = 0\n", "", "healing_weeks"),
        ("claims.toml", "[[claim]]", "[[rumour]]", "unknown table"),
        ("guides.toml", "[[guide]]", "[[guide]", "guides.toml"),
    ],
)
def test_a_broken_row_is_refused_by_name(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    """A missing demand, an angle of `false`, an id told twice."""
    folder = Path(copytree(DATA, tmp_path / "data"))
    broken = folder / file
    text = broken.read_text("utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(BrokenCatalogue, match=says):
        load_from(folder)
