"""Who moves up this week, and by what.

At most two rows a week; both sides of one drill move together or not at all. The places are given in the plan's order to
whoever is ready as far as pain is not concerned, and kept for them: a place that pain leaves empty goes to nobody, so more
pain in one drill never makes another harder. A step needs a coming day with room for it beside the steps before it; full days
keep their dose.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from psoas.adaptation.case import Case
from psoas.adaptation.history import progressed_in_last_week
from psoas.adaptation.openness import Openness
from psoas.adaptation.readiness import may_be_ready
from psoas.adaptation.step import steps_within
from psoas.adaptation.turning import change
from psoas.adaptation.window import Key, Row, week_of
from psoas.catalogue.catalogue import Catalogue
from psoas.planning.change import apply, fits
from psoas.planning.plan import Plan, PlanChange, Prescription
from psoas.vocabulary.evidence import Reason

MOST_A_WEEK = 2
"""psoas-opinion [D]."""
READY = Reason(id="ready", says="Done in full twice, and your body took it well. One small step up.", source="DOSE-10")
TOP = Reason(id="top-of-ladder", says="You are as far as this goes for now. Keeping it is the aim.", source="psoas-opinion")
ENOUGH = Reason(
    id="enough-this-week", says="Enough goes up this week. This one keeps its turn for later.", source="psoas-opinion"
)
NO_ROOM = Reason(
    id="no-room", says="A step up would not fit into the minutes you have, so it stays as it is.", source="psoas-opinion"
)


def places(
    cases: Sequence[Case], plan: Plan, *, openness: Openness, catalogue: Catalogue, today: date
) -> Mapping[Key, PlanChange | Reason]:
    """For every row that may be ready: the step kept for it, or why there is none."""
    left = MOST_A_WEEK - progressed_in_last_week(plan, today=today)
    in_week = frozenset(case.row.exercise for case in cases)
    drills: dict[str, list[Row]] = {}
    for case in cases:
        if may_be_ready(case):
            drills.setdefault(case.row.exercise, []).append(case.row)
    found: dict[Key, PlanChange | Reason] = {}
    for rows in drills.values():
        steps = [tuple(_steps(row, openness=openness, week=week_of(plan, today=today), taken=in_week)) for row in rows]
        taken, plan = _take(rows, steps, plan, left, catalogue=catalogue, today=today)
        left -= sum(isinstance(step, PlanChange) for step in taken.values())
        found.update(taken)
    return found


def _take(
    rows: list[Row], steps: list[tuple[Prescription, ...]], plan: Plan, left: int, *, catalogue: Catalogue, today: date
) -> tuple[dict[Key, PlanChange | Reason], Plan]:
    """Both sides of a drill get a place, or both the same reason why not; with the plan in which the places are kept."""
    ready = [(row, offered) for row, offered in zip(rows, steps, strict=True) if offered]
    if not ready:
        return dict.fromkeys(map(_key, rows), TOP), plan
    if len(ready) > left:
        return dict.fromkeys(map(_key, rows), ENOUGH), plan
    for rank in range(max(len(offered) for _, offered in ready)):
        changes = [change(row, "progress", offered[min(rank, len(offered) - 1)], (READY,)) for row, offered in ready]
        if (changed := _with_all(plan, changes, catalogue=catalogue, today=today)) is not None:
            kept = {(step.exercise, step.side): step for step in changes}
            return {_key(row): kept.get(_key(row), TOP) for row in rows}, changed
    return dict.fromkeys(map(_key, rows), NO_ROOM), plan


def _with_all(plan: Plan, changes: list[PlanChange], *, catalogue: Catalogue, today: date) -> Plan | None:
    """The plan with all of these steps; None where one of them does not fit beside the others."""
    for step in changes:
        if not fits(plan, step, on=today, catalogue=catalogue):
            return None
        plan = apply(plan, (step,), on=today, catalogue=catalogue)
    return plan


def _steps(row: Row, *, openness: Openness, week: int, taken: frozenset[str]) -> Iterator[Prescription]:
    """Within the movement; at its top the next rung, when its week has come and it is not in the plan already."""
    within = tuple(steps_within(row.dose, openness.catalogue.exercises[row.exercise]))
    rung = openness.harder(row.exercise) if not within else None
    yield from within
    if rung is not None and rung.week <= week and rung.id not in taken:
        yield openness.lowest(rung)


def _key(row: Row) -> Key:
    return row.exercise, row.side
