"""Settings: looks that hold, everything out and back, everything gone, nothing in a log line."""

import io
import json
import logging
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from psoas.diary.entry import Entry
from psoas.exchange import archive
from psoas.records import actions, backup, erasure, queries
from psoas.screening.intake import Intake
from psoas.web.logs import QuietFormatter
from psoas.web.settings import DATA

NO_EXPORTS = (b"{", b"{}", b'{"psoas": "export/1"}', b"\xff\xfe", b"[" * 100, b'{"psoas": "export/1", "diary": NaN}')
LOOKS = {"text_size": "larger", "theme": "dark", "sound": "off", "speech": "on", "country": "uk"}


@pytest.mark.django_db
def test_theme_text_size_and_country_hold_on_every_page(client: Client) -> None:
    """Attributes of the page itself, no script needed."""
    client.post("/settings/", LOOKS)

    assert 'data-theme="dark" data-text="larger"' in " ".join(client.get("/about/").content.decode().split())
    assert 'href="tel:999"' in client.get("/emergency/").content.decode()


def test_voice_signal_and_body_hold_in_the_session(client: Client, maya: Intake) -> None:
    """Pace, loudness, flash and vibration reach the player; the body reaches every page."""
    client.post(
        "/settings/", LOOKS | {"pace": "slow", "loudness": "soft", "flash": "on", "vibration": "off", "figure": "full"}
    )
    player = client.get("/session/2026-11-25/0/").content.decode()

    assert 'pace="slow" loudness="soft" vibration="off" flash="on"' in player
    assert 'data-build="full"' in player


@pytest.mark.django_db(transaction=True)  # the file itself is rewritten, which no transaction may hold
def test_everything_out_and_everything_back_is_the_same(client: Client, maya: Intake) -> None:
    """Export, delete, import: plan, intake and diary read back equal."""
    actions.keep_entry(entry=Entry(on=date(2026, 11, 24), mobility=0, note="Grüße"), kind="log")
    before = backup.everything()
    saved = client.get("/settings/export/json/").content
    client.post("/settings/delete/", {"sure": "on"})
    assert queries.current_plan() is None
    assert queries.diary().entries == ()

    answer = client.post("/settings/import/", {"file": SimpleUploadedFile("psoas.json", saved)})

    assert answer.status_code == 302
    assert backup.everything() == before


def test_what_one_file_cannot_hold_goes_out_in_several(client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left out without a word: each file says which of how many it is."""
    monkeypatch.setattr(archive, "MAX_BYTES", 600_000)
    record = queries.current_plan()
    assert record is not None
    for _ in range(6):
        actions.keep_plan(plan=record.plan, reason="edited", on=record.plan.start)
    first = client.get("/settings/export/json/")
    parts = json.loads(first.content)["parts"]
    files = [client.get(f"/settings/export/json/{number}/") for number in range(1, parts + 1)]

    assert parts > 1
    assert f"psoas-1-of-{parts}.json" in first.headers["Content-Disposition"]
    assert sum(len(json.loads(file.content)["plans"]) for file in files) == 7
    assert client.get(f"/settings/export/json/{parts + 1}/").status_code == 404


def test_a_file_that_would_replace_the_plan_is_shown_first(client: Client, maya: Intake) -> None:
    """Nothing changes until somebody has said yes to what it would replace."""
    saved = json.loads(client.get("/settings/export/json/").content)
    saved["plans"][0]["applied"] = []
    saved["told"]["plans"][0]["at"] = f"2049{saved['told']['plans'][0]['at'][4:]}"
    before = backup.everything()
    shown = client.post("/settings/import/", {"file": SimpleUploadedFile("psoas.json", json.dumps(saved).encode())})

    assert "It would replace: your plan" in shown.content.decode()
    assert backup.everything() == before

    client.post("/settings/import/", {"content": json.dumps(saved), "sure": "on"})

    assert len(backup.everything().plans) == 2


def test_control_characters_are_refused_in_a_file_as_on_a_page(client: Client, maya: Intake) -> None:
    """One rule at every door."""
    file = b'{"psoas": "export/1", "diary": {"psoas": "diary/1", "entries": [{"on": "2026-11-23", "note": "a\\u0000b"}]}}'
    brought = client.post("/settings/import/", {"file": SimpleUploadedFile("x.json", file)})
    typed = client.post("/log/", {"note": "a\x07b"})

    assert (brought.status_code, typed.status_code) == (422, 422)
    assert "control characters" in brought.content.decode()
    assert queries.diary().entries == ()


@pytest.mark.parametrize("content", NO_EXPORTS)
def test_a_file_that_is_none_says_so_in_one_line_and_changes_nothing(client: Client, maya: Intake, content: bytes) -> None:
    """Malformed, empty, incomplete, binary, deep."""
    before = backup.everything()
    answer = client.post("/settings/import/", {"file": SimpleUploadedFile("x.json", content)})

    assert answer.status_code == 422
    assert answer.content.decode().count('class="error"') == 1
    assert backup.everything() == before


@pytest.mark.parametrize(("form", "kind"), [("json", "application/json"), ("csv", "text/csv"), ("ics", "text/calendar")])
def test_every_format_goes_out_as_a_file(client: Client, maya: Intake, form: str, kind: str) -> None:
    """With a name, of its kind, never opened in the page."""
    answer = client.get(f"/settings/export/{form}/")

    assert answer.headers["Content-Type"].startswith(kind)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    if form == "json":
        assert json.loads(answer.content)["psoas"] == "export/1"


@pytest.mark.django_db(transaction=True)  # the file itself is rewritten, which no transaction may hold
def test_deleting_asks_once_and_tells_the_browser_to_forget(client: Client, maya: Intake) -> None:
    """Without the tick nothing happens."""
    assert client.post("/settings/delete/", {}).status_code == 422
    assert queries.current_plan() is not None

    answer = client.post("/settings/delete/", {"sure": "on"})

    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "<forget-device>" in client.get("/settings/deleted/").content.decode()


@pytest.mark.django_db(transaction=True)  # as above
def test_what_another_window_still_holds_is_told_and_can_be_deleted_once_more(
    client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows are gone, the log file is not yet empty: no word of success before it is."""
    with monkeypatch.context() as held:
        held.setattr(erasure, "_rewrite", _still_read)
        answer = client.post("/settings/delete/", {"sure": "on"})

    assert answer.status_code == 409
    assert "another window is still reading" in answer.content.decode()
    assert "Clear-Site-Data" not in answer.headers
    assert client.post("/settings/delete/", {"sure": "on"}).status_code == 302


def _still_read() -> None:
    raise erasure.NotErased


def test_a_log_line_never_holds_what_the_person_said(client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception whose text quotes a note, on an address that carries a day."""
    line = io.StringIO()
    handler = logging.StreamHandler(line)
    handler.setFormatter(QuietFormatter())
    monkeypatch.setattr(erasure, "delete_everything", _fail_with("my secret note"))
    client.raise_request_exception = False
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        answer = client.post("/settings/delete/?note=secret", {"sure": "on"})
    finally:
        logger.removeHandler(handler)

    assert answer.status_code == 500
    assert "secret" not in line.getvalue()
    assert "secret" not in answer.content.decode()
    assert json.loads(line.getvalue())["exception"] == "ValueError"


def test_what_looks_suspicious_is_logged_without_what_was_sent(client: Client, db: None) -> None:
    """Django logs such an exception's own text, which quotes the request: here the name of the host."""
    line = io.StringIO()
    handler = logging.StreamHandler(line)
    handler.setFormatter(QuietFormatter())
    logger = logging.getLogger("django.security.DisallowedHost")
    logger.addHandler(handler)
    try:
        client.get("/", headers={"Host": "my-secret.example"})
    finally:
        logger.removeHandler(handler)

    assert json.loads(line.getvalue())["exception"] == "DisallowedHost"
    assert "secret" not in line.getvalue()


def test_a_file_of_six_megabytes_is_refused_and_leaves_no_copy(client: Client, maya: Intake) -> None:
    """Neither in the folder of all users nor in our own."""
    before = set(DATA.glob("*")) | set(Path(tempfile.gettempdir()).glob("*.upload*"))
    answer = client.post("/settings/import/", {"file": SimpleUploadedFile("psoas.json", b"[" + b" " * 6_500_000 + b"]")})

    assert answer.status_code == 413
    assert "too large" in answer.content.decode()
    assert set(DATA.glob("*.upload*")) | set(Path(tempfile.gettempdir()).glob("*.upload*")) <= before


def _fail_with(text: str) -> Callable[[], None]:
    def fail() -> None:
        raise ValueError(text)

    return fail
