"""What was really done, exercise by exercise and side by side, in the fields of a diary entry.

complete sets               sets = the complete ones, reps and hold as prescribed
not one complete set        sets 1, reps = the whole repetitions; of a single unfinished hold its whole seconds
nothing, but it hurt        sets 0
nothing at all              no row: a skipped movement is unknown, never zero
"""

from collections.abc import Iterator

from psoas.planning.dose import Load
from psoas.session.script import Script
from psoas.session.state import Hurt, HurtFeel, State
from psoas.session.steps import DOING, Movement, Step
from psoas.vocabulary.body import Side
from psoas.vocabulary.scales import Count, PainScore
from psoas.vocabulary.value import value

WORST_FIRST: tuple[HurtFeel, ...] = ("shooting", "sharp")


@value
class Performed:
    """One row of a diary entry's `exercises`; the diary adds effort where the person gives it."""

    exercise: str
    side: Side
    sets: Count
    reps: Count
    hold_s: Count | None = None
    load: Load | None = None
    pain: PainScore | None = None
    felt: HurtFeel | None = None


def record_of(state: State, *, script: Script) -> tuple[Performed, ...]:
    """A row for every movement and side that was done or hurt, in the order of the session."""
    rows = (row for part, choice, movement in _played(script) for row in _rows(part, choice, movement, state))
    return tuple(rows)


def _played(script: Script) -> Iterator[tuple[int, int, Movement]]:
    for part, content in enumerate(script.parts):
        for choice, movement in enumerate(content.choices):
            yield part, choice, movement


def _rows(part: int, choice: int, movement: Movement, state: State) -> Iterator[Performed]:
    done = {stint.step: stint.ms for stint in state.stints if (stint.part, stint.choice) == (part, choice)}
    hurts = [hurt for hurt in state.hurts if (hurt.part, hurt.choice) == (part, choice)]
    for side in dict.fromkeys(step.side for step in movement.steps):
        steps = [(number, step) for number, step in enumerate(movement.steps) if step.side == side]
        timed = [(step, done.get(number, 0)) for number, step in steps if step.kind in DOING]
        numbers = {number for number, _ in steps}
        row = _row(movement, side, timed, [hurt for hurt in hurts if hurt.step in numbers])
        if row:
            yield row


def _row(movement: Movement, side: Side, timed: list[tuple[Step, int]], hurts: list[Hurt]) -> Performed | None:
    sets, reps, hold_s = _amount(movement, timed)
    if sets == 0 and not hurts:
        return None
    return Performed(
        exercise=movement.exercise,
        side=side,
        sets=sets,
        reps=reps,
        hold_s=hold_s,
        load=movement.load,
        pain=max((hurt.pain for hurt in hurts if hurt.pain is not None), default=None),
        felt=next((felt for felt in WORST_FIRST if any(hurt.felt == felt for hurt in hurts)), None),
    )


def _amount(movement: Movement, timed: list[tuple[Step, int]]) -> tuple[int, int, int | None]:
    """Sets, repetitions a set, seconds a hold."""
    complete = _complete_sets(timed)
    if complete:
        return complete, movement.reps, movement.hold_s
    if movement.hold_s is None:
        reps = max((ms // (step.beat_ms or 1) for step, ms in timed), default=0)
        return min(reps, 1), reps, None
    return _part_of_holds(movement.hold_s, timed)


def _complete_sets(timed: list[tuple[Step, int]]) -> int:
    numbers = {step.set for step, _ in timed}
    return sum(all(ms >= step.lasts_ms for step, ms in timed if step.set == number) for number in numbers)


def _part_of_holds(hold_s: int, timed: list[tuple[Step, int]]) -> tuple[int, int, int | None]:
    held = [sum(ms >= step.lasts_ms for step, ms in timed if step.set == number) for number in {step.set for step, _ in timed}]
    if max(held, default=0):
        return 1, max(held), hold_s
    seconds = max((ms for _, ms in timed), default=0) // 1000
    return min(seconds, 1), min(seconds, 1), seconds
