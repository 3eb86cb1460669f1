"""A plan made from what is on record."""

from datetime import date, timedelta

from psoas import journey
from psoas.records import actions, queries
from psoas.web.plan.situation import situation


def make_plan(*, today: date, reason: str) -> None:
    """The first plan begins tomorrow, because today has the first session; a later one begins today."""
    screened = queries.screened()
    if screened is None:
        raise ValueError("a plan needs an intake on record")
    examinations = queries.examinations()
    start = today + timedelta(days=1) if reason == "made" else today
    plan = journey.plan(screened.intake, examinations[-1] if examinations else None, start=start, today=today)
    actions.keep_plan(plan=plan, reason=reason, on=today)


SAFER_AT_ONCE = ("stop", "replace")
"""Changes that do not wait to be accepted. A replacement can be undone; a stop cannot."""


def keep_safe(*, today: date) -> int:
    """Apply what adaptation stops or replaces; answers with how many. Where all is stopped, the page says so instead."""
    with actions.alone():  # a change made in another window meanwhile must not undo this, nor this undo it
        now = situation(today)
        if now.plan is None or now.stopped:
            return 0
        changes = tuple(row for row in now.proposed if row.change in SAFER_AT_ONCE)
        if changes:
            actions.keep_plan(plan=journey.apply(now.plan, changes, now.diary, on=today), reason="adapted", on=today)
        return len(changes)
