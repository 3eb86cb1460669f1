"""Who may come in: this machine; a paired phone; nobody else."""

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
