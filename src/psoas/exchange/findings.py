"""The sheet on what was measured: each value with its error and the norm's band; each test with what it showed."""

from psoas import journey
from psoas.assessment.examination import Examination
from psoas.assessment.profile import MeasuredMotion, ProfileFinding
from psoas.exchange.medical_history import side_of
from psoas.exchange.sheet import OnRecord, Section, Table, some
from psoas.vocabulary.language import decimal, say, say_many

MOST_VALUES, MOST_TESTS = 9, 5


def findings_of(record: OnRecord, outlook: journey.Outlook) -> Section:
    """The latest examination, with the first value where it was measured the same way before; own activities."""
    if not record.examinations:
        return Section(title=say("Findings"))
    latest = record.examinations[-1]
    profile = journey.examine(record.intake, latest)
    before = {(one.measure, one.side): one.values.points[0].value for one in outlook.retests if one.change is not None}
    rows = tuple(_row(motion, before.get((motion.measure, motion.side)), latest) for motion in profile.motions)
    head = (say("Measured"), say("first"), say("now"), say("may be chance"), say("beside the norm"))
    own = [f"{one.activity}: {decimal(one.first)} → {decimal(one.latest)}" for one in outlook.activities]
    wanted = (say("Own activities, 0–10: {what}.", what="; ".join(own)),) if own else ()
    left = len(rows) - MOST_VALUES
    more = (say_many("and {n} more in the app", "and {n} more in the app", left),) if left > 0 else ()
    return Section(
        title=say("Findings of {on}", on=latest.on.isoformat()),
        lines=(*wanted, *some([_said(found) for found in profile.findings], MOST_TESTS), *more),
        table=Table(head=head, rows=rows[:MOST_VALUES], numbers=(1, 2, 3)) if rows else None,
    )


def _row(motion: MeasuredMotion, first: float | None, examination: Examination) -> tuple[str, ...]:
    bands = {
        "within-1-sd": say("as usual for the age"),
        "1-to-2-sd-below": say("a little below"),
        "over-2-sd-below": say("well below"),
        "no-norm": say("no norm fits"),
    }
    unit = next(
        {"deg": "°", "s": " s", "count": ""}[one.unit] for one in examination.measures if one.measure == motion.measure
    )
    name = journey.catalogue().reason(f"measure-{motion.measure}").says
    named = name if motion.side == "both" else f"{name}, {side_of(motion.side)}"
    error = say("not known") if motion.error is None else f"± {decimal(motion.error)}{unit}"
    was = "" if first is None else f"{decimal(first)}{unit}"
    return named, was, f"{decimal(motion.mean)}{unit}", error, bands[motion.band]


def _said(found: ProfileFinding) -> str:
    test = journey.catalogue().tests.get(found.test)
    if test is None:
        return f"{found.test}: {found.finding}"
    shown = next((result.says for result in test.results if result.finding == found.finding), found.finding)
    return f"{test.names.plain}, {side_of(found.side)}: {shown}"
