"""Draw the app's icons from the mark: `.venv/bin/python docs/draw_icons.py` writes static/icons/*.png.

Chromium does the drawing. The maskable icon keeps the mark inside the middle 80 %, on paper to the very edge.
"""

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

STATIC = Path(__file__).resolve().parents[1] / "src/psoas/web/static"
CHROMIUM = "/usr/bin/chromium"
PAPER = "#fbfaf6"


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        for size in (192, 512):
            draw(page, f"icon-{size}.png", size=size, share=1, ground="transparent")
        draw(page, "icon-mask.png", size=512, share=0.72, ground=PAPER)
        browser.close()


def draw(page: Page, name: str, *, size: int, share: float, ground: str) -> None:
    """The mark, `share` of the square wide, in its middle."""
    width = f'<svg width="{size * share}" height="{size * share}" '
    mark = (STATIC / "mark.svg").read_text("utf-8").replace("<svg ", width, 1)
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(
        f'<body style="margin:0;display:grid;place-items:center;height:{size}px;background:{ground}">{mark}</body>'
    )
    page.screenshot(path=STATIC / "icons" / name, omit_background=True)


if __name__ == "__main__":
    main()
