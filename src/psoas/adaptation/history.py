"""What was already changed, and when: accepted changes answer what was felt before them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from psoas.adaptation.window import Row
from psoas.diary.entry import Entry
from psoas.planning.plan import Applied, ChangeKind, Plan

PROGRESS_REST_DAYS = 7
"""A drill that moved up rests so many days before it moves up again: psoas-opinion [D]."""
CHANGES_THAT_ANSWER: tuple[ChangeKind, ...] = ("progress", "reduce", "replace", "stop")


def changed_on(row: Row, plan: Plan) -> date:
    """The first day of the row's present dose, as far as changes (or undoing one) made it."""
    return max((applied.undone_on or applied.on for applied in _concerning(row, plan)), default=date.min)


def progressed_lately(exercise: str, plan: Plan, *, today: date) -> bool:
    """Did this drill move up, on either side, within the last seven days? An undone step counts too: it was too much."""
    return any(
        _is_late_progress(applied, today) and exercise in (applied.change.exercise, applied.change.to.exercise)
        for applied in plan.applied
    )


def progressed_in_last_week(plan: Plan, *, today: date) -> int:
    """How many rows moved up within the last seven days, undone ones too."""
    return sum(_is_late_progress(applied, today) for applied in plan.applied)


def eased_in_gap(row: Row, plan: Plan, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Ids of the reasons for which the row was changed since the last entry: the same gap eases it once."""
    last = max((entry.on for entry in entries if not entry.only_answers), default=date.min)
    return tuple(
        reason.id
        for applied in _concerning(row, plan)
        if applied.on > last and applied.undone_on is None
        for reason in applied.change.because
    )


def _is_late_progress(applied: Applied, today: date) -> bool:
    return applied.change.change == "progress" and applied.on > today - timedelta(days=PROGRESS_REST_DAYS)


def _concerning(row: Row, plan: Plan) -> Iterator[Applied]:
    """The accepted changes that made this row what it is."""
    for applied in plan.applied:
        change = applied.change
        same_side = "both" in (row.side, change.side) or row.side == change.side
        if row.exercise in (change.exercise, change.to.exercise) and same_side and change.change in CHANGES_THAT_ANSWER:
            yield applied
