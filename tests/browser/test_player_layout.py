"""The player on twelve screens, at three text sizes: nothing hidden, nothing overlapping, nothing that moves.

`PSOAS_PRINT=1 pytest tests/browser/test_player_layout.py` prints the table anew into docs/reference-tables/player-layout.md;
`PSOAS_SHOTS=folder` keeps a picture of each.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from example_records import seed
from player_actions import open_player, press, wait
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from psoas.planning.plan import Item, Session
from psoas.web import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = (
    (320, 480),
    (320, 568),
    (360, 640),
    (390, 844),
    (480, 320),
    (568, 320),
    (667, 375),
    (768, 1024),
    (844, 390),
    (1024, 600),
    (1024, 768),
    (1280, 800),
)
Size = tuple[int, int]
PHASES = 7
TEXTS = (100, 130, 200)
TALLER_THAN_ITS_LINE_PX = 8
"""A letter's box reaches a little over its line; the letters themselves do not touch."""
PHONE_PX = 500
"""A screen whose shorter side is below this is a phone."""
WORDY = Session(
    kind="mobility",
    part_of_day="morning",
    minutes=6,
    items=(
        Item(exercise="hip-flexor-lunge-stretch", side="left", sets=1, reps=2, hold_s=20),
        Item(exercise="hip-flexor-lunge-stretch", side="right", sets=1, reps=2, hold_s=20),
        Item(exercise="seated-pallof-press", side="left", sets=2, reps=8, rest_s=20),
    ),
)
"""Long names, the longest set-ups, a side, a floor."""
TABLE = Path(__file__).parents[2] / "docs/measured/player-layout.md"
SHOTS = os.environ.get("PSOAS_SHOTS")
CONTROLS = ("back", "go", "skip", "swap", "hurts", "speech")
MEASURE = """(controls) => {
  const part = (name) => document.querySelector(`[data-part=${name}]`);
  const round = (r) => [r.left, r.top, r.right, r.bottom].map(Math.round);
  const box = (one) => round(one.getBoundingClientRect());
  const text = (one) => { const range = document.createRange(); range.selectNodeContents(one); return box(range); };
  const spills = (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
  const words = ['name', 'side', 'count', 'line'].filter((name) => part(name).textContent !== '');
  const each = (names, tell) => Object.fromEntries(names.map((name) => [name, tell(part(name))]));
  const [, top, , bottom] = box(part('frame'));
  return {
    controls: each(controls, box),
    clipped: controls.filter((name) => spills(part(name))),
    words: each(words, text),
    px: each(words, (one) => parseFloat(getComputedStyle(one).fontSize)),
    stage: box(part('stage')),
    scrolls: spills(document.documentElement) || spills(part('words')),
    figure: part('stage').hasAttribute('data-bare') ? 0 : Math.max(0, bottom - top),
  };
}"""


@pytest.fixture(autouse=True)
def _seeded(transactional_db: None) -> None:
    seed(on=clock.today(), session=WORDY)


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_hidden_and_nothing_moves(chromium: Browser, live_server: LiveServer, text: int) -> None:
    """Start, back, skip, easier, this hurts and the voice stand still in every phase; count, name, side and line are whole."""
    rows: list[str] = []
    complaints: list[str] = []
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(8_000)
    measured = list(phases(context.new_page(), live_server.url, text))
    context.close()
    for width, height in SIZES:
        seen = [(phase, now) for phase, size, now in measured if size == (width, height)]
        assert len(seen) == PHASES
        complaints += [
            f"{width}x{height} at {text} %, {phase}: {said}" for phase, now in seen for said in faults(now, width, height)
        ]
        complaints += [
            f"{width}x{height} at {text} %: a control moved" for _, now in seen if now["controls"] != seen[0][1]["controls"]
        ]
        rows.append(row(width, height, text, [now for phase, now in seen if phase != "ready"]))
    if os.environ.get("PSOAS_PRINT"):
        keep_rows(text, rows)

    assert not complaints, "\n".join(complaints)


def phases(page: Page, base: str, text: int) -> Iterator[tuple[str, Size, dict[str, Any]]]:
    """What stands where: before the start, while getting down, getting ready, holding, working, resting, pausing. One session
    is looked at on every screen in each phase, on the way up and on the way down again."""
    page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
    open_player(page, base)
    page.evaluate("(text) => { document.documentElement.style.fontSize = `${text}%`; }", text)
    yield from on_every_screen(page, text, "ready", SIZES)
    turn = SIZES
    press(page, "go")
    for phase, presses, seconds in (
        ("getting down", (), 2),
        ("getting ready", ("skip",), 9),
        ("holding", ("skip",), 11),
        ("changing sides", ("skip",), 1),
        ("working", ("skip", "skip", "skip", "skip"), 12),
        ("pausing", ("go",), 1),
    ):
        for name in presses:
            press(page, name)
        wait(page, seconds)
        turn = turn[::-1]
        yield from on_every_screen(page, text, phase, turn)


def on_every_screen(page: Page, text: int, phase: str, sizes: tuple[Size, ...]) -> Iterator[tuple[str, Size, dict[str, Any]]]:
    for size in sizes:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.wait_for_timeout(40)  # what the page fits anew when it was turned
        shot(page, size, text, phase)
        yield phase, size, page.evaluate(MEASURE, CONTROLS)


def faults(now: dict[str, Any], width: int, height: int) -> Iterator[str]:
    """What is out of sight, cut, on top of something else, or too small."""
    for name, box in now["controls"].items():
        if not inside(box, (0, 0, width, height)):
            yield f"{name} is out of sight {box}"
        if min(box[2] - box[0], box[3] - box[1]) < 48:
            yield f"{name} is smaller than a thumb {box}"
    yield from (f"the words of {name} are cut" for name in now["clipped"])
    if now["scrolls"]:
        yield "something has to be scrolled for"
    words = {name: box for name, box in now["words"].items() if box[2] > box[0]}
    for name, box in words.items():
        if not inside(box, now["stage"]):
            yield f"{name} leaves the stage {box} {now['stage']}"
    pairs = [(one, other) for one in words for other in words if one < other]
    yield from (f"{one} lies on {other}" for one, other in pairs if overlap(words[one], words[other]))
    if words and min(width, height) < PHONE_PX:
        yield from (f"{name} is {now['px'][name]} px" for name in ("name", "side") if now["px"].get(name, 99) < 32)


def inside(box: list[int], room: Any) -> bool:
    return box[0] >= room[0] - 1 and box[1] >= room[1] - 1 and box[2] <= room[2] + 1 and box[3] <= room[3] + 1


def overlap(one: list[int], other: list[int]) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 1
        and min(one[3], other[3]) - max(one[1], other[1]) > TALLER_THAN_ITS_LINE_PX
    )


def shot(page: Page, size: tuple[int, int], text: int, phase: str) -> None:
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{size[0]}x{size[1]}-{text}-{phase.replace(' ', '-')}.png")


def row(width: int, height: int, text: int, seen: list[dict[str, Any]]) -> str:
    """The smallest of each over the phases."""

    def least(name: str) -> str:
        return f"{min(now['px'][name] for now in seen if name in now['px']):.0f}"

    figure = min(now["figure"] for now in seen)
    buttons = min(box[3] - box[1] for now in seen for box in now["controls"].values())
    cells = (f"{width} × {height}", f"{text} %", least("count"), least("name"), least("line"), figure or "gives way", buttons)
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def keep_rows(text: int, rows: list[str]) -> None:
    """One text size's rows, beside those of the others."""
    kept = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")][1:] if TABLE.exists() else []
    others = [line for line in kept if f"| {text} % |" not in line]
    order = [f"{width} × {height}" for width, height in SIZES]
    lines = sorted(
        (*others, *rows), key=lambda line: (order.index(line.split("|")[1].strip()), int(line.split("|")[2].strip(" %")))
    )
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


HEAD = """# The player on twelve screens

Measured in Chromium by `tests/browser/test_player_layout.py`: the smallest size of each over all phases of a session with long
names and sentences. On every one of these screens start, back, skip, *easier*, *this hurts* and the voice switch are in
sight, whole, at least 48 px, and in the same place in every phase; count, name, side and line are whole, and nothing lies on
anything else or has to be scrolled for. The figure gives way first.

| screen | text | count px | name and side px | line px | figure px high | lowest control px |
|---|---|---|---|---|---|---|
"""
