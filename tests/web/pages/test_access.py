"""Who may come in: this machine; a paired phone; nobody else."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from psoas.screening.intake import Intake
from psoas.web import access
from psoas.web.pairing import Paired
from psoas.web.request_rules import Border

pytestmark = pytest.mark.django_db
ELSEWHERE = {"REMOTE_ADDR": "192.168.1.20"}


@pytest.fixture(autouse=True)
def phone(settings: Settings, tmp_path: Path) -> Settings:
    """`psoas serve --phone` runs, and nobody is paired yet."""
    settings.DATA = tmp_path
    settings.PHONE_CODE = "a-code-of-this-run"
    settings.PHONE_UNTIL = int(time.time()) + 60
    settings.PHONE_ADDRESSES = ("192.168.1.5",)
    settings.PHONE_FINGERPRINT = "AB:CD"
    return settings


def pair(client: Client, code: str = "a-code-of-this-run") -> HttpResponse:
    return client.post("/pair/", {"code": code}, **ELSEWHERE)


def test_another_device_is_refused(client: Client) -> None:
    """Whatever it asks for, the emergency page included: it has not been let in."""
    assert client.get("/about/", **ELSEWHERE).status_code == 403
    assert client.get("/pair/?token=", **ELSEWHERE).status_code == 403


def test_a_strange_host_name_is_refused(client: Client) -> None:
    """A page elsewhere cannot point its own name at this machine."""
    assert client.get("/about/", headers={"Host": "evil.example"}).status_code == 400


def test_looking_at_the_code_uses_nothing_up_and_the_button_pairs_one_phone_once(client: Client) -> None:
    """A preview in a message asks for the address too. The second device with the same code stays outside."""
    for _ in range(2):
        assert "AB:CD" in client.get("/pair/?code=a-code-of-this-run", **ELSEWHERE).content.decode()
    answer = pair(client)
    cookie = answer.cookies[access.COOKIE]

    assert answer.status_code == 302
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie.value != "a-code-of-this-run"
    assert client.get("/about/", **ELSEWHERE).status_code == 200
    assert pair(Client()).status_code == 403
    assert Client().get("/about/", **ELSEWHERE).status_code == 403


def test_a_code_expires(client: Client, phone: Settings) -> None:
    """Somebody photographed it and comes back in the evening."""
    phone.PHONE_UNTIL = int(time.time()) - 1

    assert pair(client).status_code == 403


def test_a_paired_phone_stays_paired_at_the_next_start_until_it_is_taken_out(client: Client, phone: Settings) -> None:
    """Another code, the same secret; then one tap in the settings."""
    pair(client)
    phone.PHONE_CODE = "the-code-of-the-next-run"
    assert client.get("/about/", **ELSEWHERE).status_code == 200

    (device,) = Paired(phone.DATA).devices()
    Client().post("/settings/unpair/", {"device": device["print"]})

    assert client.get("/about/", **ELSEWHERE).status_code == 403


def test_without_the_switch_no_phone_comes_in(client: Client, phone: Settings) -> None:
    """Paired or not: `psoas serve` alone answers this machine."""
    pair(client)
    phone.PHONE_CODE = ""

    assert client.get("/about/", **ELSEWHERE).status_code == 403


def test_this_machines_own_browser_is_welcome_at_the_phones_address(client: Client) -> None:
    """It comes from the very address that is served."""
    assert client.get("/about/", REMOTE_ADDR="192.168.1.5").status_code == 200


def test_a_wrong_code_is_refused_whatever_letters_it_has(client: Client) -> None:
    """Letters outside ASCII too."""
    assert client.get("/pair/?code=%C3%BC", **ELSEWHERE).status_code == 403
    assert client.head("/pair/?code=a-code-of-this-run", **ELSEWHERE).status_code == 403
    assert pair(client, "wrong").status_code == 403


def test_two_devices_with_the_same_code_at_once_are_one_phone(phone: Settings) -> None:
    """However the threads of the server interleave."""
    with ThreadPoolExecutor(max_workers=16) as devices:
        let_in = list(devices.map(lambda _: Paired(phone.DATA).pair("a-code-of-this-run"), range(100)))

    assert len([secret for secret in let_in if secret]) == 1


@pytest.mark.parametrize("header", access.FORWARDED)
def test_a_proxy_on_this_machine_does_not_make_strangers_at_home(client: Client, header: str) -> None:
    """What nginx or a tunnel passes on comes from 127.0.0.1 as well."""
    answer = client.get("/settings/export/json/", headers={header: "203.0.113.9"})

    assert answer.status_code == 403
    assert "proxy" in answer.content.decode()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_a_method_that_no_page_has_is_refused(client: Client, method: str) -> None:
    """405, with those that are allowed."""
    answer = client.generic(method, "/log/")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, POST"


def test_nothing_that_tells_of_health_stays_in_the_browsers_cache(client: Client, maya: Intake) -> None:
    """Every page, every file, every refusal; the named exceptions are the same for everybody."""
    paths = (
        "/",
        "/plan/",
        "/log/",
        "/progress/",
        "/settings/",
        "/settings/export/json/",
        "/settings/export/csv/",
        "/nowhere/",
    )
    kept = [path for path in paths if client.get(path).headers["Cache-Control"] != "no-store"]

    assert kept == []
    assert "no-store" not in client.get("/manifest.webmanifest").headers["Cache-Control"]


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client: Client) -> None:
    """Three hundred megabytes are announced, and none of them is fetched."""
    request = RequestFactory().post("/settings/import/", CONTENT_LENGTH="300000000")
    request.META["wsgi.input"] = None

    assert Border(lambda _request: HttpResponse())(request).status_code == 413
    assert client.post("/log/", {"note": "x" * 1_100_000}).status_code == 413


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("mode", "destination"),
    [("no-cors", "image"), ("no-cors", "script"), ("cors", "empty"), ("navigate", "iframe"), ("navigate", "embed")],
)
def test_another_site_learns_nothing_inside_its_own_pages(client: Client, site: str, mode: str, destination: str) -> None:
    """As a picture, a script, a frame: whatever the address holds, the answer is the same refusal."""
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": destination}
    answers = [client.get(path, headers=headers) for path in ("/about/", "/settings/export/json/", "/nowhere/")]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert len({answer.content for answer in answers}) == 1
    assert {answer.headers["Cross-Origin-Resource-Policy"] for answer in answers} == {"same-origin"}


def test_a_link_from_elsewhere_opens_the_page_and_a_form_from_elsewhere_does_not(client: Client) -> None:
    """Somebody may keep the address in a note of theirs."""
    opened = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}

    assert client.get("/about/", headers=opened).status_code == 200
    assert client.post("/settings/delete/", {"sure": "on"}, headers=opened).status_code == 403


def test_our_own_pages_and_typed_addresses_are_let_in(client: Client) -> None:
    """Also programs that say nothing of where they come from."""
    for headers in ({}, {"Sec-Fetch-Site": "none"}, {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}):
        assert client.get("/about/", headers=headers).status_code == 200
