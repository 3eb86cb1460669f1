"""The matrix: every exercise and test against every condition, operation, phase and combination.

    open       nothing in the row is forbidden
    changed    open, and the movement itself says what to change (a caution that names this row or one it is like)
    closed     forbidden, with the reasons

It is derived from demands and what forbids them, and from nothing else; a clinician signs what is printed from it.
"""

from collections.abc import Iterator
from typing import Literal

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit, closed_by
from psoas.catalogue.entries import Exercise, Test
from psoas.catalogue.safety_rules import Condition
from psoas.screening.condition_rows import limits_from, names_of
from psoas.vocabulary.evidence import Reason, Status
from psoas.vocabulary.value import value

State = Literal["open", "changed", "closed"]


@value
class Cell:
    """One movement under one row. `statuses`: how far each reason was checked, in the same order."""

    movement: str
    condition: str
    state: State
    reasons: tuple[Reason, ...] = ()
    statuses: tuple[Status, ...] = ()


def derive(catalogue: Catalogue) -> tuple[Cell, ...]:
    """All cells, movement by movement, in the order of the catalogue."""
    rules = [(row, limits_from(row, catalogue), frozenset(names_of(row, catalogue))) for row in catalogue.conditions.values()]
    movements: tuple[Exercise | Test, ...] = (*catalogue.exercises.values(), *catalogue.tests.values())
    return tuple(_cell(movement, row, limits, names) for movement in movements for row, limits, names in rules)


def _cell(movement: Exercise | Test, row: Condition, limits: tuple[Limit, ...], names: frozenset[str]) -> Cell:
    closing = tuple(_closing(movement, limits))
    if closing:
        reasons, statuses = zip(*closing, strict=True)
        return Cell(movement=movement.id, condition=row.id, state="closed", reasons=reasons, statuses=statuses)
    changes = tuple(caution for caution in movement.cautions if caution.when in names)
    return Cell(
        movement=movement.id,
        condition=row.id,
        state="changed" if changes else "open",
        reasons=tuple(Reason(id=row.id, says=change.says, source=change.source) for change in changes),
        statuses=tuple(change.status for change in changes),
    )


def _closing(movement: Exercise | Test, limits: tuple[Limit, ...]) -> Iterator[tuple[Reason, Status]]:
    for limit in limits:
        yield from ((reason, limit.status) for reason in closed_by(movement.id, movement.demands, (limit,)))
