"""Finding the way through a script: which step is on, what comes next, what was before. Nothing here speaks or counts time."""

from dataclasses import replace

from psoas.session.script import Script
from psoas.session.state import ON_THE_WAY, State, Stint, left_exercises
from psoas.session.steps import DOING, Movement, Step, way_from


def begin(script: Script) -> State:
    """Before the first press of start."""
    return State(chosen=(0,) * len(script.parts))


def at_the_end(state: State, script: Script) -> bool:
    """All parts are behind; only the way up may be left."""
    return state.part >= len(script.parts)


def movement_at(state: State, script: Script) -> Movement:
    return script.parts[state.part].choices[state.chosen[state.part]]


def step_at(state: State, script: Script) -> Step:
    """The step that is on now."""
    if at_the_end(state, script):
        return way_from(state.level, script.ways_up) or script.finish
    movement = movement_at(state, script)
    if state.step == ON_THE_WAY:
        return way_from(state.level, movement.ways) or movement.steps[0]
    if state.step == 0 and movement.switch and _follows_itself(state, script):
        return movement.switch
    return movement.steps[state.step]


def _follows_itself(state: State, script: Script) -> bool:
    """The part before was the same movement, so only the side changes."""
    if state.part == 0:
        return False
    before = script.parts[state.part - 1].choices[state.chosen[state.part - 1]]
    return before.exercise == movement_at(state, script).exercise


def bank(state: State, script: Script) -> State:
    """Keep what was done of this step; of two attempts the better one counts."""
    if at_the_end(state, script) or state.elapsed_ms == 0 or step_at(state, script).kind not in DOING:
        return state
    now = Stint(part=state.part, choice=state.chosen[state.part], step=state.step, ms=state.elapsed_ms)
    same = [stint for stint in state.stints if (stint.part, stint.choice, stint.step) == (now.part, now.choice, now.step)]
    others = tuple(stint for stint in state.stints if stint not in same)
    return replace(state, stints=(*others, max((*same, now), key=lambda stint: stint.ms)))


def forward(state: State, script: Script) -> State:
    """This step is over: the next one, the next part, or the end."""
    if at_the_end(state, script):
        return replace(state, phase="finished", level="up", step=0, elapsed_ms=0)
    movement = movement_at(state, script)
    if state.step == ON_THE_WAY:
        return replace(state, step=0, elapsed_ms=0, level=movement.level)
    if state.step + 1 < len(movement.steps):
        return replace(bank(state, script), step=state.step + 1, elapsed_ms=0)
    return enter(bank(state, script), state.part + 1, script)


def enter(state: State, part: int, script: Script) -> State:
    """Go to this part, or to the first after it that still holds a movement which has not been left."""
    for number in range(part, len(script.parts)):
        found = choose(state, number, script, start=state.chosen[number])
        if found is not None:
            return _at(found, number, script)
    if state.level == "up":
        return replace(state, phase="finished", part=len(script.parts), step=0, elapsed_ms=0)
    return replace(state, part=len(script.parts), step=ON_THE_WAY, elapsed_ms=0)


def enter_before(state: State, script: Script) -> State | None:
    """The nearest earlier part that can still be done; None when there is none."""
    for number in range(state.part - 1, -1, -1):
        found = choose(state, number, script, start=state.chosen[number])
        if found is not None:
            return _at(found, number, script)
    return None


def choose(state: State, part: int, script: Script, *, start: int) -> State | None:
    """The state with the first choice from `start` on (in a circle) that has not been left; None when all are."""
    choices = script.parts[part].choices
    closed = left_exercises(state)
    for offset in range(len(choices)):
        choice = (start + offset) % len(choices)
        if choices[choice].exercise not in closed:
            return replace(state, chosen=(*state.chosen[:part], choice, *state.chosen[part + 1 :]))
    return None


def _at(state: State, part: int, script: Script) -> State:
    moved = replace(state, part=part, elapsed_ms=0)
    here = movement_at(moved, script).level == state.level
    return replace(moved, step=0 if here else ON_THE_WAY)
