"""Where the player is: everything it knows, in one frozen value that can be stored and taken up again.

ready -> running <-> paused -> finished      (all parts done, or stopped early)
                            -> ended         (sharp pain twice: nothing more today)
"""

from typing import Annotated, Literal

from annotated_types import Ge

from psoas.session.steps import Level
from psoas.vocabulary.scales import PainScore
from psoas.vocabulary.value import value

Phase = Literal["ready", "running", "paused", "finished", "ended"]
HurtFeel = Literal["sharp", "shooting", "other"]
HurtSymptom = Literal["leg-symptoms-spreading", "giving-way", "dizzy", "groin-pinch"]
"""Felt during a movement, any of these leaves it, whatever the number (the diary's own list)."""
ON_THE_WAY = -1
"""The step number while the body changes level, before a part's own first step."""

SHARP: tuple[HurtFeel, ...] = ("sharp", "shooting")
LEAVE_AT: PainScore = 6
"""Pain from which a movement is left: its own base is unknown here, so the lower bound of the rule holds (PAIN-2)."""


@value
class Stint:
    """How long one step was done, at its best attempt."""

    part: Annotated[int, Ge(0)]
    choice: Annotated[int, Ge(0)]
    step: Annotated[int, Ge(0)]
    ms: Annotated[int, Ge(1)]


@value
class Hurt:
    """That a movement hurt, how, and how much. Pain None means that no number was given."""

    part: Annotated[int, Ge(0)]
    choice: Annotated[int, Ge(0)]
    step: Annotated[int, Ge(0)]
    exercise: str
    felt: HurtFeel
    pain: PainScore | None = None
    symptom: HurtSymptom | None = None


@value
class State:
    phase: Phase = "ready"
    part: Annotated[int, Ge(0)] = 0
    step: Annotated[int, Ge(ON_THE_WAY)] = 0
    elapsed_ms: Annotated[int, Ge(0)] = 0
    chosen: tuple[int, ...]
    """For each part, which of its choices is played."""
    level: Level = "up"
    stints: tuple[Stint, ...] = ()
    hurts: tuple[Hurt, ...] = ()


def leaves(hurt: Hurt) -> bool:
    """Must the movement be left? Sharp, shooting, a listed symptom, strong pain, or a pain nobody put a number on."""
    return hurt.felt in SHARP or hurt.symptom is not None or hurt.pain is None or hurt.pain >= LEAVE_AT


def left_exercises(state: State) -> tuple[str, ...]:
    """Movements that are over for today, on either side."""
    return tuple(hurt.exercise for hurt in state.hurts if leaves(hurt))


def sharp_times(state: State) -> int:
    return sum(hurt.felt in SHARP for hurt in state.hurts)
