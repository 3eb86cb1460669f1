"""The values a script is made of: each step with the line that is printed and spoken.

    Part     the prescribed movement first, then what may be done instead (all of it open to this person)
    Movement get ready, then sets of work or holds with rests; the way here from another level; the same again, told shorter,
             for the second side
    Step     one length of time; a first sentence, and those that follow while it lasts

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


@value
class Cue:
    """A sentence, printed and spoken this long after the step began."""

    at_ms: Annotated[int, Ge(1)]
    says: str


@value
class Step:
    """One length of time. `beat_ms` is the length of one repetition; `rep` of `reps` numbers the holds of a set.

    `says` opens the step, `lines` follow in order. At `left_at_ms` the player adds how long the session still takes.
    """

    kind: StepKind
    says: str
    lines: tuple[Cue, ...] = ()
    lasts_ms: Annotated[int, Ge(0)]
    exercise: str | None = None
    side: Side = "both"
    set: Annotated[int, Ge(1)] = 1
    sets: Annotated[int, Ge(1)] = 1
    rep: Annotated[int, Ge(1)] = 1
    reps: Annotated[int, Ge(1)] = 1
    beat_ms: Annotated[int, Ge(1)] | None = None
    left_at_ms: Annotated[int, Ge(1)] | None = None

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
class PlayedMovement:
    """One way to fill a part. The first step is get-ready; `again` replaces all steps right after the same movement.

    `how` and `mind` are everything there is to say of it, to be read at leisure.
    """

    exercise: str
    name: str
    side: Side
    level: Level
    sets: Annotated[int, Ge(1)]
    reps: Annotated[int, Ge(1)]
    hold_s: Annotated[int, Ge(1)] | None = None
    load: Load | None = None
    ways: Ways
    how: tuple[str, ...]
    mind: tuple[str, ...]
    steps: Annotated[tuple[Step, ...], Len(1)]
    again: tuple[Step, ...] | None = None


@value
class Part:
    """The prescribed movement first, then the alternatives in the order of their offer."""

    choices: Annotated[tuple[PlayedMovement, ...], Len(1)]


@value
class Lines:
    """What the player says of itself. `left[n]` is said of n minutes, `count` of the last seconds, from three down."""

    left: tuple[str, ...]
    count: tuple[str, str, str]
    nothing_else: str
    hurts_stop: str
    hurts_less: str
    ended: str
    early: str
    slept: str
    away: str


def way_from(level: Level, ways: Ways) -> Step | None:
    return {"up": ways.up, "bed": ways.bed, "floor": ways.floor}[level]
