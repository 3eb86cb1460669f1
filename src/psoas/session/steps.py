"""The values a script is made of: each step with the line that is printed and spoken.

    Part     the prescribed movement first, then what may be done instead (all of it open to this person)
    Movement get ready, then sets of work or holds with rests; the way here from another level; the change of side
    Step     one line, one length of time

A level is where the body is: `up` (feet or chair), `bed` or `floor`. Going from one to another takes its own minute, and
depends on where the person really is, so a movement carries the way to it from each level and the player chooses.
"""

from typing import Annotated, Literal

from annotated_types import Ge, Len

from psoas.planning.dose import Load
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

StepKind = Literal["get-ready", "change-level", "work", "hold", "switch-side", "rest", "finish"]
Level = Literal["up", "bed", "floor"]
DOING: tuple[StepKind, ...] = ("work", "hold")
"""The steps that count as training; the others are waits."""


@value
class Step:
    """One line and its time. `beat_ms` is the length of one repetition; `rep` of `reps` numbers the holds of a set."""

    kind: StepKind
    says: str
    lasts_ms: Annotated[int, Ge(0)]
    exercise: str | None = None
    side: Side = "both"
    set: Annotated[int, Ge(1)] = 1
    sets: Annotated[int, Ge(1)] = 1
    rep: Annotated[int, Ge(1)] = 1
    reps: Annotated[int, Ge(1)] = 1
    beat_ms: Annotated[int, Ge(1)] | None = None
    cues: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        return self.lasts_ms / 1000


@value
class Ways:
    """The step that brings the body here from another level; None from the level it is already on."""

    up: Step | None = None
    bed: Step | None = None
    floor: Step | None = None


@value
class Movement:
    """One way to fill a part. The first step is get-ready; `switch` replaces it right after the same movement."""

    exercise: str
    name: str
    side: Side
    level: Level
    sets: Annotated[int, Ge(1)]
    reps: Annotated[int, Ge(1)]
    hold_s: Annotated[int, Ge(1)] | None = None
    load: Load | None = None
    ways: Ways
    switch: Step | None = None
    steps: Annotated[tuple[Step, ...], Len(1)]


@value
class Part:
    """The prescribed movement first, then the alternatives in the order of their offer."""

    choices: Annotated[tuple[Movement, ...], Len(1)]


@value
class Lines:
    """What the player says of itself, so that both players say the same."""

    halfway: str
    minute_left: str
    nothing_else: str
    hurts_stop: str
    hurts_less: str
    ended: str
    early: str
    slept: str


def way_from(level: Level, ways: Ways) -> Step | None:
    return {"up": ways.up, "bed": ways.bed, "floor": ways.floor}[level]
