"""The player's page: the right session, as far as it is open today."""

import json
import re
from dataclasses import replace

import pytest
from django.test import Client
from example_people import ALL_NO, MAYA, TODAY
from example_records import FULL, seed
from pytest_django.asserts import assertRedirects

from psoas.records import actions
from psoas.web import clock

pytestmark = pytest.mark.django_db
ADDRESS = f"/session/{TODAY.isoformat()}/0/"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def test_the_page_carries_the_script_as_data(client: Client) -> None:
    """A data block, which the policy allows and no browser runs."""
    seed(on=TODAY)

    script = _script(client)

    assert [part["choices"][0]["exercise"] for part in script["parts"]] == [
        "seated-hip-rotation",
        "seated-hip-rotation",
        "pallof-press",
        "even-weight-standing",
    ]


def test_what_may_be_done_instead_is_easier(client: Client) -> None:
    """The seated press below the standing one, on the same side."""
    seed(on=TODAY)

    choices = _script(client)["parts"][2]["choices"]

    assert [(choice["exercise"], choice["side"]) for choice in choices] == [
        ("pallof-press", "left"),
        ("seated-pallof-press", "left"),
    ]


def test_an_exercise_that_closed_since_is_not_played(client: Client) -> None:
    """The plan is older than what the person told us yesterday."""
    seed(on=TODAY)
    actions.keep_intake(intake=replace(MAYA, conditions=("shoulder-problem",)), clearance=FULL, on=TODAY)

    played = {part["choices"][0]["exercise"] for part in _script(client)["parts"]}

    assert "pallof-press" not in played


def test_a_stop_closes_the_player(client: Client) -> None:
    """One critical answer, and there is no session to play."""
    seed(on=TODAY)
    alarmed = replace(MAYA, answers={**ALL_NO, "saddle-numbness": "yes"})
    actions.keep_intake(intake=alarmed, clearance=FULL, on=TODAY)

    assertRedirects(client.get(ADDRESS), "/", fetch_redirect_response=False)


def test_a_session_that_is_not_in_the_plan_is_not_found(client: Client) -> None:
    """Another place of the day, another day, no day at all."""
    seed(on=TODAY)

    for address in (f"/session/{TODAY.isoformat()}/1/", "/session/2020-01-01/0/", "/session/tomorrow/0/"):
        assert client.get(address).status_code == 404


def test_without_a_plan_or_an_intake_one_goes_home(client: Client) -> None:
    """There is nothing to play yet."""
    for address in (ADDRESS, "/session/first/"):
        assertRedirects(client.get(address), "/", fetch_redirect_response=False)


def test_the_first_session_can_be_played_before_any_plan(client: Client) -> None:
    """Six safe minutes, from the intake alone."""
    actions.keep_intake(intake=MAYA, clearance=FULL, on=TODAY)

    page = client.get("/session/first/")

    assert page.status_code == 200
    assert b"<session-player" in page.content


def test_a_player_page_is_not_kept_by_caches_on_the_way(client: Client) -> None:
    """The service worker keeps it; nothing else may."""
    seed(on=TODAY)

    assert "no-store" in client.get(ADDRESS)["Cache-Control"]


def _script(client: Client) -> dict:
    page = client.get(ADDRESS).content.decode()
    found = re.search(r'<script id="session-script" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])
