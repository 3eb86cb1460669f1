"""The circumstances that steer a plan: what screening knows, and what planning reads from the intake itself.

older                from 65
afraid-of-falling    worried about falling, as told
cannot-stand         does not stand, or gets about in a wheelchair
stands-with-support  as told
fused-six-months     a lumbar fusion half a year ago or longer, cleared
operated, expecting  any operation on record, any pregnancy
"""

from collections.abc import Iterator
from datetime import date, timedelta

from psoas.screening.circumstance import circumstances
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake
from psoas.vocabulary.dates import DayOrYear

OLDER_AGE = 65
SIX_MONTHS = timedelta(days=183)


def circumstances_of(intake: Intake, *, clearance: Clearance, on: date | None) -> frozenset[str]:
    """Ids: conditions, operations, phases, limits that hold, and what is derived here. Without a day, what needs none."""
    operations = {surgery.what for surgery in intake.surgeries}
    limits = {limit.id for limit in clearance.limits}
    known = circumstances(intake, today=on) if on else ()
    return frozenset(
        {*intake.conditions, *operations, *limits, *known, *_derived(intake), *(_by_day(intake, on) if on else ())}
    )


def cannot_stand(intake: Intake) -> bool:
    """Does not stand, or sits in a wheelchair: nothing that stands or walks."""
    return intake.stands == "no" or (intake.walking is not None and intake.walking.aid == "wheelchair")


def _derived(intake: Intake) -> Iterator[str]:
    if intake.falls is not None and intake.falls.worried:
        yield "afraid-of-falling"
    if cannot_stand(intake):
        yield "cannot-stand"
    elif intake.stands == "with-support":
        yield "stands-with-support"
    if intake.surgeries:
        yield "operated"
    if intake.pregnancy is not None:
        yield "expecting"


def _by_day(intake: Intake, on: date) -> Iterator[str]:
    if intake.age(on) >= OLDER_AGE:
        yield "older"
    for surgery in intake.surgeries:
        cleared = surgery.cleared_on is not None or surgery.discharged
        if surgery.what == "lumbar-fusion" and cleared and surgery.on is not None and _last_day(surgery.on) + SIX_MONTHS <= on:
            yield "fused-six-months"


def _last_day(when: DayOrYear) -> date:
    """A year alone is read as its last day."""
    return when if isinstance(when, date) else date(int(when), 12, 31)
