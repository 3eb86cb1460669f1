"""Requests that the person did not mean: forms and scripts of other sites, borrowed tokens, strange names, silent loads."""

import json
from collections.abc import Mapping
from itertools import product

import pytest
from django.test import Client
from pytest_django import Settings

from attack.addresses import addresses
from attack.figures import keep
from psoas.exchange.archive import write_archive
from psoas.records import backup
from psoas.screening.intake import Intake

EVIL = "https://evil.example"
TOKEN = "A" * 32
FOREIGN: dict[str, dict[str, str]] = {
    "no token": {},
    "another origin": {"Origin": EVIL},
    "no origin at all": {"Origin": "null"},
    "an origin that begins alike": {"Origin": "http://localhost.evil.example"},
    "an origin with our name as user": {"Origin": "http://localhost@evil.example"},
    "our name on another port": {"Origin": "http://localhost:9"},
    "https for http": {"Origin": "https://localhost:9"},
    "a file": {"Origin": "file://"},
    "an extension": {"Origin": "chrome-extension://abcdef"},
    "another referrer": {"Referer": f"{EVIL}/page"},
    "cross-site, a form": {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
    "same-site, a form": {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
    "cross-site, a script": {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
    "a token in the header alone": {"X-CSRFToken": TOKEN},
    "another method by header": {"X-HTTP-Method-Override": "DELETE"},
    "as if by a script of ours": {"X-Requested-With": "XMLHttpRequest", "HX-Request": "true"},
    "an address of this machine forwarded": {"X-Forwarded-For": "127.0.0.1"},
}
PARCEL = json.dumps({"key": "k" * 32, "kind": "log", "entry": {"on": "2026-11-25", "pain": {"after": 9}}})
FORM = ("after=9&sure=on&on=2026-11-25&confirm=yes", "application/x-www-form-urlencoded")
API = "/api/session-log/"
HOSTS = (
    "evil.example", "127.0.0.1.nip.io", "localhost.evil.example", "evil.localhost.example", "localhost.localdomain", "psoas",
    "192.168.1.5", "10.0.0.1", "0", "0.0.0", "127.1", "127.0.0.2", "127.0.0.1..", "2130706433", "0x7f000001", "017700000001",
    "[::]", "[::ffff:127.0.0.1]", "[fe80::1]", "[::1].evil.example", "localhost@evil.example", "localhost%00.evil.example",
    "localhost/evil", "evil.example:8765", "evil.example#localhost", "xn--lcalhost-n4a", "locaIhost", "\xe2\x80\x8blocalhost",
    "metadata.internal", "localhost,evil.example", "*", "a" * 300,
)  # fmt: skip
MODES = ("no-cors", "cors", "navigate", "same-origin", "websocket")
DESTINATIONS = ("image", "script", "style", "iframe", "object", "embed", "font", "audio", "worker", "empty")


@pytest.fixture
def strict(settings: Settings) -> Client:
    """A browser with the person's own cookie, as on every page of another site."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies["csrftoken"] = "B" * 32
    return client


def test_no_forged_post_changes_anything(strict: Client, maya: Intake) -> None:
    """Every address, every way another site has; refused, and not a byte of the records is another."""
    before = write_archive(backup.everything())
    tried, wrong = 0, []
    bodies = [*((path, *FORM) for path in addresses()), (API, PARCEL, "text/plain"), (API, PARCEL, "application/json")]
    for (path, body, kind), (how, headers) in product(bodies, FOREIGN.items()):
        status = strict.post(path, body, content_type=kind, headers=headers).status_code
        tried += 1
        wrong += [f"{path} {how}: {status}"] if status < 400 else []

    assert tried >= 500
    assert wrong == []
    assert write_archive(backup.everything()) == before
    keep("forged posts", f"{tried:,}", "all refused, no byte of the records changed")


def test_looking_never_changes_anything(strict: Client, maya: Intake) -> None:
    """GET and HEAD of every address, with all that a form would send in the address. What the day itself asks of the plan is
    done at the first look."""
    strict.get("/")
    before = write_archive(backup.everything())
    asked = "?after=9&sure=on&on=2026-11-25&change=x&device=x&none=on"
    statuses = {path: getattr(strict, how)(path + asked).status_code for path in addresses() for how in ("get", "head")}

    assert write_archive(backup.everything()) == before
    assert not [path for path, status in statuses.items() if status >= 500]
    keep("every address looked at with a form in it", f"{2 * len(statuses):,}", "no byte of the records changed")


def test_a_strange_name_gets_nothing(client: Client, maya: Intake) -> None:
    """A page elsewhere points its own name at this machine, in thirty ways."""
    taken = [host for host in HOSTS if client.get("/settings/export/json/", headers={"Host": host}).status_code != 400]

    assert len(HOSTS) >= 30
    assert taken == []
    keep("host names", str(len(HOSTS)), "all refused with 400")


def test_another_site_learns_nothing_by_loading_an_address(client: Client, maya: Intake) -> None:
    """As a picture, a frame, a script: the same refusal, whatever lies there and whoever asks."""
    answers, tried = set(), 0
    for site, mode, destination in product(("cross-site", "same-site"), MODES, DESTINATIONS):
        headers: Mapping[str, str] = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": destination}
        for path in ("/", "/settings/export/json/", "/nowhere/"):
            answer = client.get(path, headers=dict(headers))
            answers.add((answer.status_code, answer.content, answer.headers["Cross-Origin-Resource-Policy"]))
        tried += 1

    assert tried >= 60
    assert len(answers) == 1
    assert {status for status, *_ in answers} == {403}
    keep("loads from other sites", f"{tried} ways, three addresses each", "one and the same refusal")
