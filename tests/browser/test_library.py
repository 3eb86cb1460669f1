"""The library in a browser: the first picture soon on a slow machine, movement only while it is looked at."""

from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

PICTURE = ".gallery img"
FIRST_PICTURE_MS = 1000


def test_the_first_picture_is_there_within_a_second_at_a_quarter_of_the_speed(
    chromium: Browser, live_server: LiveServer
) -> None:
    """Counted from the request to the first still on the page, nothing in the browser's cache."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{live_server.url}/emergency/")  # the server is warm, as it is for somebody who uses it
    page.goto(f"{live_server.url}/library/")
    fresh = chromium.new_context(viewport={"width": 390, "height": 844})
    slow = fresh.new_page()
    fresh.new_cdp_session(slow).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    slow.goto(f"{live_server.url}/library/", wait_until="domcontentloaded")
    slow.locator(PICTURE).first.evaluate("picture => picture.complete || new Promise(done => picture.onload = done)")
    took = slow.evaluate(
        "performance.getEntriesByType('resource').filter(one => one.name.includes('-small')).map(one => one.responseEnd)"
    )
    assert min(took) < FIRST_PICTURE_MS
    fresh.close()
    context.close()


def test_a_still_moves_under_the_pointer_and_with_the_focus_and_rests_after(
    chromium: Browser, live_server: LiveServer
) -> None:
    """The figure comes when the card is looked at, and goes when it is left."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="no-preference")
    page = context.new_page()
    page.goto(f"{live_server.url}/library/")
    card = page.locator(".picture-card").nth(1)
    assert page.locator("move-figure").count() == 0

    card.hover()
    expect(card.locator("move-figure svg")).to_be_visible()
    page.mouse.move(0, 0)
    expect(page.locator("move-figure")).to_have_count(0)
    card.focus()
    expect(card.locator("move-figure svg")).to_be_visible()
    context.close()


def test_nothing_moves_where_motion_is_not_wanted(page: Page, live_server: LiveServer) -> None:
    """The still stays a still, under pointer and focus alike."""
    page.goto(f"{live_server.url}/library/")
    card = page.locator(".picture-card").first
    card.hover()
    card.focus()
    page.wait_for_timeout(400)
    assert page.locator("move-figure").count() == 0


def test_the_shelf_follows_what_is_typed(page: Page, live_server: LiveServer) -> None:
    """Without a press of a button; the address keeps it for the way back."""
    page.goto(f"{live_server.url}/library/")
    page.get_by_role("searchbox").fill("bridge")
    expect(page.locator(".picture-card").first).to_contain_text("ridge")
    expect(page).to_have_url(f"{live_server.url}/library/?q=bridge&where=&position=&equipment=&minutes=")
