"""What a phone carries of the languages: those that are complete, as programs read them."""

from pathlib import Path

from untranslated import compile_pseudo

import psoas
from psoas.browser.packages import gather_rooms
from psoas.vocabulary.language import languages


def test_a_phone_carries_complete_languages_alone(tmp_path: Path) -> None:
    """Neither the files of translators nor the pseudo-language."""
    compile_pseudo()
    gather_rooms(Path(psoas.__file__).parent, tmp_path)
    carried = tmp_path / "psoas/locale"

    complete = {one.code for one in languages().values() if one.complete}
    assert {path.name for path in carried.iterdir() if path.is_dir()} <= complete
    assert list(carried.rglob("*.po")) == []
    assert (carried / "languages.toml").is_file()
