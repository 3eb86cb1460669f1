"""Closing rules: they name what exists, say why in plain words, and leave everybody something to do."""

from collections.abc import Iterator
from typing import get_args

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Demands, meets
from psoas.catalogue.entries import Exercise, Finding, Habit, Test
from psoas.catalogue.safety_rules import Condition, LimitRow

FEWEST_WORDS = 4
"""A reason of fewer words names a thing and explains nothing."""
FEWEST_OPEN = 9
"""The open core of somebody in the first weeks after a fusion: the smallest one there is."""
ALWAYS_OPEN = ("breathing", "walking", "indoor-walk")
WALKING_WAITS = ("loaded-groin-ache", "thigh-ache-with-bone-medicine")
"""A bone that may be tired is walked on for one's own errands only until it has been looked at."""


def unknown_limits(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A condition names an exercise, a demand or a row that does not exist."""
    for condition in catalogue.conditions.values():
        for name in _astray(condition, catalogue):
            yield condition.id, f"nothing is called {name}"


def _astray(condition: Condition, catalogue: Catalogue) -> Iterator[str]:
    yield from (name for name in condition.like if name not in catalogue.conditions)
    for row in condition.limits:
        yield from (name for name in (*row.closes, *row.opens) if not _is_movement(name, catalogue))
        if row.forbid and row.forbid.demand not in Demands.__dataclass_fields__:
            yield row.forbid.demand


def _is_movement(name: str, catalogue: Catalogue) -> bool:
    return name in catalogue.exercises or name in catalogue.tests


def unknown_conditions(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A caution, habit, stage or guide names a condition that does not exist."""
    for where, condition in _named_conditions(catalogue):
        if condition not in catalogue.conditions:
            yield where, f"no condition {condition}"


def _named_conditions(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    entries: tuple[Exercise | Test | Habit, ...] = (
        *catalogue.exercises.values(),
        *catalogue.tests.values(),
        *catalogue.habits.values(),
    )
    for entry in entries:
        yield from ((entry.id, caution.when) for caution in entry.cautions if caution.when is not None)
    for habit in catalogue.habits.values():
        yield from ((habit.id, name) for name in habit.when)
    for stage in catalogue.stages.values():
        yield from ((stage.id, name) for name in stage.rows)
    for guide in catalogue.guides.values():
        yield from ((guide.id, name) for name in guide.when)


def unexplained_limits(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A closing rule without a whole sentence that tells the person why."""
    for condition in catalogue.conditions.values():
        for row in condition.limits:
            if len(row.says.split()) < FEWEST_WORDS or not row.says.endswith("."):
                yield condition.id, f"closes with “{row.says}”"


def silent_exceptions(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A named exception is a changed movement: its entry tells these people what to change."""
    for condition in catalogue.conditions.values():
        told = {condition.id, *(row.id for row in catalogue.conditions.values() if condition.id in row.like)}
        for name in (name for limit in condition.limits for name in limit.opens):
            entry = catalogue.exercises.get(name) or catalogue.tests.get(name)
            if entry is not None and not any(caution.when in told for caution in entry.cautions):
                yield name, f"stays open for {condition.id} and does not say what to change"


def unanswered_findings(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A finding for which there is no drill, or none off the floor from twelve weeks after a fusion on."""
    for finding in get_args(Finding):
        drills = [exercise for exercise in catalogue.exercises.values() if finding in exercise.targets.answers]
        if not drills:
            yield finding, "no exercise answers it"
        elif not any(_is_gentle(drill) for drill in drills) and finding not in SPINE_FINDINGS:
            yield finding, "only movements on the floor, or late after an operation, answer it"


SPINE_FINDINGS = ("thoracic-rotation-stiffness",)
"""Turning the trunk waits for half a year after a fusion whatever the drill."""


def _is_gentle(drill: Exercise) -> bool:
    return not drill.demands.floor_transfer and drill.demands.healing_weeks <= 12


def empty_weeks(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A row that closes walking or breathing, or leaves fewer movements than the first weeks after a fusion do."""
    for condition in catalogue.conditions.values():
        limits = tuple(_limits(condition, catalogue))
        open_ids = [one.id for one in catalogue.exercises.values() if not any(_closes(row, one) for row in limits)]
        kept = {*ALWAYS_OPEN} - ({"walking", "indoor-walk"} if condition.id in WALKING_WAITS else set())
        yield from ((condition.id, f"closes {name}") for name in sorted(kept) if name not in open_ids)
        if len(open_ids) < FEWEST_OPEN:
            yield condition.id, f"leaves {len(open_ids)} movements"


def _limits(condition: Condition, catalogue: Catalogue) -> Iterator[LimitRow]:
    yield from condition.limits
    for name in condition.like:
        if name in catalogue.conditions:
            yield from _limits(catalogue.conditions[name], catalogue)


def _closes(row: LimitRow, exercise: Exercise) -> bool:
    if exercise.id in row.closes:
        return True
    if row.forbid is None or row.forbid.demand not in Demands.__dataclass_fields__ or exercise.id in row.opens:
        return False
    return meets(exercise.demands, row.forbid)


def astray_on_the_path(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A stage or guide after a fusion names what does not exist, or a movement that heals later than the stage."""
    for stage in catalogue.stages.values():
        yield from ((stage.id, f"no habit {name}") for name in stage.habits if name not in catalogue.habits)
        for name in stage.exercises:
            if name not in catalogue.exercises:
                yield stage.id, f"no exercise {name}"
            elif catalogue.exercises[name].demands.healing_weeks > stage.healing_weeks:
                yield stage.id, f"{name} opens later than this stage"
    for guide in catalogue.guides.values():
        yield from ((guide.id, f"no exercise {name}") for name in guide.practises if name not in catalogue.exercises)
