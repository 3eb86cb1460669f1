"""The player goes through a script and says what happens."""

from plays import BACK, FINISH, HIDDEN, PAUSE, RESUME, SKIP, START, SWAP, after, hurt
from stage import SCRIPTS

from psoas.session.player import Event, Turn, play, start_state
from psoas.session.record import record_of
from psoas.session.route import step_at
from psoas.session.script import Script
from psoas.session.state import State

TWO = SCRIPTS["two-sides"]
LEVELS = SCRIPTS["three-levels"]
UP_AGAIN = SCRIPTS["up-again"]
A_WALK = SCRIPTS["a-walk"]


def test_start_says_the_first_line() -> None:
    """What is printed is what is spoken."""
    turn = _play(TWO, START)

    assert turn.effects[0].text == step_at(turn.state, TWO).says == "Get ready: Chair turn, left side. Settle in."


def test_nothing_moves_before_start() -> None:
    """Ticks, skips and pain before the start change nothing."""
    turn = _play(TWO, after(30), SKIP, hurt("sharp", 9))

    assert turn.state == start_state(TWO)


def test_time_passes_by_differences_however_long_the_tick() -> None:
    """One late tick does the work of many."""
    many = _play(TWO, START, *(after(0.1),) * 500).state
    one = _play(TWO, START, after(50)).state

    assert one == many


def test_a_pause_stops_the_clock() -> None:
    """A minute on pause is no minute of training."""
    state = _play(TWO, START, after(5), PAUSE, after(60)).state

    assert (state.phase, state.elapsed_ms) == ("paused", 5_000)


def test_the_beat_sounds_at_every_repetition_but_the_first() -> None:
    """The start signal is the first; the count of the others is spoken without being announced twice."""
    told = [effect for effect in _effects(TWO, START, SKIP, *(after(0.5),) * 20) if not effect.live]

    assert [effect.text for effect in told] == ["2", "3"]


def test_a_late_mark_stays_silent() -> None:
    """Nobody hears ten counts at once when a tab wakes up."""
    told = [effect for effect in _effects(TWO, START, SKIP, after(10)) if effect.kind == "say" and not effect.live]

    assert told == []


def test_the_last_three_seconds_of_a_wait_tick() -> None:
    """Get ready ends in three short sounds and one other."""
    tones = [effect.tone for effect in _effects(TWO, START, *(after(1),) * 20)[4:] if effect.kind == "beep"]

    assert tones == ["tick", "tick", "tick", "go"]


def test_skip_ends_a_wait_and_leaves_a_movement() -> None:
    """Ready early: on with it. In a movement: on to the next one."""
    ready = _play(TWO, START, SKIP).state
    left = _play(TWO, START, SKIP, after(1), SKIP).state

    assert (ready.part, ready.step) == (0, 1)
    assert (left.part, left.step) == (1, 0)


def test_back_begins_again_and_then_goes_further_back() -> None:
    """Two presses reach the step before."""
    again = _play(TWO, START, SKIP, after(8), BACK)
    before = _play(TWO, START, SKIP, after(8), BACK, BACK)

    assert (again.state.step, again.state.elapsed_ms) == (1, 0)
    assert before.state.step == 0


def test_a_skipped_floor_movement_needs_no_way_up() -> None:
    """The way is chosen from where the body is, not from what the plan thought: a swap that stays up stays up."""
    state = _play(UP_AGAIN, START, SWAP).state

    assert (state.level, step_at(state, UP_AGAIN).kind) == ("up", "get-ready")


def test_who_is_on_the_floor_gets_up_before_the_end() -> None:
    """The session ends with the way up, even when every movement was skipped through."""
    state = _play(LEVELS, START, *(SKIP,) * 12).state

    assert (state.phase, state.level, step_at(state, LEVELS).says) == ("running", "floor", LEVELS.ways_up.floor.says)


def test_swap_offers_each_open_alternative_in_turn() -> None:
    """And says so when there is none."""
    swapped = _play(UP_AGAIN, START, SWAP).state
    nothing = _play(TWO, START, SWAP)

    assert swapped.chosen == (1, 0)
    assert [effect.text for effect in nothing.effects] == [TWO.lines.nothing_else]


def test_sharp_pain_leaves_the_movement_and_never_offers_it_again_today() -> None:
    """Neither on the other side, nor by going back, nor by swapping round."""
    hurting = (START, SKIP, SKIP, after(2), hurt("sharp", 5))
    for presses in ((), (BACK,), (SWAP, SWAP), (RESUME, SKIP, BACK, BACK)):
        state = _play(UP_AGAIN, *hurting, *presses).state

        assert UP_AGAIN.parts[0].choices[state.chosen[0]].exercise != "floor-hold"


def test_sharp_on_one_side_leaves_the_other_side_out() -> None:
    """It is the movement that provokes."""
    state = _play(TWO, START, SKIP, hurt("shooting", 3)).state

    assert state.phase == "finished"


def test_sharp_or_shooting_twice_ends_the_session_for_good() -> None:
    """Then the safety questions come again."""
    turn = _play(LEVELS, START, SKIP, hurt("sharp", 4), RESUME, SKIP, hurt("shooting", 4))
    later = _play(LEVELS, START, SKIP, hurt("sharp", 4), RESUME, SKIP, hurt("shooting", 4), START, RESUME, SKIP, after(90))

    assert turn.state.phase == "ended"
    assert turn.effects[0].text == LEVELS.lines.ended
    assert later.state == turn.state


def test_what_a_report_of_pain_does() -> None:
    """Doubt leaves the movement: a pain without a number is not a small pain."""
    for felt, pain, symptom, goes_on in (
        ("other", 0, None, True),
        ("other", 5, None, True),
        ("other", 6, None, False),
        ("other", None, None, False),
        ("other", 0, "dizzy", False),
        ("sharp", 0, None, False),
        ("shooting", None, None, False),
    ):
        state = _play(UP_AGAIN, START, SKIP, SKIP, hurt(felt, pain, symptom)).state

        assert (state.chosen == (0, 0)) is goes_on, (felt, pain, symptom)
        assert state.phase == "paused"


def test_a_device_that_slept_waits_for_its_person() -> None:
    """Nobody can say that the exercises of the last hour were done."""
    turn = _play(TWO, START, SKIP, after(3_600))

    assert (turn.state.phase, turn.state.elapsed_ms, turn.effects[0].text) == ("paused", 0, TWO.lines.slept)
    assert record_of(turn.state, script=TWO) == ()


def test_a_walk_goes_on_while_the_phone_sleeps_in_a_pocket() -> None:
    """A bout longer than the sleep limit is credited, never beyond its own end."""
    halfway = _play(A_WALK, START, SKIP, after(200)).state
    over = _play(A_WALK, START, SKIP, after(5_000)).state

    assert halfway.elapsed_ms == 200_000
    assert over.phase == "finished"
    assert [row.hold_s for row in record_of(over, script=A_WALK)] == [300]


def test_stopping_early_keeps_what_was_done() -> None:
    """And the state is handed over as final."""
    turn = _play(TWO, START, SKIP, after(11), FINISH)

    assert turn.effects[-1].final
    assert [(row.sets, row.reps) for row in record_of(turn.state, script=TWO)] == [(1, 3)]


def test_a_page_that_is_hidden_keeps_its_state() -> None:
    """It may never be seen again."""
    assert [effect.kind for effect in _play(TWO, START, HIDDEN).effects] == ["record"]


def _play(script: Script, *events: Event) -> Turn:
    turn = Turn(state=start_state(script))
    for event in events:
        turn = play(turn.state, event, script=script)
    return turn


def _effects(script: Script, *events: Event) -> list:
    state: State = start_state(script)
    heard = []
    for event in events:
        turn = play(state, event, script=script)
        state = turn.state
        heard += turn.effects
    return heard
