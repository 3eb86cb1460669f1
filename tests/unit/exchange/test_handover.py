"""A hand-over: what goes along, and what opens it."""

import json
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from example_people import MAYA

from psoas import journey
from psoas.diary.entry import Diary
from psoas.exchange import handover
from psoas.exchange.documents import as_json, read_document, write_json
from psoas.exchange.export import Export, PageTold, SettingTold, bundle
from psoas.vocabulary.errors import BadInput

VECTORS = json.loads((Path(__file__).parents[2] / "vectors/sealed.json").read_text("utf-8"))
KEY, OTHER, NONCE = bytes(range(32)), bytes(32), bytes(12)
DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 24, tzinfo=UTC)
AT = "2026-11-23T08:00:00.000000Z"


@pytest.fixture(scope="module")
def export() -> Export:
    plan = journey.plan(MAYA, start=DAY, today=DAY)
    whole = bundle(plan, Diary())
    page = PageTold(page="safety-1", at=AT, content={"age": "41"})
    setting = SettingTold(name="country", at=AT, value="DE")
    return replace(whole, plans=(plan, plan), answers=(page,), settings=(setting,))


def test_the_plan_in_use_goes_along_and_neither_settings_nor_half_told_answers(export: Export) -> None:
    """A therapist needs the answers a plan rests on, not what somebody began to type."""
    handed = handover.handed(export)

    assert handed.plans == export.plans[-1:]
    assert handed.intakes == export.intakes
    assert handed.diary == export.diary
    assert (handed.answers, handed.settings) == ((), ())


def test_what_is_handed_over_is_a_document_that_can_be_read_again(export: Export) -> None:
    handed = handover.handed(export)
    sealed = handover.seal(write_json(as_json(handed)).encode(), KEY, NONCE)

    assert read_document(handover.open_sealed(sealed, KEY), Export) == handed


def test_what_a_browser_sealed_opens_here() -> None:
    """The two are held together by vectors that both read."""
    for vector in VECTORS["handover"]:
        assert (
            handover.open_sealed(vector["sealed"].encode(), handover.read_key(vector["key"], now=NOW)).decode()
            == vector["content"]
        )


@pytest.mark.parametrize("at", range(5))
def test_another_key_or_a_changed_letter_opens_nothing(at: int) -> None:
    """Neither in header, nonce, content or tag; a wrapped key does not belong there at all."""
    sealed = handover.seal(b"{}", KEY, NONCE)
    parts = sealed.split(b".")
    parts[at] = (b"B" if parts[at][:1] == b"A" else b"A") + parts[at][1:]

    with pytest.raises(BadInput):
        handover.open_sealed(b".".join(parts), KEY)
    with pytest.raises(BadInput, match="another key"):
        handover.open_sealed(sealed, OTHER)


@pytest.mark.parametrize("content", [b"", b"{}", b"....", b"a.b.c.d.e", b"\xff.\xff.a.a.a", b'{"psoas": "export/1"}'])
def test_what_is_no_hand_over_says_so(content: bytes) -> None:
    with pytest.raises(BadInput, match="a hand-over that Psoas sealed"):
        handover.open_sealed(content, KEY)


def test_a_small_file_that_would_unpack_to_a_very_large_one_is_refused() -> None:
    sealed = handover.seal(b" " * 6_000_000, KEY, NONCE)

    assert len(sealed) < 20_000
    with pytest.raises(BadInput, match="at most 5 MB"):
        handover.open_sealed(sealed, KEY)


def test_the_key_is_found_in_a_link_in_its_payload_and_alone() -> None:
    """Whatever somebody copied."""
    link = VECTORS["link"]
    key = bytes.fromhex(link["key_hex"])

    assert handover.read_key(link["address"], now=NOW) == key
    assert handover.read_key(link["address"].partition("#")[2], now=NOW) == key
    assert handover.read_key(link["key"], now=NOW) == key


def test_a_link_opens_nothing_after_its_end_and_a_key_alone_has_none() -> None:
    """Said in words; whoever kept the key alone still has it, so no more is claimed."""
    link = VECTORS["link"]
    end = datetime.fromisoformat(link["until"])

    assert handover.read_key(link["address"], now=end)
    with pytest.raises(BadInput, match="good for 30 days; ask for a new one"):
        handover.read_key(link["address"], now=end + timedelta(seconds=1))
    assert handover.read_key(link["key"], now=end + timedelta(days=900))


@pytest.mark.parametrize("end", ["soon", 1e300, [], -1e300])
def test_an_end_that_is_no_moment_is_refused(end: object) -> None:
    told = json.dumps({"key": VECTORS["link"]["key"], "exp": end, "label": "x" * 40}).encode()
    with pytest.raises(BadInput, match="the link or the key"):
        handover.read_key(handover.SCHEME + handover._text(told), now=NOW)


@pytest.mark.parametrize("words", ["", "shlink:/", "https://x/#shlink:/AAAA", "hello", "A" * 43 + "!", "A" * 60])
def test_words_that_are_no_key_are_refused_in_one_line(words: str) -> None:
    with pytest.raises(BadInput, match="key: "):
        handover.read_key(words, now=NOW)


def test_the_packed_content_is_what_the_form_says() -> None:
    """DEF is raw deflate, without the frame of zlib or gzip (RFC 7516, 4.1.3)."""
    header, _, nonce, content, tag = handover.seal(b"content", KEY, NONCE).split(b".")
    locked = handover._bytes(content.decode()) + handover._bytes(tag.decode())
    packed = AESGCM(KEY).decrypt(handover._bytes(nonce.decode()), locked, header)

    assert zlib.decompress(packed, wbits=-15) == b"content"
