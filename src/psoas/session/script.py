"""Script: a session as ordered steps, each with what is printed and spoken.

Every item of the session becomes a part. The parts come in the order of the session, then the way up and the last line.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Item, Session, SessionKind
from psoas.session import timing, wording
from psoas.session.steps import Level, Lines, Movement, Part, Step, Ways, way_from
from psoas.vocabulary.body import Side
from psoas.vocabulary.value import value

NOTHING_ELSE: Mapping[str, tuple[Item, ...]] = MappingProxyType({})


@value
class Script:
    kind: SessionKind
    parts: tuple[Part, ...]
    ways_up: Ways
    finish: Step
    lines: Lines

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
        finish=Step(kind="finish", says=wording.FINISH, lasts_ms=0),
        lines=wording.LINES,
    )


def _part(item: Item, instead: tuple[Item, ...], catalogue: Catalogue) -> Part:
    fitting = [other for other in instead if item.side == "both" or other.side in (item.side, "both")]
    others = [tuple(same) for _, same in groupby(fitting, key=lambda other: other.exercise)]
    return Part(choices=tuple(_movement(items, catalogue) for items in ((item,), *others)))


def _movement(items: tuple[Item, ...], catalogue: Catalogue) -> Movement:
    """One item; or the two sides of one exercise, where it stands in for a movement without sides."""
    first = items[0]
    exercise = catalogue.exercises[first.exercise]
    level = wording.LEVELS[exercise.demands.surface]
    return Movement(
        exercise=first.exercise,
        name=exercise.names.plain,
        side=first.side if len(items) == 1 else "both",
        level=level,
        sets=first.sets,
        reps=first.reps,
        hold_s=first.hold_s,
        load=first.load,
        ways=_ways(level),
        switch=_switch(exercise, first.side) if len(items) == 1 and first.side != "both" else None,
        steps=tuple(_steps(items, exercise)),
    )


def _ways(to: Level) -> Ways:
    return Ways(up=_way("up", to), bed=_way("bed", to), floor=_way("floor", to))


def _way(came_from: Level, to: Level) -> Step | None:
    if came_from == to:
        return None
    says = wording.change_level_line(came_from, to)
    return Step(kind="change-level", says=says, lasts_ms=timing.CHANGE_LEVEL_S * 1000)


def _steps(items: tuple[Item, ...], exercise: Exercise) -> Iterator[Step]:
    for number, item in enumerate(items):
        yield _switch(exercise, item.side) if number else _ready(exercise, item.side)
        yield from _sets(item, exercise)


def _ready(exercise: Exercise, side: Side) -> Step:
    says = wording.ready_line(exercise, side)
    return Step(
        kind="get-ready", says=says, lasts_ms=timing.READY_S * 1000, exercise=exercise.id, side=side, cues=exercise.steps
    )


def _switch(exercise: Exercise, side: Side) -> Step:
    says = wording.switch_line(exercise, side)
    lasts_ms = timing.SWITCH_SIDE_S * 1000
    return Step(kind="switch-side", says=says, lasts_ms=lasts_ms, exercise=exercise.id, side=side, cues=exercise.steps)


def _sets(item: Item, exercise: Exercise) -> Iterator[Step]:
    for number in range(1, item.sets + 1):
        if number > 1 and item.rest_s:
            yield _rest(item, wording.rest_line(number, item.sets), item.rest_s, number)
        if item.hold_s is None:
            yield _work(item, exercise, number)
        else:
            yield from _holds(item, exercise, number)


def _work(item: Item, exercise: Exercise, number: int) -> Step:
    says = wording.work_line(item, exercise, number)
    return Step(
        kind="work",
        says=says,
        lasts_ms=timing.work_ms(item, exercise.tempo_s),
        beat_ms=timing.beat_ms(exercise.tempo_s),
        exercise=item.exercise,
        side=item.side,
        set=number,
        sets=item.sets,
        reps=item.reps,
        cues=_cues(exercise, said=says),
    )


def _holds(item: Item, exercise: Exercise, number: int) -> Iterator[Step]:
    for rep in range(1, item.reps + 1):
        if rep > 1:
            yield _rest(item, "Let go.", timing.LET_GO_S, number)
        says = wording.hold_line(item, exercise, rep)
        yield Step(
            kind="hold",
            says=says,
            lasts_ms=(item.hold_s or 0) * 1000,
            exercise=item.exercise,
            side=item.side,
            set=number,
            sets=item.sets,
            rep=rep,
            reps=item.reps,
            cues=_cues(exercise, said=says),
        )


def _rest(item: Item, says: str, seconds: int, number: int) -> Step:
    lasts_ms = seconds * 1000
    return Step(kind="rest", says=says, lasts_ms=lasts_ms, exercise=item.exercise, side=item.side, set=number, sets=item.sets)


def _cues(exercise: Exercise, *, said: str) -> tuple[str, ...]:
    """What to keep in mind, without what the line says already."""
    return tuple(cue for cue in (*exercise.cues, exercise.breathing) if cue not in said)


def _prescribed(script: Script) -> Iterator[Step]:
    level: Level = "up"
    before: str | None = None
    for part in script.parts:
        movement = part.choices[0]
        way = way_from(level, movement.ways)
        if way:
            yield way
        yield movement.switch if movement.switch and before == movement.exercise and not way else movement.steps[0]
        yield from movement.steps[1:]
        level, before = movement.level, movement.exercise
    way = way_from(level, script.ways_up)
    if way:
        yield way
    yield script.finish
