"""What the player asks of the room around it: a line, a sound, a buzz, a note kept. It does none of these itself.

Inside a step, marks fall at fixed times: the beat of each repetition, halfway, one minute left, the last three seconds.
A mark more than a second late (a sleeping tab) is passed over in silence.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from annotated_types import Ge

from psoas.session.steps import DOING, Lines, Step
from psoas.vocabulary.value import value

Tone = Literal["tick", "beat", "go", "end"]
HALFWAY_FROM_MS = 20_000
MINUTE_LEFT_FROM_MS = 180_000
COUNTDOWN_FROM_MS = 5_000
LATE_MS = 1_000


@value
class Effect:
    """say: `text` (`live` False: a count, spoken, not announced); beep: `tone`; vibrate: `ms`; record: keep the state."""

    kind: Literal["say", "beep", "vibrate", "record"]
    text: str = ""
    live: bool = True
    tone: Tone | None = None
    ms: Annotated[int, Ge(0)] = 0
    final: bool = False


@value
class Mark:
    at_ms: Annotated[int, Ge(0)]
    effect: Effect


def say(text: str, *, live: bool = True) -> Effect:
    return Effect(kind="say", text=text, live=live)


def beep(tone: Tone) -> Effect:
    return Effect(kind="beep", tone=tone)


def vibrate(ms: int) -> Effect:
    return Effect(kind="vibrate", ms=ms)


def keep(*, final: bool = False) -> Effect:
    return Effect(kind="record", final=final)


def opening(step: Step) -> tuple[Effect, ...]:
    """What announces a step."""
    starts = (beep("go"), vibrate(200)) if step.kind in DOING else (beep("end"), vibrate(80))
    return (say(step.says), *starts, keep())


def due(step: Step, lines: Lines, *, since_ms: int, until_ms: int, now_ms: int) -> tuple[Effect, ...]:
    """The marks passed in (since, until] that are not yet stale; `now_ms` may lie beyond the end of the step."""
    return tuple(
        mark.effect for mark in _marks(step, lines) if since_ms < mark.at_ms <= until_ms and now_ms - mark.at_ms <= LATE_MS
    )


def _marks(step: Step, lines: Lines) -> list[Mark]:
    marks = [*_beats(step), *_remarks(step, lines), *_countdown(step)]
    return sorted(marks, key=lambda mark: mark.at_ms)


def _beats(step: Step) -> Iterator[Mark]:
    if step.beat_ms is None:
        return
    for number in range(2, step.reps + 1):
        at_ms = (number - 1) * step.beat_ms
        yield Mark(at_ms=at_ms, effect=beep("beat"))
        yield Mark(at_ms=at_ms, effect=say(str(number), live=False))


def _remarks(step: Step, lines: Lines) -> Iterator[Mark]:
    if step.kind != "hold":
        return
    if step.lasts_ms >= HALFWAY_FROM_MS:
        yield Mark(at_ms=step.lasts_ms // 2, effect=say(lines.halfway))
    if step.lasts_ms >= MINUTE_LEFT_FROM_MS:
        yield Mark(at_ms=step.lasts_ms - 60_000, effect=say(lines.minute_left))


def _countdown(step: Step) -> Iterator[Mark]:
    if step.kind == "work" or step.lasts_ms < COUNTDOWN_FROM_MS:
        return
    for left_ms in (3_000, 2_000, 1_000):
        yield Mark(at_ms=step.lasts_ms - left_ms, effect=beep("tick"))
