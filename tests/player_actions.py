"""What browser tests of the player do again and again."""

from playwright.sync_api import Page

from psoas.diary.entry import Entry
from psoas.records import queries
from psoas.records.models import DiaryEntry
from psoas.web import clock

TICK_MS = 200
LINE = "[data-part=line]"
READY_S = 20


def open_player(page: Page, base: str, *, frozen: bool = True) -> None:
    """Today's session, with the page's clock in the test's hands."""
    if frozen:
        page.clock.install()
    page.goto(f"{base}/session/{clock.today().isoformat()}/0/")


def press(page: Page, name: str) -> None:
    """A button in sight, or one that lies behind *More*."""
    button = page.locator(f"button[data-press={name}]")
    if not button.is_visible():
        page.get_by_role("button", name="More").click()
    button.click()


def wait(page: Page, seconds: float) -> None:
    """Let the page's clock run: every timer fires in its turn."""
    page.clock.run_for(int(seconds * 1000))


def phase(page: Page) -> str | None:
    return page.locator("session-player").get_attribute("data-phase")


def name(page: Page) -> str:
    return page.locator("[data-part=name]").inner_text()


def tap(page: Page, field: str, mark: int) -> None:
    """One mark of a 0-10 scale."""
    page.locator(f"input[name={field}][value='{mark}']").check(force=True)


def entries() -> tuple[Entry, ...]:
    return queries.diary().entries


def rows() -> int:
    return DiaryEntry.objects.count()
