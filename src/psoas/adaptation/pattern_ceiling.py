"""The finished week, held under the ceiling of each pattern: the last thing that is done, whatever decided the rows before.

    as it could be     the calendar's doses with every step kept for somebody: what it would exceed is capped
    as it is           the rows as they were decided: what still exceeds is capped too

The first reads no pain, so that more pain in one row never leaves more to another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from psoas.adaptation.case import Case
from psoas.adaptation.coming_week import Key, coming_days
from psoas.adaptation.load import LoadCeiling, group_of
from psoas.catalogue.catalogue import Catalogue
from psoas.planning.amendment import amend_day
from psoas.planning.dose import Dose
from psoas.planning.plan import Day, Plan, PlanChange, Prescription

LESS = frozenset({"ease", "reduce", "replace", "stop"})


def within_ceiling(
    rows: Sequence[PlanChange],
    cases: Sequence[Case],
    plan: Plan,
    *,
    ceiling: LoadCeiling,
    steps: Sequence[PlanChange],
    catalogue: Catalogue,
    today: date,
) -> list[PlanChange]:
    """The same rows, with what would go over the ceiling at its cap."""
    days = coming_days(plan, today=today)
    ready = _ready(cases, rows, catalogue, today)
    for changes in (steps, rows):
        caps = ceiling.caps(_with(days, changes, plan, catalogue), ready)
        rows = [_at_most(row, caps, catalogue) for row in rows]
    return list(rows)


def _with(days: Sequence[Day], changes: Sequence[PlanChange], plan: Plan, catalogue: Catalogue) -> list[Day]:
    """These days after the changes, whatever the minutes say of a step."""
    made = list(days)
    for change in changes:
        made = [amend_day(day, change, minutes=plan.intake.minutes_per_day, catalogue=catalogue) for day in made]
    return made


def _ready(cases: Sequence[Case], rows: Sequence[PlanChange], catalogue: Catalogue, today: date) -> Mapping[str, bool]:
    """A pattern is ready where its movements were done twice in full and none of its rows is made easier. A new rung was asked
    about before it came (`pace`)."""
    lowered = {group_of(catalogue.exercises[row.exercise]) for row in rows if row.change in LESS}
    found: dict[str, bool] = {}
    for case in cases:
        group = group_of(catalogue.exercises[case.row.exercise])
        done = case.last_two_in_full or not any(day < today for day in case.row.prescribed)
        found[group] = found.get(group, True) and done and group not in lowered
    return found


def _at_most(row: PlanChange, caps: Mapping[Key, Dose], catalogue: Catalogue) -> PlanChange:
    name = row.to.exercise or row.exercise
    cap = caps.get((name, row.side))
    if row.change not in {"hold", "progress"} or cap is None or row.to.dose.amount <= cap.amount:
        return row
    said = catalogue.reason("enough-this-week" if row.change == "progress" else "calendar-waits")
    here = name == row.exercise
    kept = min(row.from_.dose, cap, key=lambda dose: dose.amount) if row.change == "progress" and here else cap
    if row.change == "progress" and not here:
        return replace(row, change="hold", to=row.from_, because=(said,))
    to = Prescription(exercise=name, sets=kept.sets, reps=kept.reps, hold_s=kept.hold_s, load=kept.load)
    return replace(row, change="hold", to=to, because=(said,))
