"""The player: a pure machine. A state and an event go in, the next state and its effects come out.

    event    from            does
    start    ready, paused   begin, or go on
    tick     running         let `ms` pass (a difference between two clock readings, never a count of ticks)
    pause    running         stand still
    resume   paused          go on
    back     running, paused this step again; within its first three seconds the one before
    skip     running, paused end a wait; leave out the rest of a movement
    swap     running, paused do the next alternative instead
    hurts    running, paused note it, stand still, and leave the movement where `leaves` says so; sharp twice ends all
    finish   running, paused stop here and keep what was done
    hidden   any but ready   keep the state: the page may be gone before it is seen again

A gap of more than 90 s means that the device slept. A bout longer than that (a walk, with the phone in a pocket) went on
meanwhile; of anything else nobody can say that it was done, so the player waits where it stood.
The TypeScript twin is web/elements/player-machine.ts; tests/vectors/player-*.json hold the two together.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Literal

from annotated_types import Ge

from psoas.session.route import at_the_end, bank, begin, choose, enter, enter_before, forward, movement_at, step_at
from psoas.session.script import Script
from psoas.session.signals import Effect, beep, due, keep, opening, say, vibrate
from psoas.session.state import Hurt, HurtFeel, HurtSymptom, State, leaves, sharp_times
from psoas.session.steps import DOING
from psoas.vocabulary.scales import PainScore
from psoas.vocabulary.value import value

EventKind = Literal["start", "tick", "pause", "resume", "back", "skip", "swap", "hurts", "finish", "hidden"]
ASLEEP_MS = 90_000
"""Longer than the once-a-minute timers of a tab in the background, so that only real sleep is taken for sleep."""
AGAIN_AFTER_MS = 3_000
SHARP_ENDS_AT = 2


@value
class Event:
    kind: EventKind
    ms: Annotated[int, Ge(0)] = 0
    felt: HurtFeel = "other"
    pain: PainScore | None = None
    symptom: HurtSymptom | None = None


@value
class Turn:
    state: State
    effects: tuple[Effect, ...] = ()


def start_state(script: Script) -> State:
    return begin(script)


def play(state: State, event: Event, *, script: Script) -> Turn:
    """One event. What makes no sense in a phase changes nothing."""
    if state.phase not in _PHASES[event.kind]:
        return Turn(state=state)
    return _MOVES[event.kind](state, event, script)


def _start(state: State, event: Event, script: Script) -> Turn:
    if state.phase == "paused":
        return _resume(state, event, script)
    return _announce(enter(replace(state, phase="running"), 0, script), script)


def _tick(state: State, event: Event, script: Script) -> Turn:
    if event.ms > ASLEEP_MS:
        return _wake(state, event.ms, script)
    effects: tuple[Effect, ...] = ()
    left = event.ms
    while left > 0 and state.phase == "running":
        state, left, heard = _spend(state, left, script)
        effects += heard
    return Turn(state=state, effects=effects)


def _spend(state: State, ms: int, script: Script) -> tuple[State, int, tuple[Effect, ...]]:
    """Let time pass up to the end of the step; what is left of it belongs to the next."""
    step = step_at(state, script)
    spent = min(ms, step.lasts_ms - state.elapsed_ms)
    after = replace(state, elapsed_ms=state.elapsed_ms + spent)
    heard = due(step, script.lines, since_ms=state.elapsed_ms, until_ms=after.elapsed_ms, now_ms=state.elapsed_ms + ms)
    if after.elapsed_ms < step.lasts_ms:
        return after, 0, heard
    entered = _announce(forward(after, script), script)
    passed_over = entered.state.phase == "running" and ms - spent >= step_at(entered.state, script).lasts_ms
    return entered.state, ms - spent, heard if passed_over else (*heard, *entered.effects)


def _wake(state: State, ms: int, script: Script) -> Turn:
    step = step_at(state, script)
    if step.kind in DOING and step.lasts_ms > ASLEEP_MS:
        state = replace(state, elapsed_ms=min(step.lasts_ms, state.elapsed_ms + ms))
        if state.elapsed_ms == step.lasts_ms:
            state = forward(state, script)
    if state.phase == "finished":
        return _announce(state, script)
    return Turn(state=replace(state, phase="paused"), effects=(say(script.lines.slept), keep()))


def _pause(state: State, _event: Event, _script: Script) -> Turn:
    return Turn(state=replace(state, phase="paused"), effects=(keep(),))


def _resume(state: State, _event: Event, script: Script) -> Turn:
    return Turn(state=replace(state, phase="running"), effects=(say(step_at(state, script).says), beep("go"), keep()))


def _back(state: State, _event: Event, script: Script) -> Turn:
    banked = bank(state, script)
    if state.elapsed_ms <= AGAIN_AFTER_MS:
        banked = _before(banked, script) or banked
    return _announce(replace(banked, elapsed_ms=0), script)


def _before(state: State, script: Script) -> State | None:
    if state.step > 0:
        return replace(state, step=state.step - 1)
    return enter_before(state, script)


def _skip(state: State, _event: Event, script: Script) -> Turn:
    doing = step_at(state, script).kind in DOING
    return _announce(enter(bank(state, script), state.part + 1, script) if doing else forward(state, script), script)


def _swap(state: State, _event: Event, script: Script) -> Turn:
    other = None if at_the_end(state, script) else _other_choice(state, script)
    if other is None:
        return Turn(state=state, effects=(say(script.lines.nothing_else),))
    return _announce(enter(other, state.part, script), script)


def _other_choice(state: State, script: Script) -> State | None:
    banked = bank(state, script)
    other = choose(banked, state.part, script, start=state.chosen[state.part] + 1)
    return other if other and other.chosen != state.chosen else None


def _hurts(state: State, event: Event, script: Script) -> Turn:
    hurt = _hurt(state, event, script)
    noted = replace(bank(state, script), phase="paused", hurts=(*state.hurts, hurt))
    if sharp_times(noted) >= SHARP_ENDS_AT:
        ended = replace(noted, phase="ended", elapsed_ms=0)
        return Turn(state=ended, effects=(say(script.lines.ended), vibrate(400), keep(final=True)))
    if not leaves(hurt):
        return Turn(state=noted, effects=(say(script.lines.hurts_less), keep()))
    onward = enter(noted, state.part, script)
    if onward.phase == "finished":
        return _announce(onward, script)
    return Turn(state=onward, effects=(say(script.lines.hurts_stop), vibrate(200), keep()))


def _hurt(state: State, event: Event, script: Script) -> Hurt:
    """On the way up after the last movement, it is that movement which hurt."""
    part = min(state.part, len(script.parts) - 1)
    here = replace(state, part=part)
    return Hurt(
        part=part,
        choice=state.chosen[part],
        step=max(state.step, 0),
        exercise=movement_at(here, script).exercise,
        felt=event.felt,
        pain=event.pain,
        symptom=event.symptom,
    )


def _finish(state: State, _event: Event, script: Script) -> Turn:
    over = replace(bank(state, script), phase="finished", elapsed_ms=0)
    return Turn(state=over, effects=(say(script.lines.early), beep("end"), keep(final=True)))


def _hidden(state: State, _event: Event, _script: Script) -> Turn:
    return Turn(state=state, effects=(keep(),))


def _announce(state: State, script: Script) -> Turn:
    """The line of the step that has just begun, or the last line."""
    if state.phase == "finished":
        return Turn(state=state, effects=(say(script.finish.says), beep("end"), vibrate(400), keep(final=True)))
    return Turn(state=state, effects=opening(step_at(state, script)))


_GOING = ("running", "paused")
_PHASES: Mapping[EventKind, tuple[str, ...]] = {
    "start": ("ready", "paused"),
    "tick": ("running",),
    "pause": ("running",),
    "resume": ("paused",),
    "back": _GOING,
    "skip": _GOING,
    "swap": _GOING,
    "hurts": _GOING,
    "finish": _GOING,
    "hidden": (*_GOING, "finished", "ended"),
}
_MOVES: Mapping[EventKind, Callable[[State, Event, Script], Turn]] = {
    "start": _start,
    "tick": _tick,
    "pause": _pause,
    "resume": _resume,
    "back": _back,
    "skip": _skip,
    "swap": _swap,
    "hurts": _hurts,
    "finish": _finish,
    "hidden": _hidden,
}
