"""Eight weeks, in order: who takes part, each week filled, each day written out, and what was left out.

select -> person -> programme -> fill each week -> days -> exclusions
"""

from collections.abc import Iterator
from datetime import date, timedelta

from psoas.assessment.examination import Examination
from psoas.assessment.profile import Profile
from psoas.catalogue.catalogue import Catalogue
from psoas.planning.composition import compose
from psoas.planning.current_doses import CurrentDoses
from psoas.planning.dose_floor import Filled, fill_weeks
from psoas.planning.exclusion import exclusions_of
from psoas.planning.maintenance import STRENGTH_DAYS, WALK_MINUTES, walking_days
from psoas.planning.micro_breaks import break_movements, breaks_of
from psoas.planning.person import Person, read_person
from psoas.planning.plan import WEEKS, Day, Focus, Plan, Planner, PlannerName, PlannerStatus, Session, Stage, Week
from psoas.planning.programme import Programme
from psoas.planning.rhythm import KINDS, MOST_STRENGTH_DAYS, DayKind, Rhythm, rhythm_of
from psoas.planning.schedule import sessions_of
from psoas.planning.selection import select
from psoas.planning.walking import NO_WALK, Endurance, endurance_of, endurance_sessions, kept_walks
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake
from psoas.vocabulary.dates import weekday_of
from psoas.vocabulary.value import value

FOCUS: tuple[tuple[Focus, ...], ...] = (
    ("morning-mobilisation", "micro-breaks"),
    ("core-basics",),
    ("hip-strength",),
    ("cardio",),
    ("dynamic",),
    ("evening-release",),
    ("challenge",),
    ("ergonomics-and-stress",),
)
"""What joins in each week (source-plan)."""
ORDER_OF_STATUS: tuple[PlannerStatus, ...] = ("optimal", "feasible", "greedy")


@value
class BlockContext:
    """What all weeks of one plan share."""

    intake: Intake
    person: Person
    rhythm: Rhythm
    endurance: Endurance
    breaks: tuple[str, ...]
    programme: Programme
    catalogue: Catalogue
    stage: Stage


def plan_weeks(
    intake: Intake,
    *,
    examination: Examination | None,
    profile: Profile | None,
    clearance: Clearance,
    catalogue: Catalogue,
    start: date,
    standing: CurrentDoses | None = None,
    stage: Stage = "build",
) -> Plan:
    """The plan; `standing`: what the block before has reached; `stage`: what its weeks are for.

    PlanInfeasible names what would have to give when not even one drill a day fits."""
    selection = select(intake, clearance=clearance, catalogue=catalogue, examination=examination, on=start)
    person = read_person(intake, examination=examination, profile=profile, clearance=clearance, catalogue=catalogue, on=start)
    stage = "build" if person.restricted else stage
    rhythm = rhythm_of(
        intake.training_days,
        minutes=intake.minutes_per_day,
        restricted=person.restricted,
        most_strength=STRENGTH_DAYS if stage == "keep-well" else MOST_STRENGTH_DAYS,
    )
    programme = compose(person, rhythm, open_=selection.open, catalogue=catalogue, standing=standing, stage=stage)
    context = BlockContext(
        intake=intake,
        person=person,
        rhythm=rhythm,
        endurance=_endurance(person, rhythm, intake, stage, open_=selection.open, catalogue=catalogue, standing=standing),
        breaks=break_movements(person, open_=selection.open, catalogue=catalogue),
        programme=programme,
        catalogue=catalogue,
        stage=stage,
    )
    filled = fill_weeks(programme)
    weeks = tuple(_week(context, number, filled[number - 1], start) for number in range(1, WEEKS + 1))
    return Plan(
        start=start,
        stage=stage,
        intake=intake,
        examination=examination,
        clearance=clearance.record,
        planner=_planner(filled),
        weeks=weeks,
        excluded=exclusions_of(weeks, selection=selection, programme=programme, catalogue=catalogue),
    )


def _endurance(
    person: Person,
    rhythm: Rhythm,
    intake: Intake,
    stage: Stage,
    *,
    open_: tuple[str, ...],
    catalogue: Catalogue,
    standing: CurrentDoses | None,
) -> Endurance:
    walk_s = standing.walk_s if standing else None
    if stage == "build":
        return endurance_of(person, rhythm, open_=open_, catalogue=catalogue, walk_s=walk_s)
    minutes = WALK_MINUTES if intake.cardio_minutes is None else intake.cardio_minutes
    return kept_walks(person, open_=open_, catalogue=catalogue, minutes=minutes, walk_s=walk_s)


def _planner(filled: tuple[Filled, ...]) -> Planner:
    """A plan is as good as its least good week."""
    status = max((week.solved.status for week in filled), key=ORDER_OF_STATUS.index)
    named: Iterator[PlannerName] = (week.solved.solver for week in filled if week.solved.solver != "greedy")
    return Planner(status=status, gap=max(week.solved.gap for week in filled), solver=next(named, "greedy"))


def _week(context: BlockContext, number: int, filled: Filled, start: date) -> Week:
    present = {day.kind for day in filled.task.days}
    contents = {
        kind: sessions_of(
            filled.task, filled.solved.filling, kind, week=number, programme=context.programme, catalogue=context.catalogue
        )
        for kind in KINDS
        if kind in present
    }
    first = start + timedelta(weeks=number - 1)
    days = tuple(_day(context, number, first + timedelta(days=offset), contents) for offset in range(7))
    return Week(number=number, focus=_focus(context, number), days=days)


def _focus(context: BlockContext, number: int) -> tuple[Focus, ...]:
    if context.person.restricted:
        return ()
    if context.stage == "keep-well":
        return ("keep-well",) if number == 1 else ()
    return FOCUS[number - 1]


def _day(context: BlockContext, week: int, day: date, contents: dict[DayKind, tuple[Session, ...]]) -> Day:
    weekday = weekday_of(day)
    walks = context.stage == "build" or weekday in walking_days(context.rhythm.training)
    endurance = context.endurance if walks else NO_WALK
    trains = weekday in context.rhythm.cardio
    return Day(
        date=day,
        micro_breaks=breaks_of(context.intake.sitting, day, context.breaks, every=context.intake.breaks_every),
        habits=habits_of(context.person, week=week, catalogue=context.catalogue),
        sessions=(
            *contents[context.rhythm.kind(weekday, week=week)],
            *endurance_sessions(endurance, week=week, trains=trains, catalogue=context.catalogue),
        ),
    )


def habits_of(person: Person, *, week: int, catalogue: Catalogue) -> tuple[str, ...]:
    """Habits that have joined by this week and are for this person."""
    return tuple(
        habit.id
        for habit in catalogue.habits.values()
        if habit.week <= week and (not habit.when or person.circumstances & set(habit.when))
    )
