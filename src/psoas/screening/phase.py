"""Where a person stands after an operation, in days since it and by what the surgeon has said.

    lumbar fusion        0-6, 6-12, 12-24 and beyond 24 weeks; how many levels, and how far up or down
    any spine or hip     under 12 weeks (< 84 days), or not cleared: restricted
    hip replacement      limits hold under 12 weeks and until the surgeon lifts them; with a lumbar fusion at any time, unless
                         lifted by a surgeon who knew of both
    belly, birth, other  under 12 weeks

    planned operation    a row of its own until its day; from then on it counts as done and not cleared

Doubt closes. A day that is not known is read from the clearance (the operation came before it); without that it counts as
today. `discharged` says by its meaning "over twelve months ago", so it stands in for an unknown day and never against a known
one. A year alone is its 31 December where a late day is the careful reading, and its 1 January where an early one is.
"""

from collections.abc import Iterator
from datetime import date

from psoas.screening.intake import Intake, Operation, Surgery
from psoas.vocabulary.body import LUMBAR_LEVELS, Level
from psoas.vocabulary.dates import DayOrYear, read_day

SPINE: tuple[Operation, ...] = ("lumbar-fusion", "decompression", "discectomy", "disc-replacement")
SPINE_OR_HIP: tuple[Operation, ...] = (*SPINE, "hip-replacement")
JOINTS: tuple[Operation, ...] = ("hip-replacement", "knee-replacement")
BELLY: tuple[Operation, ...] = ("abdominal-or-pelvic", "caesarean")

SIX_WEEKS = 42
TWELVE_WEEKS = 84
TWENTY_FOUR_WEEKS = 168
SIX_MONTHS = 183
TWELVE_MONTHS = 365
LONG_FUSION = 4
"""Levels from which a fusion counts as long: PT-REVIEW; see also FUS-H5."""


def days_since(surgery: Surgery, *, today: date) -> int:
    """Days since the operation, never more than is certain; 0 when nothing is known."""
    if surgery.on is not None:
        return max(0, (today - read_day(surgery.on, today=today)).days)
    if surgery.cleared_on is not None:
        return max(0, (today - read_day(surgery.cleared_on, today=today)).days)
    return TWELVE_MONTHS + 1 if surgery.discharged else 0


def is_cleared(surgery: Surgery, *, today: date) -> bool:
    """Cleared by the surgeon on a day that has come, or discharged over twelve months ago."""
    if surgery.cleared_on is not None and read_day(surgery.cleared_on, today=today) <= today:
        return True
    return bool(surgery.discharged) and days_since(surgery, today=today) > TWELVE_MONTHS


def surgeries_by(intake: Intake, *, today: date) -> tuple[Surgery, ...]:
    """The operations on record, and a planned one whose day has come and that nobody has told of since: not cleared."""
    ahead = intake.operation_ahead
    if ahead is None or ahead.on is None or ahead.on > today:
        return intake.surgeries
    told = any(
        surgery.what == ahead.what and surgery.on is not None and read_day(surgery.on, today=today) >= ahead.on
        for surgery in intake.surgeries
    )
    done = Surgery(what=ahead.what, side=ahead.side, levels=ahead.levels, on=ahead.on)
    return intake.surgeries if told else (*intake.surgeries, done)


def before(intake: Intake, *, today: date) -> Iterator[str]:
    """The row of an operation that is still to come."""
    ahead = intake.operation_ahead
    if ahead is None or (ahead.on is not None and ahead.on <= today):
        return
    if ahead.what in SPINE:
        yield "before-spine-operation"
    elif ahead.what in JOINTS:
        yield "before-joint-operation"
    else:
        yield "before-operation"


def phases(surgeries: tuple[Surgery, ...], *, today: date) -> Iterator[str]:
    """The condition rows that hold because of operations, some perhaps twice."""
    for surgery in surgeries:
        yield from _phases_of(surgery, today=today)
    fusions = tuple(surgery for surgery in surgeries if surgery.what == "lumbar-fusion")
    yield from _reach(fusions)
    yield from _hip_limits(surgeries, fusions, today=today)


def _phases_of(surgery: Surgery, *, today: date) -> Iterator[str]:
    days = days_since(surgery, today=today)
    if surgery.what != "hip-replacement":
        yield surgery.what
    if surgery.what in SPINE_OR_HIP and not is_cleared(surgery, today=today):
        yield "not-cleared"
    if surgery.what == "lumbar-fusion":
        yield _fusion_phase(days)
    elif surgery.what in SPINE_OR_HIP and days < TWELVE_WEEKS:
        yield "hip-surgery-under-12" if surgery.what == "hip-replacement" else "spine-surgery-under-12"
    if surgery.what == "disc-replacement" and days < TWENTY_FOUR_WEEKS:
        yield "disc-replacement-under-24"
    if surgery.what not in SPINE_OR_HIP and days < TWELVE_WEEKS:
        yield "abdominal-surgery" if surgery.what in BELLY else "recent-operation"
    if surgery.what == "caesarean" and surgery.on is not None and days < SIX_WEEKS:
        yield "birth-under-6"


def _fusion_phase(days: int) -> str:
    if days < SIX_WEEKS:
        return "fusion-0-6"
    if days < TWELVE_WEEKS:
        return "fusion-6-12"
    return "fusion-12-24" if days < TWENTY_FOUR_WEEKS else "fusion-beyond-24"


def _reach(fusions: tuple[Surgery, ...]) -> Iterator[str]:
    """How long the fused stretch is, and how far up or down; levels that nobody named may be any."""
    levels: set[Level] = {level for fusion in fusions for level in fusion.levels}
    if any(not fusion.levels or "unknown" in fusion.levels for fusion in fusions):
        yield "fusion-levels-unknown"
    if len(levels & {"T12-L1", *LUMBAR_LEVELS}) >= LONG_FUSION or levels & {"sacrum-pelvis", "thoracic"}:
        yield "long-fusion"
    if "thoracic" in levels:
        yield "fusion-to-upper-back"


def _hip_limits(surgeries: tuple[Surgery, ...], fusions: tuple[Surgery, ...], *, today: date) -> Iterator[str]:
    for hip in surgeries:
        if hip.what != "hip-replacement":
            continue
        if hip.limits_lifted_on is None or days_since(hip, today=today) < TWELVE_WEEKS:
            yield "hip-replacement"
        if fusions and not all(_knew_of(hip, fusion, today=today) for fusion in fusions):
            yield "hip-replacement-with-fusion"


def _knew_of(hip: Surgery, fusion: Surgery, *, today: date) -> bool:
    """Were the hip's limits lifted after both operations had been done?"""
    if hip.limits_lifted_on is None or days_since(hip, today=today) < TWELVE_WEEKS:
        return False
    done = fusion.on if fusion.on is not None else fusion.cleared_on
    return done is not None and first_day(hip.limits_lifted_on) >= read_day(done, today=today)


def first_day(when: DayOrYear) -> date:
    """The earliest day that this can mean."""
    return when if isinstance(when, date) else date(int(when), 1, 1)
