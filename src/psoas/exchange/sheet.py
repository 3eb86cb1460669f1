"""A printed sheet as a value: sections of lines and small tables, the same for the page and the PDF."""

from collections.abc import Sequence
from datetime import date

from psoas.assessment.examination import Examination
from psoas.diary.entry import Diary
from psoas.planning.plan import Plan
from psoas.screening.intake import Intake
from psoas.vocabulary.language import say, say_many
from psoas.vocabulary.value import value


@value
class OnRecord:
    """What a sheet speaks of. `screened_on`: when the safety questions were answered last."""

    plan: Plan
    diary: Diary
    examinations: tuple[Examination, ...] = ()
    screened_on: date | None = None

    @property
    def intake(self) -> Intake:
        return self.plan.intake


@value
class Table:
    """Every row has as many cells as the head; an empty cell was not told."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    """Which columns are numbers, counted from 0."""


@value
class DayMark:
    """One day of a strip: its number, or None where nobody told one."""

    on: date
    value: float | None


@value
class Section:
    title: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    strip: tuple[DayMark, ...] = ()
    strip_says: str = ""
    """What the strip shows, for those who do not see it."""

    @property
    def is_empty(self) -> bool:
        return not self.lines and self.table is None


@value
class Sheet:
    """`core` fits on one page of A4; `plan` is the second."""

    title: str
    about: tuple[str, ...]
    core: tuple[Section, ...]
    plan: tuple[Section, ...]
    foot: str
    made_on: date
    language: str


def some(texts: Sequence[str], most: int) -> tuple[str, ...]:
    """At most so many, and how many more there are."""
    left = len(texts) - most
    return tuple(texts) if left <= 0 else (*texts[:most], say_many("and {n} more in the app", "and {n} more in the app", left))


def dose_says(sets: int, reps: int, hold_s: int | None) -> str:
    """`2 × 8`, `2 × 30 s`, `12 min`."""
    if hold_s is None:
        return f"{sets} × {reps}"
    held = say("{n} min", n=round(hold_s / 60)) if hold_s >= 120 else say("{n} s", n=hold_s)
    return held if sets * reps == 1 else f"{sets * reps} × {held}"
