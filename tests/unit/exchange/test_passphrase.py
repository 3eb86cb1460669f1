"""A saved file under a passphrase, on a computer."""

import json
import unicodedata
from pathlib import Path

import pytest

from psoas.exchange.passphrase import is_sealed, unseal
from psoas.vocabulary.errors import BadInput

VECTOR = json.loads((Path(__file__).parents[2] / "vectors/sealed.json").read_text("utf-8"))["passphrase"]
SEALED = json.dumps(VECTOR["file"]).encode()


def test_what_a_phone_sealed_opens_with_its_passphrase() -> None:
    assert is_sealed(SEALED)
    assert unseal(SEALED, VECTOR["passphrase"]).decode() == VECTOR["content"]


def test_a_passphrase_written_with_other_signs_for_the_same_letters_opens_it_too() -> None:
    """An umlaut as one sign or as two: keyboards differ."""
    assert unseal(SEALED, unicodedata.normalize("NFD", VECTOR["passphrase"])).decode() == VECTOR["content"]


def test_another_passphrase_or_a_changed_file_opens_nothing() -> None:
    changed = {**VECTOR["file"], "content": "AAAA" + VECTOR["file"]["content"][4:]}
    for content, words in ((SEALED, "something else"), (SEALED, ""), (json.dumps(changed).encode(), VECTOR["passphrase"])):
        with pytest.raises(BadInput, match="passphrase: "):
            unseal(content, words)


@pytest.mark.parametrize(
    "change", [{"rounds": 0}, {"rounds": 10**9}, {"rounds": "1"}, {"salt": "?"}, {"iv": None}, {"content": ""}]
)
def test_a_file_that_is_not_whole_says_so(change: dict[str, object]) -> None:
    """A billion rounds would keep the computer busy for a day."""
    with pytest.raises(BadInput):
        unseal(json.dumps({**VECTOR["file"], **change}).encode(), VECTOR["passphrase"])


@pytest.mark.parametrize("content", [b"", b"[]", b"sealed/1", b'{"psoas": "export/1", "note": "sealed/1"}', b"\xff\xfe"])
def test_anything_else_is_not_taken_for_one(content: bytes) -> None:
    assert not is_sealed(content)
