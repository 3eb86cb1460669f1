"""One request looks once: what a log has thought over, the page after it does not think over again."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

import pytest
from django.test import Client
from example_people import MAYA, TODAY
from example_records import seed

from psoas import journey
from psoas.screening.triage import judge
from psoas.web import clock
from psoas.web.situation import situation

pytestmark = pytest.mark.django_db
WATCHED = {situation.__code__: "read", journey.adapt.__code__: "thought", judge.__code__: "judged"}
SORE = {"on": TODAY.isoformat(), "pain": {"after": 3}}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def test_a_log_thinks_once_and_the_page_after_it_reads_once(client: Client) -> None:
    """Nobody reads the situation for an entry, and Today takes what the entry's own thinking found."""
    seed(MAYA, on=TODAY)
    client.get("/")
    body = json.dumps({"key": "0123456789abcdef", "kind": "log", "entry": SORE})

    assert seen(lambda: client.post("/api/session-log/", data=body, content_type="application/json")) == {
        "thought": 1,
        "judged": 1,
    }
    assert seen(lambda: client.get("/")) == {"read": 1}


def test_the_same_page_again_looks_at_nothing(client: Client) -> None:
    """Nothing was told since: the page is kept."""
    seed(MAYA, on=TODAY)
    client.get("/")

    assert seen(lambda: client.get("/")) == {}


def seen(work: Callable[[], Any]) -> dict[str, int]:
    """How often each of the watched functions was entered."""
    calls: Counter[CodeType] = Counter()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code in WATCHED:
            calls[frame.f_code] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return {WATCHED[code]: count for code, count in calls.items()}
