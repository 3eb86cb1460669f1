"""What was already changed, and when: accepted changes answer what was felt before them; what hurt is remembered."""

from collections.abc import Iterator
from datetime import date, timedelta

from psoas.adaptation.coming_week import WeekRow
from psoas.planning.plan import Applied, ChangeKind, Plan, PlanChange

PROGRESS_REST_DAYS = 5
"""A drill that moved up rests so many days before it moves up again: psoas-opinion [D]."""
ASIDE_DAYS = 21
"""What hurt stays out three weeks, then comes back from the easier rung: psoas-opinion [D]."""
ANSWERS: tuple[ChangeKind, ...] = ("progress", "ease", "restore", "reduce", "replace", "stop")
OWN_CHOICE = "own-choice"
"""The reason of a change made by hand: a wish, not a movement that hurt."""


def answered_on(row: WeekRow, plan: Plan) -> date:
    """The first day of the row's present dose, as far as changes (or undoing one) made it."""
    return max((applied.undone_on or applied.on for applied in _concerning(row, plan)), default=date.min)


def progressed_lately(exercise: str, plan: Plan, *, today: date) -> bool:
    """Did this drill move up, on either side, within the last five days? An undone step counts too: it was too much."""
    return any(
        applied.change.change == "progress"
        and applied.on > today - timedelta(days=PROGRESS_REST_DAYS)
        and exercise in (applied.change.exercise, applied.change.to.exercise)
        for applied in plan.applied
    )


def last_progress(exercise: str, plan: Plan) -> date:
    """When this drill last moved up: who has waited longest comes first."""
    steps = (known for known in plan.applied if known.change.change == "progress")
    return max(
        (known.on for known in steps if exercise in (known.change.exercise, known.change.to.exercise)), default=date.min
    )


def put_aside(plan: Plan, *, today: date) -> frozenset[str]:
    """Movements that were replaced or stopped within three weeks because of how they felt."""
    first = today - timedelta(days=ASIDE_DAYS)
    return frozenset(
        known.change.exercise
        for known in plan.applied
        if known.on > first and known.undone_on is None and _because_it_hurt(known.change)
    )


def times_replaced(exercise: str, plan: Plan, *, today: date) -> int:
    """How often within three weeks, both sides counted once a day."""
    first = today - timedelta(days=ASIDE_DAYS)
    return len(
        {
            known.on
            for known in plan.applied
            if known.on > first and known.change.exercise == exercise and _because_it_hurt(known.change)
        }
    )


def latest_overlay(row: WeekRow, plan: Plan) -> Applied | None:
    """The easing (or its half-way restoring) of this row that nothing has answered since; running or over."""
    concerning = _concerning(row, plan, kinds=(*ANSWERS, "hold"))
    latest = next(reversed([known for known in concerning if known.undone_on is None]), None)
    if latest is None or latest.change.until is None or latest.change.change not in ("ease", "restore"):
        return None
    return latest


def eased_until(plan: Plan, *, today: date) -> date | None:
    """The day on which the easing that runs today ends, half-way giving back included; None where none runs."""
    running: dict[tuple[str, str], date] = {}
    for known in plan.applied:
        change = known.change
        if known.undone_on is None and change.change in ("ease", "restore"):
            running[(change.exercise, change.side)] = change.until or date.min
    return max((until for until in running.values() if until > today), default=None)


def _because_it_hurt(change: PlanChange) -> bool:
    by_hand = any(reason.id == OWN_CHOICE for reason in change.because)
    return change.change in ("replace", "stop") and not by_hand


def _concerning(row: WeekRow, plan: Plan, *, kinds: tuple[ChangeKind, ...] = ANSWERS) -> Iterator[Applied]:
    """The accepted changes that made this row what it is."""
    for applied in plan.applied:
        change = applied.change
        same_side = "both" in (row.side, change.side) or row.side == change.side
        if row.exercise in (change.exercise, change.to.exercise) and same_side and change.change in kinds:
            yield applied
