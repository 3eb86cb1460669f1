"""The address where finished sessions arrive: each once, whatever happens on the way."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from example_people import MAYA, TODAY

from psoas import journey
from psoas.records import actions, queries
from psoas.records.models import Beginning, DiaryEntry
from psoas.web import clock
from psoas.web.situation import situation

pytestmark = pytest.mark.django_db
KEY = "0123456789abcdef"
ENTRY = {
    "on": TODAY.isoformat(),
    "pain": {"before": 0, "after": 2},
    "exercises": [
        {
            "exercise": "glute-bridge",
            "side": "both",
            "sets": 2,
            "reps": 8,
            "hold_s": None,
            "load": None,
            "pain": None,
            "felt": None,
        }
    ],
    "symptoms": ["dizzy"],
}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def test_an_entry_arrives(client: Client) -> None:
    """201, and it stands in the diary with its zero."""
    answer = _post(client, {"key": KEY, "entry": ENTRY})

    assert answer.status_code == 201
    (entry,) = queries.diary().entries
    assert (entry.pain.before, entry.pain.after, entry.symptoms) == (0, 2, ("dizzy",))


def test_the_same_key_arrives_once(client: Client) -> None:
    """The answer to the first was lost, so it comes again: 200, one row."""
    _post(client, {"key": KEY, "entry": ENTRY})
    again = _post(client, {"key": KEY, "entry": ENTRY})

    assert again.status_code == 200
    assert DiaryEntry.objects.count() == 1


def test_two_sessions_of_a_day_are_two_rows(client: Client) -> None:
    """Another key is another session, however alike."""
    for key in (KEY, KEY[::-1]):
        assert _post(client, {"key": key, "entry": ENTRY}).status_code == 201

    assert DiaryEntry.objects.count() == 2


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"entry": ENTRY}, "entry"),
        ({"key": KEY}, "entry"),
        ({"key": KEY, "entry": ENTRY, "extra": 1}, "entry"),
        ({"key": "short", "entry": ENTRY}, "key"),
        ({"key": 12345678, "entry": ENTRY}, "key"),
        ({"key": "../../etc/passwd", "entry": ENTRY}, "key"),
        ({"key": KEY, "entry": ENTRY, "kind": "imported"}, "kind"),
        ({"key": KEY, "entry": ENTRY, "kind": ["session"]}, "kind"),
        ({"key": KEY, "entry": {**ENTRY, "on": "yesterday"}}, "on"),
        ({"key": KEY, "entry": {**ENTRY, "pain": {"after": 11}}}, "after"),
        ({"key": KEY, "entry": {**ENTRY, "pain": {"after": "2"}}}, "after"),
        ({"key": KEY, "entry": {**ENTRY, "exercises": [{"exercise": "no-such", "side": "both"}]}}, "exercise"),
        ({"key": KEY, "entry": []}, ""),
        ([], "entry"),
        ("text", "entry"),
        (None, "entry"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_field(client: Client, sent: Any, field: str) -> None:
    """400, one line that names the field, and no row."""
    answer = _post(client, sent)

    assert answer.status_code == 400
    assert field in answer.json()["error"]
    assert DiaryEntry.objects.count() == 0


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe\x00", b'{"key": NaN}', b'{"key": 1, "key": 2}', b"[" * 4000])
def test_what_is_not_json_is_refused(client: Client, body: bytes) -> None:
    """Cut off, binary, doubled, bottomless."""
    answer = client.post("/api/session-log/", data=body, content_type="application/json")

    assert answer.status_code == 400


@pytest.mark.parametrize("on", [TODAY + timedelta(days=2), date(2036, 1, 1), date(9999, 12, 31), date(1970, 1, 1)])
def test_a_day_that_cannot_be_is_refused_with_both_days(client: Client, on: date) -> None:
    """A device with a lost clock is told so, and keeps its entry."""
    answer = _post(client, {"key": KEY, "entry": {**ENTRY, "on": on.isoformat()}})

    assert answer.status_code == 400
    assert f"this machine's day is {TODAY}" in answer.json()["error"]
    assert DiaryEntry.objects.count() == 0


def test_a_device_a_day_ahead_is_filed_today_and_read_at_once(client: Client) -> None:
    """Two sharp moments, dated tomorrow: the safety questions are due now. The same again is known."""
    plan = journey.plan(MAYA, start=TODAY, today=TODAY)
    actions.keep_intake(intake=MAYA, clearance=plan.clearance, on=TODAY)
    actions.keep_plan(plan=plan, reason="made", on=TODAY)
    sharp = [
        {"exercise": exercise, "side": "left", "sets": 1, "felt": "sharp", "pain": 8}
        for exercise in ("seated-figure-4", "clamshell")
    ]
    entry = {"on": (TODAY + timedelta(days=1)).isoformat(), "exercises": sharp}
    answers = [_post(client, {"key": KEY, "entry": entry}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert situation(TODAY).must_ask_again


def test_another_entry_under_a_known_key_is_refused_not_dropped(client: Client) -> None:
    """Neither kept nor known: a sender must not be told that all is well."""
    _post(client, {"key": KEY, "entry": ENTRY})
    other = _post(client, {"key": KEY, "entry": {**ENTRY, "symptoms": []}})

    assert other.status_code == 409
    assert "was not kept" in other.json()["error"]


def test_what_was_written_before_everything_was_deleted_is_refused(client: Client) -> None:
    """A second browser could not know; its entry names records that are no more, or none at all."""
    mark = queries.beginning()
    assert _post(client, {"key": KEY, "entry": ENTRY, "beginning": mark}).status_code == 201
    Beginning.objects.create(mark="another", number=1, told_at=timezone.now() + timedelta(seconds=1))
    answers = [_post(client, {"key": KEY[::-1], "entry": ENTRY, **more}) for more in ({}, {"beginning": mark})]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert _post(client, {"key": KEY[::-1], "entry": ENTRY, "beginning": "another"}).status_code == 201


def test_a_log_page_may_use_it_too(client: Client) -> None:
    """The kind says how the day takes it in."""
    assert _post(client, {"key": KEY, "kind": "log", "entry": ENTRY}).status_code == 201
    assert DiaryEntry.objects.get().kind == "log"


def test_without_its_token_nothing_is_taken() -> None:
    """Another site cannot write into the diary; the token comes from a simple read."""
    strict = Client(enforce_csrf_checks=True)
    assert _post(strict, {"key": KEY, "entry": ENTRY}).status_code == 403

    strict.get("/api/session-log/")
    token = strict.cookies["csrftoken"].value

    assert _post(strict, {"key": KEY, "entry": ENTRY}, token).status_code == 201


def _post(client: Client, content: Any, token: str = "") -> HttpResponse:
    body = json.dumps(content)
    return client.post("/api/session-log/", data=body, content_type="application/json", headers={"X-CSRFToken": token})
