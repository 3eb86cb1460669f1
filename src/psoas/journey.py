"""The corridor: one person's way through the house, on one page.

    screen     is it safe to start, and with what limits?       Intake -> ClearanceRecord
    examine    how do hips and lower back share movement?       Intake, Examination -> Profile
    share      what a mechanical model says about that          Person, Task -> Share; Person -> Seen
    plan       eight weeks that fit                             Intake, Examination | None -> Plan
    train      today's session, step by step                    Session -> Script
    adapt      tomorrow's dose, with reasons                    Plan, Diary -> Changes -> Plan
    relief     which movements help                             Diary -> Relief

Doors call these functions and nothing behind them. Every step that leads to a movement screens again first: a clearance is
never kept, it is asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from psoas.adaptation.change_history import eased_until as end_of_easing
from psoas.adaptation.changes import Changes
from psoas.adaptation.consent import can_unsettle as can_unsettle_a_plan
from psoas.adaptation.consent import unasked as unasked_of
from psoas.adaptation.decision import decide
from psoas.adaptation.fortnight import is_back_after_a_gap
from psoas.adaptation.rescreening import check_is_due as weekly_check_is_due
from psoas.adaptation.rescreening import screen_again
from psoas.assessment.evaluation import examine as examine_person
from psoas.assessment.examination import Examination
from psoas.assessment.fall_risk import fall_risk
from psoas.assessment.profile import Profile
from psoas.catalogue.catalogue import Catalogue, load, load_in
from psoas.catalogue.demands import closed_by
from psoas.catalogue.fusion_path import Stage
from psoas.catalogue.lint_codes import find_problems
from psoas.catalogue.problem import Problem
from psoas.catalogue.rules_version import rule_version as version_of
from psoas.catalogue.safety_rules import RedFlag
from psoas.diary.adherence import sessions_done as sessions_done_of
from psoas.diary.diary_check import in_order
from psoas.diary.entry import Diary, Entry
from psoas.diary.gap import morning_is_open as morning_is_still_open
from psoas.figure.description import shown as say_shown
from psoas.figure.reach import stays_within as say_reach
from psoas.mechanics.model_inputs import person_of
from psoas.mechanics.reference_bend import Seen
from psoas.mechanics.reference_bend import see_bend as see
from psoas.mechanics.share import Share
from psoas.mechanics.subject import Subject
from psoas.mechanics.tasks import Task
from psoas.outcomes.expected_course import expected_course
from psoas.outcomes.milestones import (
    ActivityChange,
    WalkedMinutes,
    WeekSix,
    judge_week_six,
    own_activities,
    rises_two_weeks,
    walked,
)
from psoas.outcomes.notices import Notices, advice_now, keep_watch
from psoas.outcomes.pain import PainMark, PainMoment, line_of, pain_marks
from psoas.outcomes.relief import rank_relief
from psoas.outcomes.relief_ranking import Relief
from psoas.outcomes.retest import Retest, retests
from psoas.outcomes.strength import Climb, climbs
from psoas.outcomes.trajectory import Trajectory, mobility_trajectory, pain_trajectory
from psoas.outcomes.weeks import WeekTold, weeks_told
from psoas.planning.accepted_changes import apply as apply_changes
from psoas.planning.accepted_changes import moves, stopped, tell_closed, without_closed
from psoas.planning.addition import add as add_item
from psoas.planning.addition import instead_of_what
from psoas.planning.addition import planned as planned_from
from psoas.planning.block import plan_weeks
from psoas.planning.ceiling import change_below, cut_items
from psoas.planning.current_doses import current_doses_of
from psoas.planning.edit import alternatives as alternatives_to
from psoas.planning.edit import days_for as days_to_move
from psoas.planning.edit import make_easier as ease_item
from psoas.planning.edit import move_session
from psoas.planning.edit import swap as swap_item
from psoas.planning.favourites import agree, wish_of
from psoas.planning.favourites import grant as grant_wish
from psoas.planning.favourites import take_out as take_item_out
from psoas.planning.first_session import first_day as first_day_of
from psoas.planning.first_session import first_session as plan_first_session
from psoas.planning.operation_day import until_operation
from psoas.planning.plan import Day, Item, Plan, PlanChange, Session
from psoas.planning.plan import Stage as PlanStage
from psoas.planning.selection import Selection, select
from psoas.planning.short_session import LENGTHS, Shorter
from psoas.planning.short_session import lengths as lengths_of
from psoas.planning.short_session import shorter as shorter_of
from psoas.planning.undo import is_safety_stop
from psoas.planning.undo import undo as undo_change
from psoas.screening.answer import alarming as alarming_of
from psoas.screening.applicability import questions_for
from psoas.screening.binding_limits import doses_set
from psoas.screening.clearance import Clearance, ClearanceRecord
from psoas.screening.clinician_limits import SET_BY, ClinicianLimits, holding, joined
from psoas.screening.concern import QUESTION_AHEAD, is_question
from psoas.screening.fusion_stage import FusionStages, stages_after_fusion
from psoas.screening.fusion_stage import opened_since as weeks_opened
from psoas.screening.intake import Answer, Intake, Wish
from psoas.screening.limits import concerning as concerning_rows
from psoas.screening.limits import rows_holding
from psoas.screening.phase import before as before_operation
from psoas.screening.phase import surgeries_by
from psoas.screening.red_flags import closing
from psoas.screening.standing_stops import AnswersTold
from psoas.screening.standing_stops import standing as standing_answers
from psoas.screening.triage import Triaged, judge, triage
from psoas.session.alternatives import alternatives_of
from psoas.session.script import Script, script_of
from psoas.statistics.series import Series
from psoas.vocabulary.errors import BadInput, PsoasError
from psoas.vocabulary.evidence import Reason, Status
from psoas.vocabulary.language import ENGLISH
from psoas.vocabulary.value import value

if TYPE_CHECKING:  # the model needs numpy, which is not in every home of these pages: it is loaded when it is asked
    from numpy.random import Generator


@value
class Outlook:
    """What has changed so far, each with how sure that is."""

    pain: Trajectory
    pain_told: tuple[PainMark, ...]
    """Every number that was told, at its moment; several a day where several were told."""
    mobility: Trajectory
    weeks: tuple[WeekTold, ...]
    climbs: tuple[Climb, ...]
    walked: WalkedMinutes
    retests: tuple[Retest, ...]
    activities: tuple[ActivityChange, ...]
    week_six: WeekSix
    rising: Reason | None
    course: tuple[Reason, ...]


@value
class Note:
    """A sentence that belongs to a condition or operation (`id`, `about`: its row), with its source."""

    id: str
    about: str
    says: str
    source: str
    status: Status


class PlanForbiddenError(PsoasError):
    """Nothing may be planned; the record says why and what to do next."""

    def __init__(self, record: ClearanceRecord) -> None:
        super().__init__(f"no plan: {record.urgency}")
        self.record = record


def catalogue() -> Catalogue:
    """What Psoas knows, in the language now spoken."""
    return load()


def lint() -> tuple[Problem, ...]:
    """What is wrong with the catalogue, by itself, beside the model's numbers and beside what its figures do."""
    from psoas.figure.demand import disagreements  # noqa: PLC0415  # figures need numpy, which no other command's start should pay
    from psoas.mechanics.agreement import unlike_their_source  # noqa: PLC0415  # see above

    known = load_in(ENGLISH)
    return (*find_problems(known), *unlike_their_source(known), *disagreements(known))


def stays_within(exercise: str) -> str:
    """How far the figure of a movement takes the lower back, in one sentence."""
    return say_reach(exercise, catalogue=load())


def shown_by(figure: str) -> str:
    """What a figure shows, in one sentence for somebody who does not see it; empty for one that nobody drew."""
    return say_shown(figure)


def rule_version() -> str:
    """The mark of the rules that decide what is open: it stands on the sheets a clinician signs."""
    return version_of(load_in(ENGLISH))


def screen(intake: Intake, *, today: date) -> ClearanceRecord:
    """Is it safe to start, and with what limits?"""
    return triage(intake, catalogue=load(), today=today).record


def with_standing(intake: Intake, told: Iterable[AnswersTold], *, today: date) -> Intake:
    """The intake in which every answer that once stopped still stands, unless a return has ended it."""
    standing = standing_answers(told, intake.returns, catalogue=load())
    held: dict[str, Answer] = {
        question: closing(question, answers, intake, catalogue=load(), today=today) for question, answers in standing.items()
    }
    return replace(intake, answers={**intake.answers, **held}) if held else intake


def with_limits(intake: Intake, told: Iterable[ClinicianLimits]) -> Intake:
    """The intake with every limit that a clinician has set, here or in its own words; none is ever lost on the way."""
    limits = joined(intake.clinician_limits, told)
    return replace(intake, clinician_limits=limits) if limits != intake.clinician_limits else intake


def limits_in_force(intake: Intake, *, today: date) -> tuple[ClinicianLimits, ...]:
    """Those of a clinician's limits that bind today."""
    return holding(intake.clinician_limits, today=today)


def safety_questions(intake: Intake, *, today: date) -> tuple[RedFlag, ...]:
    """All safety questions that are put to this person: those for everybody, and those their answers call for."""
    return questions_for(intake, catalogue=load(), today=today)


def asked_next(clearance: ClearanceRecord) -> tuple[RedFlag, ...]:
    """The safety questions that wait for an answer: opened by the log, or by another answer."""
    waiting = (reason.id.removeprefix(QUESTION_AHEAD) for reason in clearance.reasons if is_question(reason))
    return tuple(load().red_flags[question] for question in waiting)


def examine(intake: Intake, examination: Examination) -> Profile:
    """What the self-tests and measurements add up to."""
    return examine_person(intake, examination, catalogue=load())


def plan(
    intake: Intake,
    examination: Examination | None = None,
    *,
    start: date,
    today: date,
    after: Plan | None = None,
    stage: PlanStage = "build",
) -> Plan:
    """Eight weeks from `start`; PlanForbiddenError when screening closes everything. `stage`: what the weeks are for.

    A stop is judged today; the phase after an operation is the one at `start`, and holds for all eight weeks. `after`: the
    plan before this one, whose rungs, doses and walks are where this one begins.
    """
    below = bool(examination and fall_risk(examination, intake=intake, catalogue=load()))
    clearance = _clear(intake, today=today, below_steadi=below)
    if start > today:
        clearance = _permitted(judge(intake, catalogue=load(), today=start, below_steadi=below))
    profile = examine(intake, examination) if examination else None
    standing = current_doses_of(after, on=start - timedelta(days=1), catalogue=load()) if after else None
    made = plan_weeks(
        intake,
        examination=examination,
        profile=profile,
        clearance=clearance,
        catalogue=load(),
        start=start,
        standing=standing,
        stage=stage,
    )
    bound = without_closed(made, clearance, on=start, catalogue=load()) if clearance.doses else made
    return until_operation(bound)


def bind(plan: Plan, told: Iterable[ClinicianLimits], diary: Diary, *, today: date) -> Plan:
    """The plan under these clinicians' limits as well, from today on: what they close goes, what they limit is cut."""
    bound = replace(plan, intake=with_limits(plan.intake, told))
    changes = adapt(bound, diary, today=today)
    if changes.clearance.scope == "none":
        return stopped(bound, changes.changes, on=today)
    clearance = _clear(bound.intake, today=max(today, plan.start))
    asked = tuple(row for row in changes.changes if any(reason.id.startswith(SET_BY) for reason in row.because))
    made = apply(replace(bound, clearance=clearance.record), asked, diary, on=today)
    return tell_closed(made, clearance, catalogue=load())


def first_session(intake: Intake, *, today: date) -> Session:
    """A safe six minutes, before any long set-up."""
    clearance = _clear(intake, today=today)
    session = plan_first_session(intake, clearance=clearance, catalogue=load())
    return replace(session, items=cut_items(session.items, clearance.doses))


def choose(intake: Intake, *, today: date) -> Selection:
    """Which exercises are open for this person, and why the others are not."""
    return select(intake, clearance=_clear(intake, today=today), catalogue=load())


def closed_tests(intake: Intake, *, today: date) -> dict[str, tuple[Reason, ...]]:
    """Which self-tests and measurements are closed for this person, and why: they obey the same rule as drills."""
    limits = _clear(intake, today=today).limits
    reasons = {test.id: closed_by(test.id, test.demands, limits) for test in load().tests.values()}
    return {test: why for test, why in reasons.items() if why}


def concerning(intake: Intake, *, today: date) -> frozenset[str]:
    """The rows this person's cautions stand under: conditions, operations, phases, and what these are like."""
    return concerning_rows(intake, catalogue=load(), today=today)


def notes(intake: Intake, *, today: date) -> tuple[Note, ...]:
    """What is worth telling this person beside the plan, whether or not anything is closed."""
    holding = rows_holding(intake, catalogue=load(), today=today)
    return tuple(
        Note(id=row.id, about=row.name, says=row.note, source=row.source, status=row.status) for row in holding if row.note
    )


def fusion_stages(intake: Intake | None, *, today: date) -> FusionStages:
    """The stages after a fusion, where this person stands, and the everyday guides meant for them."""
    return stages_after_fusion(intake, catalogue=load(), today=today)


def operation_due(intake: Intake, *, today: date) -> bool:
    """The day of a planned operation has come, and nobody has told how it went."""
    return surgeries_by(intake, today=today) != intake.surgeries


def stage_before(intake: Intake | None, *, today: date) -> tuple[Stage, bool]:
    """What to read before an operation, and whether one is planned for this person."""
    stage = load().stages["stage-before-operation"]
    return stage, intake is not None and any(before_operation(intake, today=today))


def opened_since(plan: Plan, intake: Intake, *, today: date) -> Reason | None:
    """Why to plan anew: the weeks after a fusion have opened more since this plan began."""
    name = weeks_opened(plan.intake, intake, start=plan.start, today=today)
    return load().reason(name) if name else None


def day_of(plan: Plan, day: date) -> Day | None:
    """The plan's page for one day; None before its start and after its end."""
    return next((found for week in plan.weeks for found in week.days if found.date == day), None)


def script(session: Session, *, alternatives: dict[str, tuple[Item, ...]] | None = None) -> Script:
    """A session as ordered steps with what is said at each."""
    return script_of(session, alternatives=alternatives or {}, catalogue=load())


def train(session: Session, *, intake: Intake, today: date) -> Script | None:
    """This session as far as it is open today, with what may be done instead; None when nothing of it is."""
    clearance = _clear(intake, today=today)
    open_ids, ceilings = frozenset(select(intake, clearance=clearance, catalogue=load()).open), clearance.doses
    items = cut_items((item for item in session.items if item.exercise in open_ids), ceilings)
    if not items:
        return None
    still_open = replace(session, items=items)
    instead = alternatives_of(still_open, open_ids=open_ids, catalogue=load())
    return script(still_open, alternatives={name: cut_items(others, ceilings) for name, others in instead.items()})


def lengths(session: Session) -> tuple[Shorter, ...]:
    """The ways to do a session in fewer minutes, the shortest first."""
    return lengths_of(session, catalogue=load())


def shorter(session: Session, minutes: int) -> Shorter:
    """What matters most of a session, in at most so many minutes; BadInput for a length that is not offered."""
    if minutes not in LENGTHS:
        raise BadInput("minutes", " or ".join(map(str, LENGTHS)))
    return shorter_of(session, minutes, catalogue=load())


def sessions_done(plan: Plan, day: Day, entry: Entry | None) -> tuple[bool, ...]:
    """For each session of this day: was it done?"""
    return sessions_done_of(plan, day, entry, catalogue=load())


def adapt(plan: Plan, diary: Diary, *, today: date) -> Changes:
    """What should change in the next seven days, and why; from week six also whether the plan does any good."""
    changes = decide(plan, diary, catalogue=load(), today=today)
    advice = advice_now(plan, diary, catalogue=load(), today=today)
    ceilings = doses_set(plan.intake.clinician_limits, catalogue=load(), today=today)
    return replace(
        changes,
        clearance=replace(changes.clearance, reasons=(*changes.clearance.reasons, *advice)),
        changes=tuple(change_below(row, ceilings) for row in changes.changes),
    )


def is_back(plan: Plan, diary: Diary, *, today: date) -> bool:
    """Was nothing told for so long that somebody is welcomed back, and begins a little easier?"""
    return is_back_after_a_gap(plan, diary.entries, today=today)


def morning_is_open(diary: Diary, *, today: date) -> bool:
    """Is it still to be told how the morning after yesterday's movement was?"""
    return morning_is_still_open(diary.entries, today=today)


def first_day(*, again: bool, today: date) -> date:
    """The day a plan begins that is made today, `again` or for the first time."""
    return first_day_of(again=again, today=today)


def alarming(answers: Mapping[str, Answer]) -> tuple[RedFlag, ...]:
    """The emergency signs among these safety answers: told at once, before anything else is asked."""
    return alarming_of(answers, catalogue=load())


def check_is_due(asked_on: date | None, *, today: date) -> bool:
    """Is it time for the weekly question whether anything is new?"""
    return weekly_check_is_due(asked_on, today=today)


def can_unsettle(entry: Entry) -> bool:
    """May what is told change a plan unasked?"""
    return can_unsettle_a_plan(entry)


def unasked(changes: Changes) -> tuple[PlanChange, ...]:
    """The changes that need no consent: what safety asks, what is temporary, and what gives back."""
    return unasked_of(changes, catalogue=load())


def waiting(changes: Changes) -> tuple[PlanChange, ...]:
    """The changes that wait to be accepted."""
    at_once = unasked(changes)
    return tuple(row for row in changes.changes if moves(row) and row not in at_once)


def eased_until(plan: Plan, *, today: date) -> date | None:
    """The day on which the easing that runs today ends; None where none runs."""
    return end_of_easing(plan, today=today)


def may_undo(change: PlanChange) -> bool:
    """Every accepted change can be undone but a stop for safety."""
    return not is_safety_stop(change, load())


def apply(plan: Plan, changes: tuple[PlanChange, ...], diary: Diary, *, on: date) -> Plan:
    """The plan with these changes, each of which can be undone (a safety stop cannot, and leaves nothing to the end)."""
    clearance = _clear_again(plan, diary, on=on)
    if clearance is None:
        return stopped(plan, changes, on=on)
    return apply_changes(plan, changes, on=on, catalogue=load(), clearance=clearance)


def undo(plan: Plan, applied_id: str, diary: Diary, *, on: date) -> Plan:
    """The plan as it was before one accepted change; what has closed since does not come back."""
    clearance = _clear_again(plan, diary, on=on)
    if clearance is None:
        raise BadInput("applied", "nothing comes back while a safety answer stops everything")
    return agree(undo_change(plan, applied_id, on=on, catalogue=load(), clearance=clearance), on=on)


def move(plan: Plan, *, on: date, session: int, to: date) -> Plan:
    """One session on another day, where the plan's rules allow it."""
    return move_session(plan, on=on, session=session, to=to, catalogue=load())


def days_for(plan: Plan, *, on: date, session: int) -> tuple[date, ...]:
    """The days after `on` to which a session may move."""
    return days_to_move(plan, on=on, session=session, catalogue=load())


def add(plan: Plan, exercise: str, diary: Diary, *, on: date) -> Plan:
    """A movement put into the plan where it is open, in reach and has room."""
    clearance = _must_be_clear(plan, diary, on=on)
    added = add_item(plan, exercise, on=on, clearance=clearance, catalogue=load())
    return without_closed(added, clearance, on=on, catalogue=load())


def planned(plan: Plan, *, on: date) -> frozenset[str]:
    """Every movement that stands in the days to come."""
    return planned_from(plan, on=on)


def may_stand_in(plan: Plan, exercise: str, *, on: date) -> tuple[str, ...]:
    """The planned movements whose work this one does."""
    return instead_of_what(plan, exercise, on=on, catalogue=load())


def take_out(plan: Plan, exercise: str, diary: Diary, *, on: date) -> Plan:
    """The plan without this movement from `on`; it can be undone."""
    return take_item_out(plan, exercise, on=on, clearance=_must_be_clear(plan, diary, on=on), catalogue=load())


def wish(intake: Intake, exercise: str) -> Wish:
    """What was said of a movement: a favourite, never, or neither."""
    return wish_of(intake, exercise)


def grant(plan: Plan, exercise: str, wish: Wish, diary: Diary, *, on: date) -> Plan:
    """The plan in which the wish holds from `on`."""
    return grant_wish(plan, exercise, wish, on=on, clearance=_must_be_clear(plan, diary, on=on), catalogue=load())


def instead_of(plan: Plan, exercise: str, diary: Diary, *, today: date) -> tuple[str, ...]:
    """Open movements that do the same work."""
    return alternatives_to(plan, exercise, clearance=_must_be_clear(plan, diary, on=today), catalogue=load())


def swap(plan: Plan, exercise: str, to: str, diary: Diary, *, on: date, today: date) -> Plan:
    """Another open movement in its place, from `on`."""
    return swap_item(plan, exercise, to, on=on, clearance=_must_be_clear(plan, diary, on=today), catalogue=load())


def make_easier(plan: Plan, exercise: str, diary: Diary, *, on: date, today: date) -> Plan:
    """The nearest easier rung, or less of the same, from `on`."""
    return ease_item(plan, exercise, on=on, clearance=_must_be_clear(plan, diary, on=today), catalogue=load())


def person(intake: Intake, examination: Examination | None = None, *, today: date) -> Subject:
    """What the mechanical model may know of this person: age, size, fused levels, measured ranges."""
    return person_of(intake, examination, today=today)


def share(person: Subject, task: Task, *, trunk: float | None, rng: "Generator", fixed_effort: bool = False) -> Share:
    """How hips and lumbar levels share a movement; every number a range. It explains, and changes no plan."""
    from psoas.mechanics.share_estimate import share_of  # noqa: PLC0415  # see above

    return share_of(person, task, trunk=trunk, rng=rng, fixed_effort=fixed_effort)


def see_bend(person: Subject) -> Seen:
    """A forward bend as the model sees it, now and with one thing changed; a reference person's where the model cannot run."""
    return see(person)


def relief(diary: Diary) -> Relief:
    """Which movements help this person, with what certainty."""
    return rank_relief(diary, catalogue=load())


def outlook(
    plan: Plan,
    diary: Diary,
    examinations: tuple[Examination, ...],
    *,
    told: Iterable[Entry] | None = None,
    today: date,
) -> Outlook:
    """How it runs, each with how sure that is. `told`: the entries as they were told, where a day may have several."""
    return Outlook(
        pain=pain_trajectory(plan, diary, catalogue=load(), today=today),
        pain_told=pain_marks(diary.entries if told is None else told, until=today),
        mobility=mobility_trajectory(plan, diary, catalogue=load(), today=today),
        weeks=weeks_told(plan, diary, today=today),
        climbs=climbs(diary, start=plan.start, catalogue=load(), today=today),
        walked=walked(plan, diary, today=today),
        retests=retests(examinations, intake=plan.intake, catalogue=load(), today=today),
        activities=own_activities(examinations, catalogue=load()),
        week_six=judge_week_six(plan, diary, catalogue=load(), today=today),
        rising=rises_two_weeks(diary, catalogue=load(), today=today),
        course=expected_course(plan, catalogue=load()),
    )


def pain_line(marks: Iterable[PainMark], moment: PainMoment) -> Series:
    """The middle of each day at one moment."""
    return line_of(marks, moment)


def watch(plan: Plan, diary: Diary, *, today: date) -> Notices:
    """What to say today without being asked: answer the safety questions again, be seen, what was made safer."""
    return keep_watch(plan, diary, catalogue=load(), today=today)


def _clear(intake: Intake, *, today: date, below_steadi: bool = False) -> Clearance:
    return _permitted(triage(intake, catalogue=load(), today=today, below_steadi=below_steadi))


def _permitted(triaged: Triaged) -> Clearance:
    if triaged.clearance is None:
        raise PlanForbiddenError(triaged.record)
    return triaged.clearance


def _must_be_clear(plan: Plan, diary: Diary, *, on: date) -> Clearance:
    """What is open on that day; a plan is not changed by hand while everything is stopped."""
    clearance = _clear_again(plan, diary, on=on)
    if clearance is None:
        raise BadInput("plan", "a safety answer that no longer stops everything")
    return clearance


def _clear_again(plan: Plan, diary: Diary, *, on: date) -> Clearance | None:
    """What is open on that day, given what the diary has told since the plan was made."""
    _, triaged = screen_again(plan, in_order(diary), catalogue=load(), today=on)
    return triaged.clearance
