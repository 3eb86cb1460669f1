"""Everything out, everything back: one document with all that a person has told and been given, and when.

    intakes, examinations, plans, diary     what it says, readable by whoever knows these documents
    told                                    when each of them was told; a plan's number and why it was made
    rows                                    the diary as it was told, row by row (the diary above is these rows, merged)
    answers, settings                       the pages of the way in, finished or not; looks and sound

A file without `told` and `rows` (written by the command line, by hand, or by an earlier version) has no times: bringing it
back never overrules anything that is on record.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from annotated_types import Interval, Len

from psoas.assessment.examination import Examination
from psoas.diary.entry import Diary, Entry, Kind
from psoas.planning.plan import Plan
from psoas.screening.intake import Intake
from psoas.vocabulary.dates import Moment
from psoas.vocabulary.text_format import Written
from psoas.vocabulary.value import value

PlanReason = Literal["made", "adapted", "undone", "edited", "remade", "imported"]
Key = Annotated[str, Written("[0-9A-Za-z:-]{8,80}", "8 to 80 letters, digits, colons or hyphens")]
PageName = Annotated[str, Written("[a-z0-9-]{1,40}", "the name of a page of the way in")]


@value
class IntakeTold:
    at: Moment
    on: date
    """The day on which it was screened."""


@value
class PlanTold:
    at: Moment
    on: date
    version: Annotated[int, Interval(ge=1, le=1_000_000)]
    reason: PlanReason


@value
class Told:
    """For each intake, examination and plan of the document, in the same order."""

    intakes: tuple[IntakeTold, ...] = ()
    examinations: tuple[Moment, ...] = ()
    plans: tuple[PlanTold, ...] = ()


@value
class EntryTold:
    """One thing told to the diary, under the key that makes a repeated send harmless."""

    key: Key
    kind: Kind
    at: Moment
    entry: Entry


@value
class PageTold:
    """One page of the way in, as it was answered."""

    page: PageName
    at: Moment
    content: Mapping[str, Any]


@value
class SettingTold:
    name: Annotated[str, Len(1, 40)]
    at: Moment
    value: Annotated[str, Len(0, 200)]


@value
class Export:
    """The document export/1. Each list runs from the oldest to the newest; the last plan is the one in use."""

    psoas: Literal["export/1"] = "export/1"
    part: Annotated[int, Interval(ge=1, le=10_000)] = 1
    """What does not fit into one file stands in several, each of which can be brought back by itself."""
    parts: Annotated[int, Interval(ge=1, le=10_000)] = 1
    intakes: tuple[Intake, ...] = ()
    examinations: tuple[Examination, ...] = ()
    plans: tuple[Plan, ...] = ()
    diary: Diary
    told: Told | None = None
    rows: tuple[EntryTold, ...] | None = None
    answers: tuple[PageTold, ...] = ()
    settings: tuple[SettingTold, ...] = ()
    unreadable: tuple[str, ...] = ()
    """Rows that are damaged here and so could not come along, by name."""


def bundle(plan: Plan, diary: Diary) -> Export:
    """One plan, what it was made from, and its diary."""
    examinations = (plan.examination,) if plan.examination else ()
    return Export(intakes=(plan.intake,), examinations=examinations, plans=(plan,), diary=diary)
