"""A whole way in and a whole session in the pseudo-language: nothing that is read or heard stays plain English."""

import pytest
from example_records import seed
from player_actions import open_player, press, tap, wait
from playwright.sync_api import Page
from untranslated import NAMES, compile_pseudo, plain_words, words_of

from psoas.catalogue.catalogue import load
from psoas.web import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLACES = ("/", "/plan/", "/log/", "/progress/", "/library/", "/settings/", "/emergency/", "/breaks/", "/flare/", "/picture/")
HEARD = "window.spoken = []; speechSynthesis.speak = (said) => window.spoken.push([said.text, said.lang]);"
SOURCES = frozenset(word for name in load().sources for word in words_of(name))


@pytest.fixture(autouse=True)
def _pseudo(settings: object, transactional_db: None) -> None:
    compile_pseudo()
    settings.LANGUAGE = "en-XA"  # type: ignore[attr-defined]
    seed(on=clock.today())


def seen(page: Page) -> list[str]:
    """Plain words among everything on the page that is shown, labelled or kept ready for a script."""
    return plain_words(page.content(), known=SOURCES)


def test_the_main_pages_after_their_scripts_have_run(page: Page, base: str) -> None:
    """What scripts add comes from the page's own words."""
    for place in PLACES:
        page.goto(f"{base}{place}")
        page.wait_for_load_state("load")
        assert seen(page) == [], place


def test_a_session_is_seen_and_heard_in_the_language(page: Page, base: str) -> None:
    """Every state of the player, every spoken line, and the voice is asked for in that language."""
    page.add_init_script(HEARD)
    open_player(page, base)
    assert seen(page) == []
    tap(page, "before", 3)
    press(page, "go")
    for _ in range(8):
        wait(page, 30)
        assert seen(page) == []
    spoken = page.evaluate("() => window.spoken")

    assert len(spoken) > 5
    assert [text for text, _ in spoken if words_of(text) - NAMES] == []
    assert {language for _, language in spoken} == {"en-xa"}
