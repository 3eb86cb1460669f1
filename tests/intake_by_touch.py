"""The way in, by touch: in a page of the local server, or in the frame of the phone edition."""

from playwright.sync_api import Frame, Page, expect


def go_on(page: Page | Frame) -> None:
    page.get_by_role("button", name="Go on").click()


def mark(page: Page | Frame, name: str, value: str) -> None:
    page.locator(f"input[name='{name}'][value='{value}']").check(force=True)


def answer_everything(page: Page | Frame) -> None:
    """Welcome to the first session, by touch."""
    page.get_by_role("link", name="Check that it is safe to start").click()
    for heading, groups in (("Is it safe to start?", 2), ("Safety, page 2 of 2", 3)):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        for group in range(groups):
            page.get_by_text("None of these", exact=True).nth(group).click()
        go_on(page)
    page.get_by_label("Year of birth").fill("1956")
    mark(page, "now", "3")
    mark(page, "average_week", "4")
    page.get_by_label("How long").fill("3")
    mark(page, "unit", "months")
    mark(page, "seen", "yes")
    page.get_by_text("None of these", exact=True).click()
    go_on(page)
    expect(page.get_by_role("heading", name="You can start")).to_be_visible()
    answer_five_questions(page)


def answer_five_questions(page: Page | Frame) -> None:
    """What is ticked already stays; the rest takes a tap each."""
    mark(page, "floor", "with-help")
    mark(page, "sitting-when", "09:00-12:30")
    page.get_by_text("What you have at hand").click()
    mark(page, "equipment", "worktop")
    go_on(page)
    expect(page.get_by_role("heading", name="Your first session")).to_be_visible()
