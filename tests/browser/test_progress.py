"""The charts in a real browser: drawn from the page's own numbers, with holes, zeros and names; and a table beside each."""

from datetime import date, timedelta

import pytest
from example_people import MAYA
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from psoas import journey
from psoas.diary.entry import Entry, EntryPain
from psoas.records import actions
from psoas.web import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = date(2026, 11, 25)


@pytest.fixture
def logged(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four days of pain with a hole between them, the last one a zero."""
    monkeypatch.setattr(clock, "today", lambda: DAY)
    start = DAY - timedelta(days=9)
    actions.keep_intake(intake=MAYA, clearance=journey.screen(MAYA, today=start), on=start)
    actions.keep_plan(plan=journey.plan(MAYA, start=start, today=start), reason="made", on=start)
    for back, pain in ((8, 5), (7, 4), (3, 2), (2, 0)):
        entry = Entry(on=DAY - timedelta(days=back), pain=EntryPain(before=pain, after=pain), mobility=5)
        actions.keep_entry(entry=entry, kind="log")


def test_a_hole_stays_a_hole_and_a_zero_is_a_mark(chromium: Browser, live_server: LiveServer, logged: None) -> None:
    """Two runs of two days are two paths; four days are four marks, one of them at the lowest line."""
    page = chromium.new_page()
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.goto(f"{live_server.url}/progress/")
    chart = page.locator("progress-chart[source=chart-pain] svg")
    expect(chart).to_have_attribute("role", "img")

    assert chart.locator(".chart-line.is-main path").count() == 2
    marks = chart.locator(".chart-line.is-main circle")
    assert marks.count() == 4
    heights = [float(mark.get_attribute("cy") or 0) for mark in marks.all()]
    assert heights[-1] == max(heights)
    assert float(chart.locator(".chart-grid line").first.get_attribute("y1") or 0) == pytest.approx(heights[-1])
    assert chart.locator(".chart-names text").all_text_contents() == ["before", "after"]
    assert not problems
    page.close()


def test_every_chart_has_a_table_and_fits_the_narrowest_page(chromium: Browser, live_server: LiveServer, logged: None) -> None:
    """At 360 px, and after the window was turned wide."""
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{live_server.url}/progress/")
    expect(page.locator("progress-chart svg").first).to_be_visible()
    charts = page.locator("progress-chart").count()

    assert page.get_by_text("The same as a table").count() == charts
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_timeout(300)
    drawn = page.locator("progress-chart svg").first
    assert float((drawn.get_attribute("viewBox") or "0 0 0 0").split()[2]) > 400
    page.close()
