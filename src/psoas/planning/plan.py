"""Plan: eight weeks of seven days, and why each thing is in it or left out of it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from math import ceil
from typing import Annotated, Literal

from annotated_types import Ge, Interval

from psoas.assessment.examination import Examination
from psoas.planning.dose import Dose, Load
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Side
from psoas.vocabulary.dates import ClockTime
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.language import ForAPerson
from psoas.vocabulary.value import value

WEEKS = 8
UNCOUNTED_KINDS = frozenset({"cardio", "walking"})
"""Kinds of session that have minutes of their own and do not count toward the minutes a day."""
SessionKind = Literal["mobility", "strength", "cardio", "walking", "release", "breathing", "balance"]
PartOfDay = Literal["morning", "midday", "evening", "any"]
Focus = Literal[
    "morning-mobilisation",
    "micro-breaks",
    "core-basics",
    "hip-strength",
    "cardio",
    "dynamic",
    "evening-release",
    "challenge",
    "ergonomics-and-stress",
    "keep-well",
]
Stage = Literal["build", "keep-well"]
"""What eight weeks are for: to get further, or to keep what was reached and walk on."""
PlannerStatus = Literal["optimal", "feasible", "greedy"]
PlannerName = Literal["cp-sat", "highs", "greedy"]


@value
class Why:
    """Why an item is in, or an exercise out."""

    id: str
    says: Annotated[str, ForAPerson()]


@value
class Prescription:
    """What a change moves from or to; empty when nothing is left (a stop)."""

    exercise: str | None = None
    sets: Annotated[int, Ge(1)] | None = None
    reps: Annotated[int, Ge(1)] | None = None
    hold_s: Annotated[int, Ge(1)] | None = None
    load: Load | None = None

    @property
    def dose(self) -> Dose:
        """What is asked; a number that is not given counts as one."""
        return Dose(sets=self.sets or 1, reps=self.reps or 1, hold_s=self.hold_s, load=self.load)


@value
class Item:
    """One movement, one side, one dose. `hold_s` None means repetitions at the catalogue's tempo."""

    exercise: str
    side: Side
    sets: Annotated[int, Ge(1)]
    reps: Annotated[int, Ge(1)]
    hold_s: Annotated[int, Ge(1)] | None = None
    rest_s: Annotated[int, Ge(0)] = 0
    load: Load | None = None
    because: tuple[Why, ...] = ()

    @cached_property
    def dose(self) -> Dose:
        return Dose(sets=self.sets, reps=self.reps, hold_s=self.hold_s, load=self.load)

    @property
    def prescription(self) -> Prescription:
        return Prescription(exercise=self.exercise, sets=self.sets, reps=self.reps, hold_s=self.hold_s, load=self.load)


@value
class Session:
    kind: SessionKind
    part_of_day: PartOfDay
    minutes: Annotated[int, Ge(1)]
    items: tuple[Item, ...]


@value
class MicroBreak:
    at: ClockTime
    exercise: str


@value
class Day:
    date: date
    micro_breaks: tuple[MicroBreak, ...] = ()
    habits: tuple[str, ...] = ()
    sessions: tuple[Session, ...] = ()

    @property
    def exercise_minutes(self) -> int:
        """What counts toward the minutes a day: all sessions but cardio and walking."""
        return sum(session.minutes for session in self.sessions if session.kind not in UNCOUNTED_KINDS)

    @property
    def walking_minutes(self) -> int:
        """What counts toward the minutes given to walking and cycling: the time under way, without getting ready."""
        walks = (item for session in self.sessions if session.kind in UNCOUNTED_KINDS for item in session.items)
        return ceil(sum(item.dose.amount for item in walks) / 60)


@value
class Week:
    number: Annotated[int, Interval(ge=1, le=8)]
    focus: tuple[Focus, ...] = ()
    days: tuple[Day, ...]


@value
class Exclusion:
    exercise: str
    because: tuple[Why, ...]


@value
class Planner:
    """How good the schedule is. `optimal` is meant per week; `gap` is the share of the best bound still open."""

    status: PlannerStatus
    gap: Annotated[float, Ge(0)]
    solver: PlannerName | None = None
    """Who fitted the weeks; None in a plan from before this was written down."""


ChangeKind = Literal["progress", "hold", "ease", "restore", "reduce", "replace", "stop"]
"""An easing (and a restoring half the way) is an overlay: it ends, and the dose underneath comes back."""


@value
class PlanChange:
    """One change to one exercise and side: the value in which adaptation speaks to planning."""

    exercise: str
    side: Side
    change: ChangeKind
    until: date | None = None
    """The first day on which it no longer holds; None: to the end of the plan."""
    from_: Prescription
    to: Prescription
    because: tuple[Reason, ...]


@value
class Former:
    """What one change replaced in one kind of session, on these days: its items as they were before."""

    dates: tuple[date, ...]
    kind: SessionKind
    part_of_day: PartOfDay
    items: tuple[Item, ...]
    """Empty where the session held nothing that the change touched, and holds its new movement now."""
    places: tuple[Annotated[int, Ge(0)], ...]
    """Where in the session each item stood."""
    session: Annotated[int, Ge(0)]
    """Where in the day the session stood."""


@value
class FormerBreaks:
    """The breaks of these days as they were before a change took a movement out of them."""

    dates: tuple[date, ...]
    breaks: tuple[MicroBreak, ...]


@value
class Applied:
    """A change that was accepted, with what it replaced on the days to come, so that it can be undone. A safety stop cannot.

    Days that have been lived are not kept: undoing leaves them as they were lived.
    """

    id: str
    on: date
    change: PlanChange
    undone_on: date | None = None
    items: tuple[Former, ...] = ()
    breaks: tuple[FormerBreaks, ...] = ()


@value
class Plan:
    psoas: Literal["plan/1"] = "plan/1"
    start: date
    stage: Stage = "build"
    intake: Intake
    examination: Examination | None = None
    clearance: ClearanceRecord
    planner: Planner
    applied: tuple[Applied, ...] = ()
    weeks: tuple[Week, ...]
    excluded: tuple[Exclusion, ...] = ()

    @cached_property
    def asked(self) -> Mapping[tuple[str, Side], Mapping[date, Prescription]]:
        """What each day asks of each movement and side; where a day has the same movement twice, its first time.

        A plan never changes, so it is read through once, however often it is asked.
        """
        asked: dict[tuple[str, Side], dict[date, Prescription]] = {}
        for day in (day for week in self.weeks for day in week.days):
            for item in (item for session in day.sessions for item in session.items):
                asked.setdefault((item.exercise, item.side), {}).setdefault(day.date, item.prescription)
        return asked
