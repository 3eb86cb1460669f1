"""Script: a session as ordered steps, each with what is printed and spoken.

Every item of the session becomes a part. The parts come in the order of the session, then the way up and the last line.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.duration import CHANGE_OF_LEVEL_S
from psoas.planning.plan import Item, Session, SessionKind
from psoas.session import phrases, timing
from psoas.session.cues import hold_signals, rep_signals, tell, tell_all, time_for
from psoas.session.steps import Cue, Level, Lines, Part, PlayedMovement, Step, Ways, way_from
from psoas.vocabulary.body import Side
from psoas.vocabulary.scales import HIGH, PainScore
from psoas.vocabulary.value import value

TELLS_LEFT_FROM_S = 8
"""A shorter rest has no room for a second sentence."""
NOTHING_ELSE: Mapping[str, tuple[Item, ...]] = MappingProxyType({})


@value
class Script:
    kind: SessionKind
    parts: tuple[Part, ...]
    ways_up: Ways
    finish: Step
    lines: Lines
    leave_from: PainScore
    """Pain from which the movement that hurts is left: high pain, as everywhere."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step as prescribed, from standing or sitting, with nothing swapped or skipped."""
        return tuple(_prescribed(self))


def script_of(
    session: Session, *, catalogue: Catalogue, alternatives: Mapping[str, tuple[Item, ...]] = NOTHING_ELSE
) -> Script:
    """The steps of a session.

    `alternatives` names for an exercise id the items that may be done instead, best first. Whoever calls makes sure
    that each of them is open to this person: the script only leaves out those of the wrong side.
    """
    return Script(
        kind=session.kind,
        parts=tuple(_part(item, alternatives.get(item.exercise, ()), catalogue) for item in session.items),
        ways_up=_ways("up"),
        finish=Step(kind="finish", says=phrases.finish(), lasts_ms=0),
        lines=phrases.lines(),
        leave_from=HIGH,
    )


def _part(item: Item, instead: tuple[Item, ...], catalogue: Catalogue) -> Part:
    fitting = [other for other in instead if item.side == "both" or other.side in (item.side, "both")]
    others = [tuple(same) for _, same in groupby(fitting, key=lambda other: other.exercise)]
    return Part(choices=tuple(_movement(items, catalogue) for items in ((item,), *others)))


def _movement(items: tuple[Item, ...], catalogue: Catalogue) -> PlayedMovement:
    """One item; or the two sides of one exercise, where it stands in for a movement without sides."""
    first = items[0]
    exercise = catalogue.exercises[first.exercise]
    level = phrases.LEVELS[exercise.demands.surface]
    return PlayedMovement(
        exercise=first.exercise,
        name=exercise.names.plain,
        side=first.side if len(items) == 1 else "both",
        level=level,
        sets=first.sets,
        reps=first.reps,
        hold_s=first.hold_s,
        load=first.load,
        ways=_ways(level),
        how=(*exercise.setup, *exercise.steps),
        mind=(exercise.breathing, *exercise.cues),
        steps=tuple(_steps(items, exercise)),
        again=_again(items, exercise),
    )


def _again(items: tuple[Item, ...], exercise: Exercise) -> tuple[Step, ...] | None:
    """The same movement on its second side: only the side is told, and something to keep in mind."""
    if len(items) > 1 or items[0].side == "both":
        return None
    return (_switch(exercise, items[0].side), *_sets(items[0], exercise, is_new=False))


def _ways(to: Level) -> Ways:
    return Ways(up=_way("up", to), bed=_way("bed", to), floor=_way("floor", to))


def _way(came_from: Level, to: Level) -> Step | None:
    if came_from == to:
        return None
    first, *others = phrases.change_level_lines(came_from, to)
    lasts_ms = CHANGE_OF_LEVEL_S * 1000
    left_at_ms = time_for(first, others) + timing.BREATH_MS
    return Step(kind="change-level", says=first, lines=tell_all(first, others), lasts_ms=lasts_ms, left_at_ms=left_at_ms)


def _steps(items: tuple[Item, ...], exercise: Exercise) -> Iterator[Step]:
    first = items[0]
    is_taught_before = not _has_room_for_steps(first, exercise)
    yield _ready(exercise, first.side, teaches=is_taught_before)
    yield from _sets(first, exercise, is_new=not is_taught_before)
    for other in items[1:]:
        yield _switch(exercise, other.side)
        yield from _sets(other, exercise, is_new=False)


def _has_room_for_steps(item: Item, exercise: Exercise) -> bool:
    """Can all steps of the movement be said while it is first done? If not, they are said before."""
    lasts_ms = timing.work_ms(item, exercise.tempo_s) if item.hold_s is None else item.hold_s * 1000
    says = phrases.work_line(item, 1) if item.hold_s is None else phrases.hold_line(item, exercise, 1)
    return time_for(says, exercise.steps) <= lasts_ms


def _ready(exercise: Exercise, side: Side, *, teaches: bool) -> Step:
    """Twenty seconds, or as long as the words need."""
    says = phrases.ready_line(exercise, side)
    told = (*exercise.setup, *exercise.steps) if teaches else exercise.setup
    return Step(
        kind="get-ready",
        says=says,
        lines=tell_all(says, told),
        lasts_ms=max(timing.READY_S * 1000, time_for(says, told)),
        exercise=exercise.id,
        side=side,
    )


def _switch(exercise: Exercise, side: Side) -> Step:
    says = phrases.switch_line(exercise, side)
    lasts_ms = timing.SWITCH_SIDE_S * 1000
    left_at_ms = timing.spoken_ms(says) + timing.BREATH_MS
    return Step(kind="switch-side", says=says, lasts_ms=lasts_ms, exercise=exercise.id, side=side, left_at_ms=left_at_ms)


def _sets(item: Item, exercise: Exercise, *, is_new: bool) -> Iterator[Step]:
    for number in range(1, item.sets + 1):
        is_first = is_new and number == 1
        if number > 1 and item.rest_s:
            says = phrases.rest_line(number, item.sets)
            yield _rest(item, says, item.rest_s, number, is_last=number == item.sets)
        if item.hold_s is None:
            yield _work(item, exercise, number, is_new=is_first)
        else:
            yield from _holds(item, exercise, number, is_new=is_first)


def _work(item: Item, exercise: Exercise, number: int, *, is_new: bool) -> Step:
    says = phrases.work_line(item, number)
    lasts_ms, beat_ms = timing.work_ms(item, exercise.tempo_s), timing.beat_ms(exercise.tempo_s)
    signals = tuple(rep_signals(item.reps, beat_ms))
    return Step(
        kind="work",
        says=says,
        lines=_lines(exercise, says, signals, lasts_ms, turn=number - 1, is_new=is_new),
        lasts_ms=lasts_ms,
        beat_ms=beat_ms,
        exercise=item.exercise,
        side=item.side,
        set=number,
        sets=item.sets,
        reps=item.reps,
    )


def _holds(item: Item, exercise: Exercise, number: int, *, is_new: bool) -> Iterator[Step]:
    lasts_ms = (item.hold_s or 0) * 1000
    for rep in range(1, item.reps + 1):
        if rep > 1:
            yield _rest(item, phrases.let_go(), timing.LET_GO_S, number)
        says = phrases.hold_line(item, exercise, rep)
        signals, turn = tuple(hold_signals(lasts_ms)), (number - 1) * item.reps + rep - 1
        yield Step(
            kind="hold",
            says=says,
            lines=_lines(exercise, says, signals, lasts_ms, turn=turn, is_new=is_new and rep == 1),
            lasts_ms=lasts_ms,
            exercise=item.exercise,
            side=item.side,
            set=number,
            sets=item.sets,
            rep=rep,
            reps=item.reps,
        )


def _lines(
    exercise: Exercise, says: str, signals: tuple[Cue, ...], lasts_ms: int, *, turn: int, is_new: bool
) -> tuple[Cue, ...]:
    """The first time the steps, then the breathing and a cue; later one cue, another each time."""
    cue = exercise.cues[turn % len(exercise.cues)]
    may = (exercise.breathing, cue) if turn == 0 else (cue,)
    return tell(says, must=exercise.steps if is_new else (), may=may, signals=signals, lasts_ms=lasts_ms) or ()


def _rest(item: Item, says: str, seconds: int, number: int, *, is_last: bool = False) -> Step:
    return Step(
        kind="rest",
        says=says,
        lasts_ms=seconds * 1000,
        exercise=item.exercise,
        side=item.side,
        set=number,
        sets=item.sets,
        left_at_ms=timing.spoken_ms(says) + timing.BREATH_MS if is_last and seconds >= TELLS_LEFT_FROM_S else None,
    )


def _prescribed(script: Script) -> Iterator[Step]:
    level: Level = "up"
    before: str | None = None
    for part in script.parts:
        movement = part.choices[0]
        way = way_from(level, movement.ways)
        if way:
            yield way
        yield from movement.again if movement.again and before == movement.exercise else movement.steps
        level, before = movement.level, movement.exercise
    way = way_from(level, script.ways_up)
    if way:
        yield way
    yield script.finish
