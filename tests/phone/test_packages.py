"""What a phone carries: languages that are complete, as programs read them, and the catalogue, read already."""

from dataclasses import fields
from pathlib import Path

import pytest
from untranslated import compile_pseudo

import psoas
from psoas.browser.packages import gather_rooms, refuse_unbuilt
from psoas.catalogue import ready_made
from psoas.catalogue.catalogue import Catalogue, load_in
from psoas.catalogue.rules_version import rule_version
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


def test_a_phone_carries_the_catalogue_finished_and_no_other(tmp_path: Path) -> None:
    """Read again, it is the one that was read from TOML, to the last mark of its rules."""
    gather_rooms(Path(psoas.__file__).parent, tmp_path)
    carried = tmp_path / "psoas/catalogue/data"
    finished = ready_made.taken(carried)

    assert [path.name for path in carried.iterdir()] == [ready_made.NAME]
    assert finished is not None
    read = Catalogue(**finished)
    assert all(dict(getattr(read, kind.name)) == dict(getattr(load_in("en"), kind.name)) for kind in fields(Catalogue))
    assert rule_version(read) == rule_version(load_in("en"))


def test_where_only_toml_lies_it_is_read(tmp_path: Path) -> None:
    """A checkout, or an installed wheel."""
    assert ready_made.taken(tmp_path) is None


def test_a_site_is_not_built_without_what_its_pages_read_in_place_of_models(tmp_path: Path) -> None:
    """The message names the file and what builds it."""
    with pytest.raises(FileNotFoundError, match=r"reach\.json.*make assets"):
        refuse_unbuilt(tmp_path)
