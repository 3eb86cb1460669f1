"""Which language a person meets: their setting, else the machine's, else the browser's where it is complete."""

from dataclasses import replace

import pytest
from django.test import Client
from untranslated import compile_pseudo, plain_words

from psoas.records import queries
from psoas.screening.intake import Intake
from psoas.vocabulary import language as vocabulary
from psoas.vocabulary.language import languages, spoken
from psoas.web.language import by_browser

PSEUDO = "en-XA"
LOOKS = {"text_size": "normal", "theme": "auto", "sound": "on", "speech": "on", "offline": "on", "country": ""}


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pseudo-language as if it were complete, so that a person may choose it."""
    compile_pseudo()
    rows = {code: replace(one, complete=one.complete or one.pseudo) for code, one in languages().items()}
    monkeypatch.setattr("psoas.web.language.languages", lambda: rows)


def language_of(page: str) -> str:
    return page.split('<html lang="')[1].split('"', maxsplit=1)[0]


@pytest.mark.django_db
def test_a_person_chooses_in_the_settings(client: Client, offered: None) -> None:
    """From the next page on, whatever the browser asks."""
    assert client.post("/settings/", LOOKS | {"language": PSEUDO}).status_code == 302
    page = client.get("/about/", headers={"Accept-Language": "en"}).content.decode()

    assert queries.preferences()["language"] == PSEUDO
    assert (language_of(page), plain_words(page)) == ("en-xa", [])
    assert client.post("/settings/", LOOKS | {"language": "auto"}).status_code == 302
    assert language_of(client.get("/about/").content.decode()) == "en"


@pytest.mark.django_db
def test_a_browser_gets_a_complete_language_unasked(client: Client, offered: None) -> None:
    """In the order of its wishes; the answer says which, and that another browser may get another."""
    answer = client.get("/about/", headers={"Accept-Language": "xx, en-XA;q=0.9, en;q=0.5"})

    assert language_of(answer.content.decode()) == "en-xa"
    assert answer.headers["Content-Language"] == PSEUDO
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.django_db
def test_nobody_meets_half_a_translation_by_surprise(client: Client) -> None:
    """An unfinished language is neither given to a browser nor offered in the settings."""
    unfinished = [code for code, one in languages().items() if not one.complete]
    settings = client.get("/settings/").content.decode()

    assert unfinished
    assert {by_browser(code) for code in unfinished} == {"en"}
    assert not any(f'value="{code}"' in settings for code in unfinished)


def test_a_country_of_a_language_is_content_with_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """`de-AT` is given `de`; what nobody speaks here is English."""
    rows = {code: replace(one, complete=True) for code, one in languages().items()}
    monkeypatch.setattr("psoas.web.language.languages", lambda: rows)

    assert [by_browser(asked) for asked in ("de-AT,de;q=0.9", "fr", "", "fr, de;q=0.2", "*")] == ["de", "en", "en", "de", "en"]


def test_the_language_ends_with_the_request(client: Client, maya: Intake, settings: object) -> None:
    """Nothing of one person reaches the next."""
    compile_pseudo()
    settings.LANGUAGE = PSEUDO  # type: ignore[attr-defined]
    client.get("/plan/")
    assert spoken() == "en"


def test_the_direction_stands_on_the_page(client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """Styles follow it, since they know no left and right."""
    assert 'dir="ltr"' in client.get("/about/").content.decode()
    turned = {code: replace(one, direction="rtl") for code, one in languages().items()}
    monkeypatch.setattr("psoas.web.appearance.languages", lambda: turned)
    assert 'dir="rtl"' in client.get("/about/").content.decode()


def test_a_decimal_sign_is_the_languages_own(client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """2.5 in English, 2,5 where a comma is written."""
    with_comma = {code: replace(one, decimal=",") for code, one in languages().items()}
    monkeypatch.setattr(vocabulary, "languages", lambda: with_comma)
    assert vocabulary.decimal(2.5) == "2,5"


@pytest.mark.django_db
def test_a_translated_safety_question_says_that_nobody_has_checked_it(client: Client, settings: object) -> None:
    """Plainly, before the first question; English is what was written and says nothing of the kind."""
    marked = 'class="notice care"'
    assert marked not in client.get("/start/safety-1/").content.decode()
    compile_pseudo()
    settings.LANGUAGE = PSEUDO  # type: ignore[attr-defined]
    assert marked in client.get("/start/safety-1/").content.decode()
