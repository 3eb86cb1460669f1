"""The number to call: by choice, by the browser's region, else the one that most phones know; always with all others."""

import pytest
from django.test import Client

from psoas import journey
from psoas.records import actions


@pytest.mark.parametrize(
    ("language", "number"),
    [
        ("en-GB,en;q=0.9", "999"),
        ("de-AT,de;q=0.9,en;q=0.8", "112"),
        ("pt-BR", "192"),
        ("en,ja-JP;q=0.5", "119"),
        ("de", "112"),
        ("", "112"),
        ("en-XX", "112"),
    ],
)
def test_the_browser_s_region_suggests_the_number(client: Client, db: None, language: str, number: str) -> None:
    """The first region that a language names."""
    page = client.get("/emergency/", headers={"accept-language": language}).content.decode()
    assert page.index(f'href="tel:{number}"') == page.index('href="tel:')


def test_what_was_chosen_comes_first_whatever_the_browser_says(client: Client, db: None) -> None:
    """On the page, and on the settings; an unknown choice of an older file is passed over."""
    actions.keep_setting(name="country", value="new-zealand")
    page = client.get("/emergency/", headers={"accept-language": "en-GB"}).content.decode()
    assert page.index('href="tel:111"') == page.index('href="tel:')
    assert "New Zealand" in client.get("/settings/").content.decode()
    actions.keep_setting(name="country", value="atlantis")
    assert client.get("/emergency/").status_code == 200


def test_every_number_is_on_the_page_and_no_region_has_two(client: Client, db: None) -> None:
    """Somebody abroad finds theirs without a network."""
    page = client.get("/emergency/").content.decode()
    entries = journey.catalogue().emergencies.values()
    regions = [region for entry in entries for region in entry.regions]
    assert all(f'href="tel:{entry.number}"' in page for entry in entries)
    assert len(regions) == len(set(regions))
    assert "have not been verified" in page
