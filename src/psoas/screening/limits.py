"""The limits that hold for a person: every row of their conditions, phases and answers, and what their clinicians set.

Limits combine and the strictest wins, because one is enough to close a movement (`catalogue.demands.closed_by`).
"""

from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Limit
from psoas.catalogue.safety_rules import Condition
from psoas.screening.binding_limits import limits_set
from psoas.screening.circumstance import circumstances
from psoas.screening.condition_rows import limits_from, names_of
from psoas.screening.intake import Intake
from psoas.screening.red_flags import findings
from psoas.screening.returns import limits_asked


def limits_of(intake: Intake, *, catalogue: Catalogue, today: date, below_steadi: bool = False) -> tuple[Limit, ...]:
    """All limits, in the order of the catalogue; then those that clinicians set."""
    holding = rows_holding(intake, catalogue=catalogue, today=today, below_steadi=below_steadi)
    of_rows = (limit for row in holding for limit in limits_from(row, catalogue))
    return (*of_rows, *limits_set(intake.clinician_limits, catalogue=catalogue, today=today))


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


def concerning(intake: Intake, *, catalogue: Catalogue, today: date, below_steadi: bool = False) -> frozenset[str]:
    """Ids of all rows whose cautions are meant for this person: those that hold, and those they are like."""
    holding = rows_holding(intake, catalogue=catalogue, today=today, below_steadi=below_steadi)
    return frozenset(name for row in holding for name in names_of(row, catalogue))
