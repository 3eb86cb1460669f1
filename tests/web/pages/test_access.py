"""Who may come in: this machine; a paired phone; nobody else."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import Client
from pytest_django import Settings

from psoas.web import access

pytestmark = pytest.mark.django_db
ELSEWHERE = {"REMOTE_ADDR": "192.168.1.20"}


@pytest.fixture(autouse=True)
def _no_token_used() -> None:
    access._used.clear()


def test_another_device_is_refused(client: Client) -> None:
    """Whatever it asks for, the emergency page included: it has not been let in."""
    assert client.get("/about/", **ELSEWHERE).status_code == 403
    assert client.get("/pair/?token=", **ELSEWHERE).status_code == 403


def test_a_strange_host_name_is_refused(client: Client) -> None:
    """A page elsewhere cannot point its own name at this machine."""
    assert client.get("/about/", headers={"Host": "evil.example"}).status_code == 400


def test_a_token_pairs_one_phone_once(client: Client, settings: Settings) -> None:
    """The second device with the same code stays outside."""
    settings.PHONE_TOKEN = "a-token-of-this-run"
    answer = client.get("/pair/?token=a-token-of-this-run", **ELSEWHERE)
    assert answer.status_code == 302
    assert answer.cookies[access.COOKIE]["secure"]
    assert answer.cookies[access.COOKIE]["httponly"]
    assert client.get("/about/", **ELSEWHERE).status_code == 200

    assert Client().get("/pair/?token=a-token-of-this-run", **ELSEWHERE).status_code == 403
    assert Client().get("/about/", **ELSEWHERE).status_code == 403


def test_a_cookie_of_an_earlier_run_no_longer_opens(client: Client, settings: Settings) -> None:
    """Every start makes a new token."""
    settings.PHONE_TOKEN = "first"
    client.get("/pair/?token=first", **ELSEWHERE)
    settings.PHONE_TOKEN = "second"

    assert client.get("/about/", **ELSEWHERE).status_code == 403


def test_a_wrong_token_is_refused_whatever_letters_it_has(client: Client, settings: Settings) -> None:
    """Letters outside ASCII too; and a look ahead without opening the page uses nothing up."""
    settings.PHONE_TOKEN = "a-token-of-this-run"

    assert client.get("/pair/?token=%C3%BC", **ELSEWHERE).status_code == 403
    assert client.head("/pair/?token=a-token-of-this-run", **ELSEWHERE).status_code == 403
    assert client.get("/pair/?token=a-token-of-this-run", **ELSEWHERE).status_code == 302


def test_two_devices_with_the_same_code_at_once_are_one_phone(settings: Settings) -> None:
    """However the threads of the server interleave."""
    settings.PHONE_TOKEN = "a-token-of-this-run"
    with ThreadPoolExecutor(max_workers=16) as devices:
        let_in = list(devices.map(lambda _: access._pairs("a-token-of-this-run"), range(200)))

    assert let_in.count(True) == 1


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
