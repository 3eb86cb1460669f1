"""What holds for every page: it opens, asks the database little, keeps to the policy and stays on this machine."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from page_addresses import PAGES

from psoas.screening.intake import Intake

MOST_READS = 2
"""What a page may read of the tables once plan and diary are known; the gate of the pages' speed."""
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
NEWEST = "SELECT name, seq FROM sqlite_sequence"
"""Is something new on record? It asks none of our tables, and costs the same whatever they hold."""
POLICY = ("default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_asks_little_and_keeps_to_the_policy(client: Client, maya: Intake, path: str) -> None:
    """One heading, no inline script (data are none) or style, no address outside, the policy in its head."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    text = answer.content.decode()
    reads = [query["sql"] for query in asked if query["sql"] != NEWEST]

    assert answer.status_code == 200
    assert len(reads) <= MOST_READS, reads
    assert text.count("<h1") == 1
    assert not re.search(r"""\sstyle=|<style|\son[a-z]+=|<script(?![^>]*(?:\bsrc=|type="application/json"))""", text)
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
