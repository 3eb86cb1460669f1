"""The hand-over page, and what a guest may do: look."""

import base64
import hashlib
import json
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from example_people import MAYA

from psoas import journey
from psoas.diary.entry import Diary
from psoas.exchange.documents import read_document, write_document
from psoas.exchange.export import Export, bundle
from psoas.records import actions, queries
from psoas.web.guest import POLICY, SEEN_BY, read_only

pytestmark = pytest.mark.django_db
VECTOR = json.loads((Path(__file__).parents[1] / "vectors/sealed.json").read_text("utf-8"))["passphrase"]
DAY = date(2026, 11, 23)


def with_a_plan() -> None:
    plan = journey.plan(MAYA, start=DAY, today=DAY)
    actions.keep_intake(intake=MAYA, clearance=plan.clearance, on=DAY)
    actions.keep_plan(plan=plan, reason="made", on=DAY)


def test_without_a_plan_there_is_nothing_to_hand_over(client: Client) -> None:
    page = client.get("/hand-over/").content.decode()

    assert "nothing to hand over" in page
    assert "<hand-over" not in page
    assert "Hand over to a therapist" not in client.get("/settings/").content.decode()


def test_settings_lead_to_the_page_that_seals_what_is_handed_over(client: Client) -> None:
    with_a_plan()
    answer = client.get("/hand-over/content/")
    found = read_document(answer.content, Export)

    assert "/hand-over/" in client.get("/settings/").content.decode()
    assert 'src="/hand-over/content/"' in client.get("/hand-over/").content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    assert [plan.start for plan in found.plans] == [DAY]
    assert (found.settings, found.answers) == ((), ())


@pytest.mark.parametrize("has_server", [True, False])
def test_a_link_is_offered_only_where_others_can_reach_the_address(has_server: bool, client: Client, settings: Any) -> None:
    """An address of this machine alone opens nothing elsewhere: there the key travels by itself, and the page says how."""
    settings.HAS_SERVER = has_server
    with_a_plan()
    page = client.get("/hand-over/").content.decode()

    assert ('data-part="home"' in page) is not has_server
    assert ("paste the key: in Psoas on a phone" in page) is has_server


def test_a_guest_is_led_to_what_was_handed_over(client: Client) -> None:
    """Summary, plan and diary, above every page; the person's own pages show nothing of it."""
    with_a_plan()
    shown = client.get("/plan/", **{SEEN_BY: True}).content.decode()

    assert "You look at what somebody handed over" in shown
    assert [shown.count(f'class="button" href="{place}"') for place in ("/therapist/", "/plan/", "/progress/?all=1#days")] == [
        1,
        1,
        1,
    ]
    assert "guest.css" in shown
    assert "guest" not in client.get("/plan/").content.decode()


class Pages:
    """Stands for all pages: a cookie, a policy of its own."""

    asked = 0

    def __call__(self, _environment: dict[str, Any], start: Any) -> Iterable[bytes]:
        self.asked += 1
        start("200 OK", [("Set-Cookie", "csrftoken=x"), ("content-security-policy", "script-src 'self'"), ("X-Kept", "yes")])
        return [b"page"]


def looked(method: str) -> tuple[Pages, str, list[tuple[str, str]], bytes]:
    pages, told = Pages(), []
    body = b"".join(read_only(pages)({"REQUEST_METHOD": method}, lambda status, headers: told.append((status, headers))))
    return pages, *told[0], body


def test_a_guest_reads_pages_without_scripts_forms_or_cookies() -> None:
    _pages, status, headers, body = looked("GET")

    assert (status, body) == ("200 OK", b"page")
    assert headers == [("X-Kept", "yes"), ("Content-Security-Policy", POLICY)]
    assert "script-src" not in POLICY
    assert "form-action 'none'" in POLICY


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_a_guest_sends_reaches_the_pages(method: str) -> None:
    pages, status, _headers, _body = looked(method)

    assert status.startswith("405")
    assert pages.asked == 0


def send(client: Client, passphrase: str, content: bytes) -> tuple[int, str]:
    file = SimpleUploadedFile("psoas-sealed.json", content, "application/json")
    answer = client.post("/settings/import/", {"file": file, "passphrase": passphrase}, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_sealed_file_is_brought_back_with_its_passphrase_alone(client: Client, sealed_export: bytes) -> None:
    status, page = send(client, "another one", sealed_export)
    assert status == 422
    assert "the one the file was saved with" in page
    assert queries.current_plan() is None

    assert send(client, "drei rote Äpfel", sealed_export)[0] == 200
    assert queries.current_plan() is not None


@pytest.fixture
def sealed_export() -> bytes:
    """As the phone edition writes it, with few rounds so that the test is quick."""
    content = write_document(bundle(journey.plan(MAYA, start=DAY, today=DAY), Diary())).encode()
    salt, nonce = bytes(16), bytes(12)
    key = hashlib.pbkdf2_hmac("sha256", unicodedata.normalize("NFKC", "drei rote Äpfel").encode(), salt, 1000)
    parts = {"salt": salt, "iv": nonce, "content": AESGCM(key).encrypt(nonce, content, None)}
    told = {name: base64.b64encode(part).decode() for name, part in parts.items()}
    return json.dumps({"psoas": "sealed/1", "rounds": 1000, **told}).encode()
