"""A row of the catalogue's conditions: what it closes, with all that it shares with the rows it is like."""

from collections.abc import Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit, closed_by
from psoas.catalogue.safety_rules import Condition, LimitRow


def limits_from(row: Condition, catalogue: Catalogue) -> tuple[Limit, ...]:
    """What one row closes, with all that it shares with other rows, under its own id."""
    return tuple(limit.asked_by(row.id) for limit in _limit_rows(row, catalogue))


def _limit_rows(row: Condition, catalogue: Catalogue) -> Iterator[LimitRow]:
    yield from row.limits
    for name in row.like:
        yield from _limit_rows(catalogue.conditions[name], catalogue)


def names_of(row: Condition, catalogue: Catalogue) -> Iterator[str]:
    """A row's own id and those of the rows it is like."""
    yield row.id
    for name in row.like:
        yield from names_of(catalogue.conditions[name], catalogue)


def closes_something(row: Condition, catalogue: Catalogue) -> bool:
    """Does this row close at least one exercise?"""
    limits = limits_from(row, catalogue)
    return any(closed_by(exercise.id, exercise.demands, limits) for exercise in catalogue.exercises.values())
