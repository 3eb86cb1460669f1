"""A hard day: pain told today that stands clearly above what is usual for this person.

6 or more, and two points above the usual: the bounds at which adaptation eases (PAIN-2; two points are an important change,
PRO-1). Somebody whose usual pain is high has no hard day at their usual.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from psoas.adaptation.baseline import base_of
from psoas.adaptation.severity import ABOVE_BASE
from psoas.diary.entry import Entry
from psoas.planning.plan import Plan
from psoas.vocabulary.scales import HIGH, PainScore
from psoas.vocabulary.value import value


@value
class HardDay:
    pain: PainScore
    usual: float


def hard_day(entries: Sequence[Entry], plan: Plan, *, today: date) -> HardDay | None:
    """Today, where it is one; None where nobody has said how it is."""
    pain = _told_last(entries, today=today)
    usual = base_of([entry for entry in entries if entry.on < today], plan, today=today)
    if pain is None or pain < max(HIGH, usual + ABOVE_BASE):
        return None
    return HardDay(pain=pain, usual=usual)


def _told_last(entries: Sequence[Entry], *, today: date) -> PainScore | None:
    """After moving, before it, or this morning: the latest of what was told."""
    by_day = {entry.on: entry.pain for entry in entries}
    now, before = by_day.get(today), by_day.get(today - timedelta(days=1))
    told = (now.after if now else None, now.before if now else None, before.next_morning if before else None)
    return next((pain for pain in told if pain is not None), None)
