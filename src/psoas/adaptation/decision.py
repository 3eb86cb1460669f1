"""Tomorrow's dose: one row for each exercise and side of the coming week, decided in order of safety.

    1   triage again, with the diary's safety answers      nothing open: all of it stops; a clinician first: nothing goes up
        a movement closed since the plan was made          replaced
    2   what a movement itself did                         replaced, reduced or stopped; both sides keep one rung   `rules`
    3   bad days that name no movement, a gap              eased for a week, then restored                       `fortnight`
        a safety question that the diary opened            nothing moves until it is answered
    4   the calendar's next step                           waits until the drill is ready for it                      `pace`
    5   twice in full, calm, settled, effort to spare      one step up, if it has room               `readiness`, `progress`
    6   anything else, anything missing                    stays
    7   the finished week                                  no pattern grows over a fifth, or unready      `load`, `finished`

An entry dated after today waits for its day, but for its safety answers. Nothing is back-filled. Micro-breaks have no row of
their own, unless safety closes them or they were where it hurt.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from psoas.adaptation.case import Case, case_of, within_reach
from psoas.adaptation.change_history import put_aside, times_replaced
from psoas.adaptation.changes import Changes
from psoas.adaptation.coming_week import Key, WeekRow, last_week_of, rows_of
from psoas.adaptation.easing import NOTHING, change, eased, lowered, replaced
from psoas.adaptation.easing_rules import Rule, first_that_fits
from psoas.adaptation.fortnight import Fortnight, fortnight_of
from psoas.adaptation.load import LoadCeiling
from psoas.adaptation.micro_breaks import break_changes, break_rows
from psoas.adaptation.open_movements import OpenMovements, open_movements_of
from psoas.adaptation.overlay import eased_or_restored, eased_share, is_eased
from psoas.adaptation.pace import CalendarStep, held, step_of, waits
from psoas.adaptation.pattern_ceiling import within_ceiling
from psoas.adaptation.progression import steps_for
from psoas.adaptation.readiness import first_missing
from psoas.adaptation.rescreening import screen_again
from psoas.catalogue.catalogue import Catalogue
from psoas.diary.diary_check import in_order
from psoas.diary.entry import Diary, Entry
from psoas.planning.plan import Plan, PlanChange
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.concern import is_question
from psoas.screening.intake import Intake
from psoas.vocabulary.evidence import Reason


def decide(plan: Plan, diary: Diary, *, catalogue: Catalogue, today: date) -> Changes:
    """What should change in the next seven days, and why. The diary is one that `check_diary` accepts."""
    entries = in_order(diary)
    intake, triaged = screen_again(plan, entries, catalogue=catalogue, today=today)
    if triaged.clearance is None:
        return Changes(clearance=triaged.record, changes=_stop_all(plan, triaged.record, catalogue, today))
    open_movements = open_movements_of(plan, intake=intake, clearance=triaged.clearance, catalogue=catalogue, today=today)
    known = tuple(entry for entry in entries if entry.on <= today)
    lately = within_reach(known, today=today)
    fortnight = _fortnight(plan, known, intake=intake, record=triaged.record, catalogue=catalogue, today=today)
    cases = _cases(plan, lately, fortnight, open_movements=open_movements, today=today)
    decided = _Decided(cases, plan, lately, open_movements=open_movements, today=today)
    rows = [row for case in cases for row in decided.changes_of(case)]
    rows = within_ceiling(rows, cases, plan, ceiling=decided.ceiling, steps=decided.kept, catalogue=catalogue, today=today)
    breaks = break_changes(plan, lately, open_movements=open_movements, hurting=decided.hurting, today=today)
    return Changes(clearance=triaged.record, changes=(*rows, *breaks))


def _fortnight(
    plan: Plan, entries: tuple[Entry, ...], *, intake: Intake, record: ClearanceRecord, catalogue: Catalogue, today: date
) -> Fortnight:
    asks = tuple(reason for reason in record.reasons if is_question(reason))
    return fortnight_of(plan, entries, intake=intake, record=record, asks=asks, catalogue=catalogue, today=today)


def _cases(
    plan: Plan, entries: tuple[Entry, ...], fortnight: Fortnight, *, open_movements: OpenMovements, today: date
) -> tuple[Case, ...]:
    return tuple(
        case_of(row, plan, entries, fortnight=fortnight, closed_because=open_movements.closing(row.exercise), today=today)
        for row in rows_of(plan, today=today)
    )


def _stop_all(plan: Plan, record: ClearanceRecord, catalogue: Catalogue, today: date) -> tuple[PlanChange, ...]:
    rows = (*rows_of(plan, today=today), *break_rows(plan, catalogue=catalogue, today=today))
    return tuple(change(row, "stop", NOTHING, record.reasons) for row in rows)


class _Decided:
    """The rows of one week, each decided in the light of the others: what hurts, what moves up, what the other side does."""

    def __init__(
        self, cases: Sequence[Case], plan: Plan, entries: Sequence[Entry], *, open_movements: OpenMovements, today: date
    ) -> None:
        self.cases = cases
        self.plan = plan
        self.entries = entries
        self.open_movements = open_movements
        self.today = today
        self.rules = _rules_by_drill(cases)
        self.aside = put_aside(plan, today=today)
        self.hurting = self.aside | {case.row.exercise for case in cases if self._goes(case)}
        self.last_week = last_week_of(plan, today=today)
        self.ceiling = LoadCeiling(plan, catalogue=open_movements.catalogue, today=today)
        self.steps: Mapping[Key, PlanChange | Reason] = steps_for(
            cases, plan, open_movements=open_movements, ceiling=self.ceiling, aside=self.aside, today=today
        )

    @property
    def kept(self) -> list[PlanChange]:
        """The steps kept for whoever may be ready, taken or not."""
        return [step for step in self.steps.values() if isinstance(step, PlanChange)]

    def changes_of(self, case: Case) -> Iterator[PlanChange]:
        """The first line of the table that has something to say."""
        if (taken := self._closed(case) or self._lowered(case)) is not None:
            yield self._at_most(taken, case) if taken.change in {"reduce", "ease"} else taken
            return
        yield from self._otherwise(case)

    def _at_most(self, reduced: PlanChange, case: Case) -> PlanChange:
        """A reduction leaves no more than the week would have asked without it: easing and waiting may ask for less; and while
        days are eased or a question is open, no more than an easing leaves."""
        same = [one.to for one in self._otherwise(case) if one.to.exercise == reduced.to.exercise]
        if is_eased(case, self.plan, today=self.today):
            share = eased_share(case, self.plan, today=self.today)
            same.append(eased(case.row, (), open_movements=self.open_movements, share=share, today=self.today).to)
        least = min((reduced.to, *same), key=lambda to: to.dose.amount)
        return replace(reduced, to=least)

    def _otherwise(self, case: Case) -> Iterator[PlanChange]:
        """What a row that did nothing itself is asked for."""
        step = step_of(case, self.last_week, open_movements=self.open_movements)
        if step is not None and self._waits(case, step):
            yield from self._waiting(case, step)
        else:
            yield self._overlaid(case) or self._asked(case) or self._brought(case, step) or self._stepped(case)

    def _waiting(self, case: Case, step: CalendarStep) -> Iterator[PlanChange]:
        """Last week's rung and dose go on. Bad days ease them all the same: another rung in a row of its own."""
        held_row = held(case, step, open_movements=self.open_movements)
        below = replace(case, row=replace(case.row, exercise=step.below.exercise or case.row.exercise, dose=step.below))
        has_its_own = step.is_rung and below.row.key in {other.row.key for other in self.cases}
        eased = None if has_its_own else self._overlaid(below)
        if step.is_rung:
            yield held_row
        if eased is not None and (eased.change == "ease" or eased.until is not None):
            yield eased
        elif not step.is_rung:
            given_back = eased.because if eased is not None and eased.change == "restore" else ()
            yield replace(held_row, because=(*given_back, *held_row.because))

    def _overlaid(self, case: Case) -> PlanChange | None:
        return eased_or_restored(case, self.plan, open_movements=self.open_movements, today=self.today)

    def _waits(self, case: Case, step: CalendarStep) -> bool:
        return bool(case.fortnight.asks) or waits(case, step, self._below(case, step), aside=self.aside)

    def _below(self, case: Case, step: CalendarStep) -> list[Case]:
        """How last week's rung was taken, on each of its sides: the coming week may not have it any more."""
        asked = self.plan.asked
        rows = (
            WeekRow(exercise=name, side=side, dose=dose, prescribed=asked[name, side])
            for (name, side), dose in self.last_week.items()
            if name == step.below.exercise
        )
        return [
            case_of(row, self.plan, self.entries, fortnight=case.fortnight, closed_because=(), today=self.today)
            for row in rows
        ]

    def _closed(self, case: Case) -> PlanChange | None:
        if not case.closed_because:
            return None
        row, because = case.row, case.closed_because
        return replaced(row, because, open_movements=self.open_movements, avoiding=self.hurting, today=self.today)

    def _lowered(self, case: Case) -> PlanChange | None:
        rule = self.rules.get(case.row.exercise) or first_that_fits(case)
        if rule is None:
            return None
        because = (self.open_movements.catalogue.reason(rule.id), *self._aside_because(case, rule))
        return lowered(case, rule.change, because, open_movements=self.open_movements, avoiding=self.hurting, today=self.today)

    def _aside_because(self, case: Case, rule: Rule) -> tuple[Reason, ...]:
        """Said where it has been replaced before within three weeks."""
        again = rule.change == "replace" and times_replaced(case.row.exercise, self.plan, today=self.today) > 0
        return (self.open_movements.catalogue.reason("aside"),) if again else ()

    def _asked(self, case: Case) -> PlanChange | None:
        """A question is open: nothing moves."""
        asks = case.fortnight.asks
        return change(case.row, "hold", case.row.dose, asks) if asks else None

    def _brought(self, case: Case, step: CalendarStep | None) -> PlanChange | None:
        if step is None:
            return None
        return change(case.row, "hold", case.row.dose, (self.open_movements.catalogue.reason("calendar-brings"),))

    def _stepped(self, case: Case) -> PlanChange:
        row, catalogue = case.row, self.open_movements.catalogue
        if (missing := first_missing(case)) is not None:
            return change(row, "hold", row.dose, (catalogue.reason(missing.id),))
        step = self.steps[row.key]
        if isinstance(step, Reason):
            return change(row, "hold", row.dose, (step,))
        waiting = self._other_side_waits(case) if step.to.exercise != row.exercise else None
        return step if waiting is None else change(row, "hold", row.dose, (catalogue.reason(waiting),))

    def _other_side_waits(self, case: Case) -> str | None:
        """Both sides keep one rung: why the other side does not climb yet; None when it does, or there is none."""
        for other in self.cases:
            if other.row.exercise == case.row.exercise and other.row.side != case.row.side:
                if (missing := first_missing(other)) is not None:
                    return missing.id
                if step_of(other, self.last_week, open_movements=self.open_movements) is not None:
                    return "calendar-brings"
        return None

    def _goes(self, case: Case) -> bool:
        """Does safety take this movement out of the week?"""
        rule = self.rules.get(case.row.exercise)
        return not case.always_there and (bool(case.closed_because) or rule is not None)


def _rules_by_drill(cases: Sequence[Case]) -> dict[str, Rule]:
    """What takes a drill out of the week takes both its sides: the stricter side decides."""
    found: dict[str, Rule] = {}
    for case in cases:
        rule = first_that_fits(case)
        if rule is not None and rule.change != "reduce":
            known = found.setdefault(case.row.exercise, rule)
            if rule.change == "stop" != known.change:
                found[case.row.exercise] = rule
    return found
