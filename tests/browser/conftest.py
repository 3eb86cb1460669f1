"""A real Chromium on a real server of this process, both on loopback alone.

Without Chromium these tests are skipped and say so; with PSOAS_REQUIRE_BROWSER=1 they fail instead.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from example_records import seed
from page_addresses import DAY
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright
from pytest_django.live_server_helper import LiveServer

from psoas.web import clock

CHROMIUM = Path(os.environ.get("PSOAS_CHROMIUM", "/usr/bin/chromium"))
SWITCHED_OFF = (
    # Each window would load a page for the list under its address bar: more work than most of the pages under test.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # What Playwright switches off: of two such lists Chromium takes the last.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
FLAGS = (
    f"--disable-features={','.join(SWITCHED_OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
PHONE = {"width": 390, "height": 844}
BUILT = Path(__file__).parents[2] / "src/psoas/web/static/built/page-player.js"
# Playwright's loop runs in this thread; the server that uses the database runs in another.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def _cannot(reason: str) -> None:
    if os.environ.get("PSOAS_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    if not CHROMIUM.exists():
        _cannot(f"no Chromium at {CHROMIUM}: install it, or name it in PSOAS_CHROMIUM")
    if not BUILT.exists():
        _cannot("the page scripts are not built: run `make assets`")
    with sync_playwright() as made:
        yield made


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture
def base(live_server: LiveServer) -> str:
    """The address of this test's own server."""
    return live_server.url


@pytest.fixture
def context(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:  # closes before the server
    """A phone of 390 px with nothing on it."""
    made = chromium.new_context(viewport=PHONE, reduced_motion="reduce")
    made.set_default_timeout(8_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must not complain: errors in scripts and on the console fail the test, a cut network apart."""
    complaints: list[str] = []
    made = context.new_page()
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("console", lambda message: _note(message, complaints))
    yield made
    assert complaints == []


def _note(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type == "error" and "Failed to load resource" not in message.text:
        complaints.append(message.text)


@pytest.fixture
def person(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything on record that pages can show, on a day that stays."""
    monkeypatch.setattr(clock, "today", lambda: DAY)
    seed(on=DAY)
