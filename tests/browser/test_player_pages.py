"""A session in a real browser: from start to end, by touch and by keyboard."""

from pathlib import Path

import pytest
from example_records import SHORT, seed
from player_actions import LINE, entries, name, open_player, phase, press, rows, tap, wait
from playwright.sync_api import BrowserContext, Page, expect

from psoas.records import actions
from psoas.web import clock

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _seeded(transactional_db: None) -> None:
    seed(on=clock.today())


def test_a_whole_session_runs_hands_free_from_start_to_end(page: Page, base: str) -> None:
    """One press at the beginning, one tap at the end, and everything in between is on record."""
    open_player(page, base)
    tap(page, "before", 3)
    press(page, "go")
    wait(page, 240)
    expect(page.locator("[data-part=well]")).to_be_visible()
    tap(page, "after", 2)
    page.get_by_role("button", name="Done").click()
    page.wait_for_url(f"{base}/")

    (entry,) = entries()
    assert (entry.pain.before, entry.pain.after) == (3, 2)
    assert [(done.exercise, done.side, done.sets, done.reps, done.hold_s) for done in entry.exercises] == [
        (item.exercise, item.side, item.sets, item.reps, item.hold_s) for item in SHORT.items
    ]


def test_every_line_is_spoken_as_it_is_printed(page: Page, base: str) -> None:
    """The words of the status line and the words given to the voice are the same."""
    page.add_init_script(
        "window.spoken = []; speechSynthesis.speak = (said) => window.spoken.push([said.text,"
        " document.querySelector('[data-part=line]').textContent]);"
    )
    open_player(page, base)
    press(page, "go")
    wait(page, 60)

    spoken = page.evaluate("() => window.spoken.filter(([text]) => text.length > 3)")
    assert len(spoken) >= 3
    assert all(said == printed for said, printed in spoken)


def test_the_voice_can_be_switched_off(page: Page, base: str) -> None:
    """Then nothing is spoken, and everything is still printed."""
    page.add_init_script("window.spoken = []; speechSynthesis.speak = (said) => window.spoken.push(said.text);")
    open_player(page, base)
    press(page, "speech")
    press(page, "go")
    wait(page, 30)

    assert page.evaluate("() => window.spoken") == []
    assert page.locator(LINE).inner_text() != ""


SIGNALS = """
    window.felt = []; window.seen = [];
    Object.defineProperty(navigator, 'vibrate', { value: (ms) => window.felt.push(ms) });
    document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
      const { flash } = document.querySelector('session-player').dataset;
      if (flash) window.seen.push(flash);
    }).observe(document.querySelector('session-player'), { attributeFilter: ['data-flash'] }));
"""


def test_beginning_and_end_can_be_seen_and_felt(page: Page, base: str) -> None:
    """A flash at each, one at a time, and gone by itself; a buzz with it."""
    actions.keep_setting(name="flash", value="on")
    page.add_init_script(SIGNALS)
    open_player(page, base)
    press(page, "go")
    wait(page, 90)

    assert {"go", "end"} <= set(page.evaluate("() => window.seen"))
    assert page.evaluate("() => window.felt.length") > 1
    assert page.locator("session-player").get_attribute("data-flash") is None


def test_without_flash_and_vibration_nothing_is_seen_or_felt(page: Page, base: str) -> None:
    """Both are switches of their own, in the settings and behind *More*."""
    page.add_init_script(SIGNALS)
    open_player(page, base)
    press(page, "vibration")
    page.keyboard.press("Escape")
    press(page, "go")
    wait(page, 60)

    assert page.evaluate("() => [window.seen.length, window.felt.length]") == [0, 0]


def test_a_pause_stands_still(page: Page, base: str) -> None:
    """Ten minutes on pause are no minute of training."""
    open_player(page, base)
    press(page, "go")
    wait(page, 5)
    press(page, "go")
    before = page.locator("[data-part=count]").inner_text()
    wait(page, 600)

    assert (phase(page), page.locator("[data-part=count]").inner_text()) == ("paused", before)


def test_back_skip_and_easier_do_what_they_say(page: Page, base: str) -> None:
    """Skip ends a wait and leaves a movement, back begins again, easier takes the next rung."""
    open_player(page, base)
    press(page, "go")
    press(page, "skip")
    wait(page, 6)
    press(page, "back")
    expect(page.locator("[data-part=count]")).to_have_text("1")
    press(page, "skip")
    press(page, "skip")
    press(page, "skip")
    first = name(page)
    press(page, "swap")

    assert name(page) != first
    expect(page.locator(LINE)).to_contain_text(name(page))


def test_this_hurts_leaves_the_movement_and_is_on_record(page: Page, base: str) -> None:
    """Sharp, 5 of 10: everything stands still, the movement is left on both sides, the entry says so."""
    open_player(page, base)
    press(page, "go")
    press(page, "skip")
    wait(page, 3)
    hurt(page, "sharp", 5)
    assert phase(page) == "paused"
    assert "Shin" not in name(page)
    press(page, "finish")
    page.get_by_role("button", name="Done").click()
    page.wait_for_url(f"{base}/")

    (entry,) = entries()
    assert [(done.exercise, done.side, done.felt, done.pain) for done in entry.exercises] == [
        ("seated-hip-rotation", "left", "sharp", 5)
    ]


def test_sharp_twice_ends_the_session_and_leads_to_the_safety_questions(page: Page, base: str) -> None:
    """Nothing goes on after it, not even after a reload."""
    open_player(page, base)
    press(page, "go")
    for felt in ("sharp", "shooting"):
        press(page, "skip")
        hurt(page, felt, 4)
    expect(page.locator("[data-part=ended]")).to_be_visible()
    page.reload()

    assert phase(page) == "ended"
    expect(page.get_by_role("link", name="To the safety questions")).to_be_visible()


def test_it_was_nothing_changes_nothing(page: Page, base: str) -> None:
    """A dialog that is closed notes no pain."""
    open_player(page, base)
    press(page, "go")
    press(page, "skip")
    before = name(page)
    press(page, "hurts")
    page.keyboard.press("Escape")

    assert (phase(page), name(page)) == ("paused", before)


def test_the_keyboard_alone_is_enough(page: Page, base: str) -> None:
    """Space, b, n, h; tab and space in the forms; enter to send."""
    open_player(page, base)
    page.keyboard.press("Space")
    assert phase(page) == "running"
    page.keyboard.press("n")
    wait(page, 5)
    page.keyboard.press("b")
    page.keyboard.press("h")
    assert phase(page) == "paused"
    page.locator("input[value=other]").focus()
    page.keyboard.press("Space")
    page.locator("input[name=pain][value='2']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert phase(page) == "running"
    wait(page, 240)
    page.locator("input[name=after][value='1']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}/")

    (entry,) = entries()
    assert (entry.pain.after, entry.exercises[0].pain) == (1, 2)


def test_a_tab_that_slept_waits_for_its_person(page: Page, base: str) -> None:
    """An hour later nothing is done that was not done."""
    open_player(page, base)
    press(page, "go")
    wait(page, 2)
    page.clock.fast_forward(3_600_000)
    wait(page, 1)

    assert phase(page) == "paused"
    expect(page.locator(LINE)).to_contain_text("asleep")


def test_a_call_is_no_exercise(page: Page, base: str) -> None:
    """Out of sight for 85 seconds in a set of fourteen: nothing of it counts, and the player waits."""
    open_player(page, base)
    press(page, "go")
    press(page, "skip")
    wait(page, 1)
    out_of_sight(page, hidden=True)
    page.clock.fast_forward(85_000)
    out_of_sight(page, hidden=False)

    assert phase(page) == "paused"
    expect(page.locator(LINE)).to_contain_text("You were away")
    press(page, "finish")
    page.get_by_role("button", name="Done").click()
    page.wait_for_timeout(400)
    assert rows() == 0


def test_a_clock_correction_credits_no_hold(page: Page, base: str) -> None:
    """The wall clock jumps by 45 s in the middle of a hold: not a second more is counted."""
    open_player(page, base)
    press(page, "go")
    wait(page, 3)
    before = int(page.locator("[data-part=count]").inner_text())
    now = page.evaluate("() => Date.now()")
    page.clock.set_system_time(now + 45_000)
    wait(page, 1)

    assert before - int(page.locator("[data-part=count]").inner_text()) <= 2
    assert phase(page) == "running"


def test_a_session_belongs_to_the_day_on_which_it_was_begun(page: Page, base: str) -> None:
    """The tab stood open overnight: opened at ten in the evening, begun at seven."""
    page.clock.install()
    open_player(page, base, frozen=False)
    opened = page.evaluate("() => new Date().getDate()")
    page.clock.fast_forward(24 * 3_600_000)
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.post_data or "") if request.method == "POST" else None)
    press(page, "go")
    wait(page, 240)
    tap(page, "after", 1)
    page.get_by_role("button", name="Done").click()
    page.wait_for_timeout(400)

    assert posts
    assert f"-{opened:02d}" not in posts[-1].split('"on":')[1][:13]


def test_letters_can_be_switched_off_and_arrows_turn_only_the_figure(page: Page, base: str) -> None:
    """WCAG 2.1.4: a voice that types ends no set."""
    open_player(page, base)
    press(page, "letters")
    page.keyboard.press("Escape")
    press(page, "go")
    before = name(page), page.locator("session-player").get_attribute("data-step")
    for key in ("n", "b", "h", "e", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)

    assert (name(page), page.locator("session-player").get_attribute("data-step"), phase(page)) == (*before, "running")


DRAWN = """() => {
  const figure = document.querySelector('session-player move-figure');
  const asked = figure.hasAttribute.bind(figure);
  window.drawn = 0;
  figure.hasAttribute = (name) => { window.drawn += name === 'plain'; return asked(name); };
  return figure.getAttribute('progress');
}"""
"""Whoever draws asks whether it shall be plain."""


def test_where_motion_is_not_wanted_the_stills_are_drawn_once(page: Page, base: str) -> None:
    """The player tells the figure its progress five times a second; a row of stills costs the phone nothing meanwhile."""
    open_player(page, base)
    press(page, "go")
    wait(page, 2)
    expect(page.locator("session-player move-figure svg").first).to_be_visible()
    before = page.evaluate(DRAWN)
    wait(page, 6)

    assert page.locator("session-player move-figure").get_attribute("progress") != before
    assert page.evaluate("() => window.drawn") == 0


@pytest.mark.parametrize("reader", [False, True])
def test_voice_and_screen_reader_never_talk_at_once(page: Page, base: str, *, reader: bool) -> None:
    """Who uses a reader says so before the start: the voice is off, and each step is announced once, whole."""
    page.add_init_script(
        "window.spoken = []; speechSynthesis.getVoices = () => [{ name: 'one' }];"
        " speechSynthesis.speak = (said) => window.spoken.push(said.text);"
    )
    open_player(page, base)
    if reader:
        press(page, "reader")
    press(page, "go")
    wait(page, 5)

    assert (page.evaluate("() => window.spoken.length") > 0) is not reader
    assert page.get_by_role("status").inner_text().startswith("Get ready: Shin swings") is reader


def test_slow_timers_of_a_hidden_tab_lose_no_second(page: Page, base: str) -> None:
    """One late tick counts for all that were dropped: half a minute to get ready, and some of the work."""
    open_player(page, base)
    press(page, "go")
    page.clock.fast_forward(35_000)

    assert page.locator("session-player").get_attribute("data-step") == "work"


def test_the_buttons_never_move(page: Page, base: str) -> None:
    """Whatever is on, start, back, skip, easier and this hurts stay where they are."""
    open_player(page, base)
    places = []
    press(page, "go")
    for seconds in (1, 22, 14, 12):
        places.append([page.locator(f".player-{part}").bounding_box() for part in ("back", "go", "skip", "swap", "hurts")])
        wait(page, seconds)

    assert all(boxes == places[0] for boxes in places)


def test_every_target_is_large_and_nothing_scrolls_sideways(page: Page, base: str) -> None:
    """48 px for a thumb, 360 px for the smallest phone."""
    page.set_viewport_size({"width": 360, "height": 640})
    open_player(page, base)
    press(page, "go")
    wait(page, 1)

    heights = page.eval_on_selector_all(".player-controls button", "all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 48
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_screen_stays_awake_while_the_session_runs(page: Page, base: str) -> None:
    """Asked for at the start, again whenever the page is seen again, and given back at a pause."""
    page.add_init_script(
        "window.locks = []; navigator.wakeLock.request = async () => { window.locks.push('held');"
        " return { release: async () => window.locks.push('given back') }; };"
    )
    open_player(page, base)
    press(page, "go")
    page.evaluate("() => { document.dispatchEvent(new Event('visibilitychange')); }")
    press(page, "go")

    assert page.evaluate("() => window.locks") == ["held", "held", "given back"]


def test_a_session_that_was_answered_for_begins_anew(page: Page, base: str) -> None:
    """Nothing of it is left on the device."""
    open_player(page, base)
    press(page, "go")
    wait(page, 240)
    page.get_by_role("button", name="Done").dblclick()
    page.wait_for_url(f"{base}/")
    open_player(page, base, frozen=False)

    assert (phase(page), rows()) == ("ready", 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_assistive_technology_finds_nothing_to_complain_about(context: BrowserContext, base: str, scheme: str) -> None:
    """axe on every state of the player. Its own styles break the policy, so this page may complain."""
    axe = AXE.read_text("utf-8")
    page = context.new_page()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    open_player(page, base)
    found = violations(page, axe)
    press(page, "go")
    wait(page, 1)
    found += violations(page, axe)
    press(page, "hurts")
    found += violations(page, axe)
    page.keyboard.press("Escape")
    press(page, "finish")
    found += violations(page, axe)

    assert found == []


def test_a_session_that_was_never_started_leaves_no_entry(page: Page, base: str) -> None:
    """Looking is not doing."""
    open_player(page, base)
    page.goto(f"{base}/offline/")

    assert rows() == 0


def violations(page: Page, axe: str) -> list[str]:
    """The rules that are broken, with the places."""
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).violations")
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


def out_of_sight(page: Page, *, hidden: bool) -> None:
    """A call comes in, or the screen locks."""
    state = "hidden" if hidden else "visible"
    page.evaluate(
        "(state) => { Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }",
        state,
    )


def hurt(page: Page, felt: str, pain: int) -> None:
    press(page, "hurts")
    page.locator(f"input[name=felt][value={felt}]").check(force=True)
    tap(page, "pain", pain)
    page.get_by_role("button", name="Note it").click()
