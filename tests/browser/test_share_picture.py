"""The picture of a bend, in a browser: the slider bends every figure and the table keeps step."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_slider_bends_every_figure_and_the_table_keeps_step(page: Page, base: str) -> None:
    """By keyboard alone; nothing wider than the phone; a reference person is named as one."""
    page.goto(base + "/picture/")
    expect(page.locator(".share-figures > li")).to_have_count(4)
    expect(page.locator("svg.share-figure")).to_have_count(4)
    expect(page.get_by_text("not yours")).to_be_visible()
    cell = page.locator("tr[data-version=now] [data-cell=hip]")
    before, path = cell.inner_text(), page.locator(".share-figure .wedge.hips").first.get_attribute("d")

    slider = page.get_by_role("slider", name="Bend forward")
    slider.focus()
    slider.press("ArrowRight")

    expect(slider).to_have_attribute("aria-valuetext", "Bent forward 75°")
    expect(page.locator(".share-now")).to_contain_text("75°")
    assert cell.inner_text() != before
    page.get_by_text("Each level of the lower back").click()
    expect(page.locator("[data-levels=fused] [data-cell=L4-L5]")).to_have_text("0°")
    assert page.locator(".share-figure .wedge.hips").first.get_attribute("d") != path
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_badge_follows_the_slider(page: Page, base: str) -> None:
    """Agreeing at 70 degrees, not at 75, and beside it what the other hip curve would give."""
    page.goto(base + "/picture/")
    expect(page.locator(".share-worth")).to_contain_text("agrees with the studies")
    expect(page.locator(".share-other")).to_contain_text("°")
    page.get_by_role("slider", name="Bend forward").press("ArrowRight")

    expect(page.locator(".share-worth")).to_contain_text("Not validated at this bend")


def test_every_bend_of_the_slider_has_an_answer(page: Page, base: str) -> None:
    """From the first degree to the last."""
    page.goto(base + "/picture/")
    slider = page.get_by_role("slider", name="Bend forward")
    for key in ("Home", "End"):
        slider.press(key)

        expect(page.locator("tr[data-version=now] [data-cell=lumbar]")).to_contain_text("°")
