"""The limits that hold for a person: every row of their conditions, phases and answers, as forbidden demands.

Limits combine and the strictest wins, because one is enough to close a movement (`catalogue.demands.closed_by`).
"""

from collections.abc import Iterator
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit, closed_by
from psoas.catalogue.rules import Condition, LimitRow
from psoas.screening.circumstance import circumstances
from psoas.screening.flags import findings
from psoas.screening.intake import Intake
from psoas.screening.returns import limits_asked


def limits_of(intake: Intake, *, catalogue: Catalogue, today: date, below_steadi: bool = False) -> tuple[Limit, ...]:
    """All limits, in the order of the catalogue."""
    holding = rows_holding(intake, catalogue=catalogue, today=today, below_steadi=below_steadi)
    return tuple(limit for row in holding for limit in limits_from(row, catalogue))


def rows_holding(intake: Intake, *, catalogue: Catalogue, today: date, below_steadi: bool = False) -> tuple[Condition, ...]:
    """The condition rows that hold: by circumstance, by answer, by what a returning clinician asked."""
    names = {
        *circumstances(intake, today=today, below_steadi=below_steadi),
        *(limit for found in findings(intake, catalogue=catalogue, today=today) for limit in found.limits),
        *limits_asked(intake.returns, catalogue=catalogue),
    }
    if missing := sorted(names - set(catalogue.conditions)):
        raise KeyError(f"conditions.toml has no row {missing[0]}")
    return tuple(row for row in catalogue.conditions.values() if row.id in names)


def limits_from(row: Condition, catalogue: Catalogue) -> tuple[Limit, ...]:
    """What one row closes, with all that it shares with other rows, under its own id."""
    return tuple(_limit(row.id, limit) for limit in _limit_rows(row, catalogue))


def _limit_rows(row: Condition, catalogue: Catalogue) -> Iterator[LimitRow]:
    yield from row.limits
    for name in row.like:
        yield from _limit_rows(catalogue.conditions[name], catalogue)


def _limit(name: str, row: LimitRow) -> Limit:
    return Limit(
        id=name,
        forbid=row.forbid,
        closes=row.closes,
        opens=row.opens,
        says=row.says,
        source=row.source,
        status=row.status,
    )


def concerning(intake: Intake, *, catalogue: Catalogue, today: date, below_steadi: bool = False) -> frozenset[str]:
    """Ids of all rows whose cautions are meant for this person: those that hold, and those they are like."""
    holding = rows_holding(intake, catalogue=catalogue, today=today, below_steadi=below_steadi)
    return frozenset(name for row in holding for name in names_of(row, catalogue))


def names_of(row: Condition, catalogue: Catalogue) -> Iterator[str]:
    """A row's own id and those of the rows it is like."""
    yield row.id
    for name in row.like:
        yield from names_of(catalogue.conditions[name], catalogue)


def closes_something(row: Condition, catalogue: Catalogue) -> bool:
    """Does this row close at least one exercise?"""
    limits = limits_from(row, catalogue)
    return any(closed_by(exercise.id, exercise.demands, limits) for exercise in catalogue.exercises.values())
