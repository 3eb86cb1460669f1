"""Telling: which sentence is said when, while a step lasts.

    must      the steps of the movement, one after the other from the start: all of them fit, or none is said here
    signals   halfway, last one, one minute left: at their own moment, or not at all
    may       breathing and one thing to keep in mind: later, where there is room

A sentence never begins before the one before it is over, and ends before its step does.
"""

from collections.abc import Iterator, Sequence

from psoas.session import phrases
from psoas.session.steps import Cue
from psoas.session.timing import BREATH_MS, spoken_ms

HALFWAY_FROM_MS = 20_000
MINUTE_LEFT_FROM_MS = 180_000
LAST_ONE_FROM_REPS = 3
LATER = 6
"""A sentence that may be said waits for a sixth of the step after the one before: one thing at a time."""


def tell_all(opening: str, sentences: Sequence[str]) -> tuple[Cue, ...]:
    """Every sentence, each when the one before is over, however long that takes."""
    return _in_turn(sentences, from_ms=spoken_ms(opening))


def time_for(opening: str, sentences: Sequence[str]) -> int:
    """Milliseconds in which all of them can be said."""
    return spoken_ms(opening) + sum(spoken_ms(sentence) for sentence in sentences)


def tell(
    opening: str, *, must: Sequence[str], may: Sequence[str], signals: Sequence[Cue], lasts_ms: int
) -> tuple[Cue, ...] | None:
    """The lines of one step; None where what must be said does not fit. Of the signals the last ones matter most."""
    taught = _in_turn(must, from_ms=spoken_ms(opening))
    end_ms = _end(taught[-1]) if taught else spoken_ms(opening)
    if end_ms > lasts_ms:
        return None
    heard = [line for line in signals if line.at_ms >= end_ms]
    return tuple(sorted((*taught, *heard, *_later(may, heard, end_ms, lasts_ms)), key=lambda line: line.at_ms))


def rep_signals(reps: int, beat_ms: int) -> Iterator[Cue]:
    """Halfway through the repetitions, and at the last of them."""
    if reps * beat_ms >= HALFWAY_FROM_MS and reps >= 2 * LAST_ONE_FROM_REPS:
        yield Cue(at_ms=reps // 2 * beat_ms, says=phrases.halfway())
    if reps >= LAST_ONE_FROM_REPS:
        yield Cue(at_ms=(reps - 1) * beat_ms, says=phrases.last_one())


def hold_signals(lasts_ms: int) -> Iterator[Cue]:
    """Halfway through a hold, and one minute before the end of a long one."""
    if lasts_ms >= HALFWAY_FROM_MS:
        yield Cue(at_ms=lasts_ms // 2, says=phrases.halfway())
    if lasts_ms >= MINUTE_LEFT_FROM_MS:
        yield Cue(at_ms=lasts_ms - 60_000, says=phrases.minute_left())


def _in_turn(sentences: Sequence[str], *, from_ms: int) -> tuple[Cue, ...]:
    lines: list[Cue] = []
    for sentence in sentences:
        lines.append(Cue(at_ms=_end(lines[-1]) if lines else from_ms, says=sentence))
    return tuple(lines)


def _later(may: Sequence[str], heard: Sequence[Cue], end_ms: int, lasts_ms: int) -> Iterator[Cue]:
    pause_ms = max(BREATH_MS, lasts_ms // LATER)
    free_ms, until_ms = end_ms + pause_ms, heard[-1].at_ms if heard else lasts_ms
    for sentence in may:
        line = Cue(at_ms=free_ms, says=sentence)
        crossed = [signal for signal in heard if _cross(line, signal)]
        if crossed:
            line = Cue(at_ms=_end(crossed[-1]), says=sentence)
        if _end(line) <= until_ms and not any(_cross(line, signal) for signal in heard):
            yield line
            free_ms = _end(line) + pause_ms


def _cross(line: Cue, other: Cue) -> bool:
    return line.at_ms < _end(other) and other.at_ms < _end(line)


def _end(line: Cue) -> int:
    return line.at_ms + spoken_ms(line.says)
