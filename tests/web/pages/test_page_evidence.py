"""Pages of our own writing claim no effect and no mechanism without saying what stands behind it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

import psoas
from psoas.catalogue.catalogue import load
from psoas.catalogue.lint.effects import EFFECTS, unproved

WEB = Path(psoas.__file__).parent / "web"
ABOUT_A_PERSON = {"patterns", "intake", "session", "diary"}
"""Rooms whose pages speak of this person's day or show samples; what they say comes from rules and catalogue."""
TOLD = re.compile(
    r'\{% translate "([^"]+)"|\b_\("([^"]+)"\)|\{% blocktranslate[^%]*%\}(.*?)\{% endblocktranslate %\}', re.DOTALL
)
"""Texts of the page itself, those it hands to another template, and those with gaps."""


def templates() -> list[Path]:
    return sorted(path for path in WEB.rglob("*.html") if path.relative_to(WEB).parts[0] not in ABOUT_A_PERSON)


def told(html: str) -> Iterator[tuple[str, str]]:
    """Each text of a page with the section it stands in."""
    for part in html.split("</section>"):
        for translated, handed, block in TOLD.findall(part):
            yield re.sub(r"<[^>]+>", "", translated or handed or block), part


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(WEB)))
def test_a_claim_on_a_page_has_evidence_beside_it_or_says_what_it_is(path: Path) -> None:
    """`{% evidence "ID" %}` in the same section, from a source that speaks of such things; or it is called a picture."""
    sources = load().sources
    for text, part in told(path.read_text("utf-8")):
        named = [name for ids in re.findall(r'\{% evidence "([^"]+)" %\}', part) for name in ids.split()]

        assert set(named) <= set(sources)
        assert list(unproved(text, [sources[name] for name in named])) == [], text


def test_the_check_would_see_a_claim() -> None:
    """The page that explains the sharing of movement claims much, and the check knows it."""
    page = (WEB / "learn" / "templates" / "learn" / "sharing.html").read_text("utf-8")
    claims = [text for text, _ in told(page) if any(effect.worded.search(text) for effect in EFFECTS)]

    assert len(claims) >= 4


def test_a_reader_sees_the_evidence_beside_the_claim(client: Client, db: None) -> None:
    """With its status in words and a way to the source."""
    page = client.get("/learn/sharing/").content.decode()

    assert 'href="/learn/sources/?show=LPR-12#LPR-12"' in page
    assert "read in the source" in page
