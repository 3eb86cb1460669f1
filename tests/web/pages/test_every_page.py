"""What holds for every page: it opens, asks the database little, keeps to the policy and stays on this machine."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from psoas.screening.intake import Intake

MOST_QUERIES = {
    "/": 6,
    "/welcome/": 2,
    "/emergency/": 2,
    "/start/safety-1/": 2,
    "/start/together/now/": 2,
    "/start/together/soon/": 2,
    "/start/you/": 2,
    "/start/have/": 2,
    "/start/result/": 6,
    "/start/answers/": 2,
    "/start/more/": 2,
    "/breaks/": 6,
    "/flare/": 6,
    "/flare/pause/": 6,
    "/plan/": 6,
    "/plan/day/2026-11-25/": 6,
    "/plan/day/2026-11-25/instead/walking/": 6,
    "/plan/changes/": 6,
    "/plan/left-out/": 6,
    "/plan/print/": 6,
    "/plan/versions/": 2,
    "/log/": 6,
    "/log/new/": 6,
    "/progress/": 7,
    "/progress/relief/": 3,
    "/assessment/": 4,
    "/assessment/activities/": 3,
    "/assessment/ratings/": 2,
    "/assessment/test/bridge-test/": 3,
    "/assessment/test/hip-flexion-measure/": 3,
    "/library/": 5,
    "/library/glute-bridge/": 7,
    "/library/habits/desk-setup/": 3,
    "/learn/": 2,
    "/learn/sharing/": 2,
    "/learn/after-fusion/": 2,
    "/learn/living-with-a-fusion/": 2,
    "/learn/claims/": 2,
    "/learn/sources/": 2,
    "/about/": 2,
    "/settings/": 4,
    "/settings/import/": 2,
    "/settings/delete/": 2,
    "/patterns/": 2,
}
"""The most queries a page may ask once plan and diary were read; the gate of the pages' speed."""
NOWHERE = (
    "/plan/day/2026-02-30/",
    "/plan/day/x/",
    "/library/nothing/",
    "/start/nothing/",
    "/start/safety-6/",
    "/assessment/test/nothing/",
    "/settings/export/xml/",
    "/start/seen/nothing/",
)
NEEDS_A_PERSON = (
    "/",
    "/flare/",
    "/flare/pause/",
    "/plan/",
    "/log/",
    "/progress/",
    "/log/new/",
    "/start/result/",
    "/start/first/",
    "/assessment/",
)
POLICY = ("default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'")


@pytest.mark.parametrize("path", MOST_QUERIES)
def test_a_page_opens_asks_little_and_keeps_to_the_policy(client: Client, maya: Intake, path: str) -> None:
    """One heading, no inline script or style, no address outside, the policy in its head."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    text = answer.content.decode()

    assert answer.status_code == 200
    assert len(asked) <= MOST_QUERIES[path], [query["sql"] for query in asked]
    assert text.count("<h1") == 1
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\bsrc=)", text)
    assert not re.search(r'(?:src|action)="(?:https?:)?//|<link[^>]*href="(?:https?:)?//', text)
    assert set(POLICY) <= {rule.strip() for rule in answer.headers["Content-Security-Policy"].split(";")}
    assert "{%" not in text
    assert "{{" not in text


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_is_not_here_says_so(client: Client, maya: Intake, path: str) -> None:
    """A page of its own, not a traceback."""
    answer = client.get(path)

    assert answer.status_code == 404
    assert "This page is not here" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/plan/", "/log/", "/progress/", "/log/new/", "/start/result/", "/start/first/", "/assessment/"]
)
def test_an_empty_database_leads_to_the_way_in(client: Client, today: date, path: str) -> None:
    """Wherever somebody new comes in, they end at the welcome or the first question."""
    answer = client.get(path, follow=True)

    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] in ("/welcome/", "/start/together/now/")


def test_today_shows_what_is_next_big_and_the_rest_behind_it(client: Client, maya: Intake) -> None:
    """One filled button."""
    text = client.get("/").content.decode()

    assert text.count('class="button next"') == 1
    assert "/session/2026-11-25/" in text
