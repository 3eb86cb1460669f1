"""Whatever is pressed, in whatever order, these hold."""

from hypothesis import given
from plays import Play, plays
from stage import SCRIPTS

from psoas.session.player import play, start_state
from psoas.session.record import record_of
from psoas.session.route import at_the_end, movement_at, step_at
from psoas.session.state import ON_THE_WAY, State, left_exercises, sharp_times


@given(plays())
def test_nothing_that_was_left_is_played_again(sequence: Play) -> None:
    """A movement that hurt is over for today."""
    name, _ = sequence
    for state in _states(sequence):
        if state.phase in ("running", "paused") and not at_the_end(state, SCRIPTS[name]):
            assert movement_at(state, SCRIPTS[name]).exercise not in left_exercises(state)


@given(plays())
def test_sharp_twice_always_ends(sequence: Play) -> None:
    """No press gets around it."""
    for state in _states(sequence):
        assert sharp_times(state) < 2 or state.phase == "ended"


@given(plays())
def test_the_body_is_where_the_movement_is(sequence: Play) -> None:
    """Training never begins on another level than the one the person has reached."""
    name, _ = sequence
    for state in _states(sequence):
        going = state.phase in ("running", "paused") and not at_the_end(state, SCRIPTS[name])
        if going and state.step != ON_THE_WAY:
            assert state.level == movement_at(state, SCRIPTS[name]).level


@given(plays())
def test_no_step_lasts_longer_than_it_should(sequence: Play) -> None:
    """Elapsed time stays inside its step, and no stint is longer than what it stands for."""
    name, _ = sequence
    for state in _states(sequence):
        if state.phase in ("running", "paused"):
            assert state.elapsed_ms <= step_at(state, SCRIPTS[name]).lasts_ms
        for stint in state.stints:
            movement = SCRIPTS[name].parts[stint.part].choices[stint.choice]
            assert 0 < stint.ms <= movement.steps[stint.step].lasts_ms


@given(plays())
def test_the_record_never_exceeds_what_was_prescribed(sequence: Play) -> None:
    """Nobody is credited with more than the plan asked for, however often they went back."""
    name, _ = sequence
    prescribed = {
        choice.exercise: (choice.sets, choice.reps, choice.hold_s or 0)
        for part in SCRIPTS[name].parts
        for choice in part.choices
    }
    *_, last = _states(sequence)
    for row in record_of(last, script=SCRIPTS[name]):
        sets, reps, hold_s = prescribed[row.exercise]
        assert (row.sets <= sets, row.reps <= reps, (row.hold_s or 0) <= hold_s) == (True, True, True)


def _states(sequence: Play) -> list[State]:
    name, events = sequence
    states = [start_state(SCRIPTS[name])]
    for event in events:
        states.append(play(states[-1], event, script=SCRIPTS[name]).state)
    return states
