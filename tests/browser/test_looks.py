"""Every page in a real browser: nothing sideways at 360 px, no serious barrier for axe, nothing asked of anybody else."""

from pathlib import Path
from typing import Literal

import pytest
from page_addresses import PAGES
from playwright.sync_api import Browser, Page, Request
from pytest_django.live_server_helper import LiveServer

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TARGETS = "button, .button, .choice, .scale-mark, .row-link, summary, nav a, select, textarea"
PARTS = 4
"""Visits that may be made side by side."""
KINDS = (
    "/",
    "/welcome/",
    "/emergency/",
    "/start/safety-1/",
    "/start/together/soon/",
    "/breaks/",
    "/flare/",
    "/flare/pause/",
    "/plan/",
    "/plan/changes/",
    "/log/",
    "/library/",
    "/library/glute-bridge/",
    "/learn/psoas/",
    "/settings/",
    "/patterns/",
)
"""One page of each kind."""


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_whole_at_360_px_and_open_to_everybody(
    chromium: Browser, live_server: LiveServer, person: None, part: int
) -> None:
    """One visit to each page looks at all of it: width, axe, targets, console, addresses, policy."""
    complaints = visit(chromium, live_server.url, (*PAGES, "/nowhere/")[part::PARTS], scheme="light")

    assert complaints == []


def test_dark_pages_have_contrast_too(chromium: Browser, live_server: LiveServer, person: None) -> None:
    """One page of each kind: only the raw values of the colours differ."""
    complaints = visit(chromium, live_server.url, KINDS, scheme="dark")

    assert complaints == []


def visit(chromium: Browser, home: str, paths: tuple[str, ...], *, scheme: Literal["light", "dark"]) -> list[str]:
    """Everything there is to complain about on these pages."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: _stays(request, home, complaints))
    for path in paths:
        answer = page.goto(f"{home}{path}")
        assert answer is not None
        assert answer.status == (404 if path == "/nowhere/" else 200), path
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        complaints += [f"{path} {said}" for said in (*_sideways(page), *_barriers(page), *_small(page))]
    context.close()
    return complaints


def _stays(request: Request, home: str, complaints: list[str]) -> None:
    if not request.url.startswith((home, "data:", "blob:")):
        complaints.append(f"asked {request.url}")


def _sideways(page: Page) -> list[str]:
    width = page.evaluate("() => document.documentElement.scrollWidth")
    return [f"is {width} px wide"] if width > 360 else []


def _barriers(page: Page) -> list[str]:
    """Serious and critical findings of axe, with the element each is about."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']} {one['nodes'][0]['html'][:140]} {one['nodes'][0]['failureSummary'][:160]}" for one in grave]


def _small(page: Page) -> list[str]:
    """Buttons and form controls under 48 px, apart from links inside text."""
    small = page.evaluate(
        f"() => [...document.querySelectorAll('{TARGETS}')]"
        ".filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 47.5)"
        ".map((e) => e.className + ' ' + e.textContent.trim().slice(0, 30) + ' ' + e.getBoundingClientRect().height)"
    )
    return [f"too small: {line}" for line in small]
