"""Who moves up this week, and by what.

    strength first       then whoever has waited longest; a drill moves up at most once in five days
    a step               inside the ranges a tenth to a fifth more; where there is none, a heavier load or the next rung
    strength, walking    as many drills as are ready, while the week's load of the pattern, were there room on each of
                         its days, stays under its ceiling (`load`); a walk grows a fifth or five minutes
    other drills         two a week
    both sides           count as one step, and take a new rung together or not at all

Steps are given in that order to whoever is ready as far as pain is not concerned, and kept for them: what pain leaves empty
goes to nobody, so more pain in one drill never makes another harder. A step needs a coming day with room for it beside the
steps before it; full days keep their dose.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from psoas.adaptation.case import Case
from psoas.adaptation.change_history import last_progress
from psoas.adaptation.coming_week import Key, coming_days, items_of, week_of
from psoas.adaptation.easing import change, prescription
from psoas.adaptation.load import LoadCeiling, group_of
from psoas.adaptation.open_movements import OpenMovements
from psoas.adaptation.readiness import may_be_ready
from psoas.catalogue.entries import Exercise
from psoas.planning.amendment import amend_day
from psoas.planning.course import minutes_for_step
from psoas.planning.dose import BOUT_ROLES, STEP_MOST, TRAINING_SETS, Dose
from psoas.planning.duration import counted_minutes
from psoas.planning.plan import Day, Plan, PlanChange, Prescription
from psoas.vocabulary.evidence import Reason

OTHERS_A_WEEK = 2
"""Stretches, balance and the like that move up in one week: psoas-opinion [D]."""
ENDURANCE = frozenset({"walking", "cardio"})
SMALL_STEPS = 4
"""So many sizes of a step are tried: the largest of a fifth at most, then smaller ones."""
WALK_GROWS_S = 300
"""A walk may grow five minutes a week where a fifth is less: psoas-opinion [D]."""
WEEK_OF_REST = timedelta(days=7)


def steps_for(
    cases: Sequence[Case],
    plan: Plan,
    *,
    open_movements: OpenMovements,
    ceiling: LoadCeiling,
    aside: frozenset[str],
    today: date,
) -> Mapping[Key, PlanChange | Reason]:
    """For every row that may be ready: the step kept for it, or why there is none."""
    week = _Week(plan, open_movements=open_movements, ceiling=ceiling, today=today)
    taken = aside | {case.row.exercise for case in cases}
    found: dict[Key, PlanChange | Reason] = {}
    for drill in _in_turn(cases, plan, open_movements):
        found.update(week.take(drill, taken=taken))
    return found


def _in_turn(cases: Sequence[Case], plan: Plan, open_movements: OpenMovements) -> list[list[Case]]:
    """The drills that may be ready, each with the rows that may: strength first, then the longest wait."""
    drills: dict[str, list[Case]] = {}
    for case in cases:
        if may_be_ready(case):
            drills.setdefault(case.row.exercise, []).append(case)
    return sorted(
        drills.values(),
        key=lambda drill: (
            open_movements.catalogue.exercises[drill[0].row.exercise].role != "strength",
            last_progress(drill[0].row.exercise, plan),
        ),
    )


class _Week:
    """The coming week as it fills with steps."""

    def __init__(self, plan: Plan, *, open_movements: OpenMovements, ceiling: LoadCeiling, today: date) -> None:
        self.plan = plan
        self.open_movements = open_movements
        self.ceiling = ceiling
        self.week = week_of(plan, today=today)
        self.days = coming_days(plan, today=today)
        self.without_limits = self.days
        """The same week, where every day has room for every step."""
        self.others_left = OTHERS_A_WEEK - _others_moved(plan, open_movements, today)
        self.sides = _sides_in(self.days)

    def take(self, drill: list[Case], *, taken: frozenset[str] | set[str]) -> dict[Key, PlanChange | Reason]:
        """The step of one drill; or for each of its rows the same reason why not."""
        exercise = self.open_movements.catalogue.exercises[drill[0].row.exercise]
        counts = is_limited_by_load(exercise)
        if not counts and self.others_left < 1:
            return self._stay(drill, "enough-this-week")
        offered = [changes for changes in self._offers(drill, exercise, taken) if changes]
        for changes in offered:
            if (days := self._with(changes)) is not None and self._grows_slowly(exercise, roomy := self._on_all(changes)):
                self.days, self.without_limits = days, roomy
                self.others_left -= not counts
                kept: dict[Key, PlanChange | Reason] = {(step.exercise, step.side): step for step in changes}
                top = self.open_movements.catalogue.reason("top-of-ladder")
                return {case.row.key: kept.get(case.row.key, top) for case in drill}
        return self._stay(drill, "no-room-for-a-step" if offered else "top-of-ladder")

    def _stay(self, drill: list[Case], reason: str) -> dict[Key, PlanChange | Reason]:
        return {case.row.key: self.open_movements.catalogue.reason(reason) for case in drill}

    def _offers(self, drill: list[Case], exercise: Exercise, taken: frozenset[str] | set[str]) -> Iterator[list[PlanChange]]:
        """Steps of all ready sides together; where none is small, the next rung for both sides or none."""
        ready = (self.open_movements.catalogue.reason("ready"),)
        sizes = [_in_order(case, islice(self._larger(case, exercise), SMALL_STEPS)) for case in drill]
        for size in range(max(map(len, sizes))):
            doses = zip(drill, sizes, strict=True)
            yield [
                change(case.row, "progress", prescription(exercise.id, steps[min(size, len(steps) - 1)]), ready)
                for case, steps in doses
                if steps
            ]
        if not any(_is_small(case, steps) for case, steps in zip(drill, sizes, strict=True)):
            yield from (
                [change(case.row, "progress", up, ready) for case in drill] for up in self._above(drill, exercise, taken)
            )

    def _larger(self, case: Case, exercise: Exercise) -> Iterator[Dose]:
        """Steps inside the ranges; a walk or ride stays within the minutes given to it, one meant to be short as it is."""
        if exercise.role == "walking" and any(need.steady_walk for need in self.open_movements.person.special):
            return iter(())
        steps = case.row.dose.dose.more(exercise)
        if exercise.role not in ENDURANCE:
            return steps
        return (dose for dose in steps if (dose.hold_s or 0) <= self.open_movements.person.cardio_s)

    def _above(self, drill: list[Case], exercise: Exercise, taken: frozenset[str] | set[str]) -> Iterator[Prescription]:
        """At the top of its ranges: a heavier load at the low end, or the next rung when its week has come."""
        if {case.row.side for case in drill} != self.sides[exercise.id]:
            return
        heavier = self.open_movements.heavier(drill[0].row.dose)
        if heavier is not None:
            yield replace(drill[0].row.dose, reps=min(exercise.dose.reps.low, drill[0].row.dose.reps or 1), load=heavier)
        rung = self.open_movements.harder(exercise.id)
        if rung is not None and rung.week <= self.week and rung.id not in taken and exercise.role not in BOUT_ROLES:
            lowest = self.open_movements.lowest(rung)
            usual = min(drill[0].row.dose.dose.sets, TRAINING_SETS, rung.dose.sets.high)
            yield from dict.fromkeys((replace(lowest, sets=max(usual, lowest.dose.sets)), lowest, replace(lowest, sets=1)))

    def _with(self, changes: list[PlanChange]) -> list[Day] | None:
        """The days with all of these steps; None where no day has room for them."""
        minutes = self.plan.intake.minutes_per_day
        days = [self._day_with(day, changes, minutes) for day in self.days]
        return None if days == self.days else days

    def _day_with(self, day: Day, changes: list[PlanChange], minutes: int) -> Day:
        """The day with the steps of all sides together, or as it was where they do not fit."""
        amended = day
        for step in changes:
            amended = amend_day(amended, step, minutes=minutes, catalogue=self.open_movements.catalogue)
        exercise = self.open_movements.catalogue.exercises[changes[0].exercise]
        most = minutes_for_step(day, exercise, minutes=minutes, catalogue=self.open_movements.catalogue)
        return amended if counted_minutes(amended) <= most else day

    def _on_all(self, changes: list[PlanChange]) -> list[Day]:
        """The days with these steps, whatever the minutes say."""
        days = self.without_limits
        for step in changes:
            days = [
                amend_day(day, step, minutes=self.plan.intake.minutes_per_day, catalogue=self.open_movements.catalogue)
                for day in days
            ]
        return days

    def _grows_slowly(self, exercise: Exercise, days: list[Day]) -> bool:
        if not is_limited_by_load(exercise):
            return True
        group = group_of(exercise)
        spare = WALK_GROWS_S * len(days) if exercise.role == "walking" else 0
        grown = self.ceiling.seconds(days, group) - self.ceiling.most(days, group)
        return grown <= spare or not self.ceiling.grows_too_much(days, group)


def _in_order(case: Case, steps: Iterable[Dose]) -> list[Dose]:
    """The largest step of a fifth at most first, then smaller ones; what is more than a fifth comes last."""
    most = case.row.dose.dose.amount * STEP_MOST
    return sorted(steps, key=lambda dose: (dose.amount > most, dose.amount if dose.amount > most else -dose.amount))


def _is_small(case: Case, steps: list[Dose]) -> bool:
    """Is there a step of a fifth at most? Three seconds held know none; there the next rung is the smaller step."""
    return bool(steps) and steps[0].amount <= STEP_MOST * case.row.dose.dose.amount


def is_limited_by_load(exercise: Exercise) -> bool:
    """Strength and walking: many may move, as long as their load grows slowly."""
    return exercise.role in {"strength", "walking", "cardio"}


def _others_moved(plan: Plan, open_movements: OpenMovements, today: date) -> int:
    """Drills not limited by load that moved up within the last week, undone ones too."""
    moved = {
        known.change.exercise
        for known in plan.applied
        if known.change.change == "progress" and known.on > today - WEEK_OF_REST
    }
    return sum(not is_limited_by_load(open_movements.catalogue.exercises[name]) for name in moved)


def _sides_in(days: Sequence[Day]) -> dict[str, set[str]]:
    sides: dict[str, set[str]] = {}
    for item in (item for day in days for item in items_of(day)):
        sides.setdefault(item.exercise, set()).add(item.side)
    return sides
