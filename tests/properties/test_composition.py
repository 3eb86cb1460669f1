"""Screen, plan, adapt, apply, plan again: whatever is answered and logged, nothing closed ever comes near anybody.

Every way by which a movement can reach a person is walked: the plan's items and micro-breaks, easier rungs, replacements,
steps up, the first session, and the plan that follows.
"""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from example_people import ALL_NO, FRANK, MAYA, ROSA, SAFETY_QUESTIONS, START
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.adaptation.changes import Changes
from psoas.adaptation.decision import decide
from psoas.adaptation.rescreening import screen_again
from psoas.catalogue.catalogue import load
from psoas.catalogue.demands import Limit, closed_by
from psoas.diary.diary_check import check_diary
from psoas.diary.entry import BreakTaken, Diary, Done, Entry, EntryPain
from psoas.exchange.documents import read_document, write_document
from psoas.planning.accepted_changes import apply, stopped
from psoas.planning.block import plan_weeks
from psoas.planning.duration import counted_minutes
from psoas.planning.first_session import first_session
from psoas.planning.plan import Day, Item, Plan
from psoas.planning.plan_check import check_plan
from psoas.screening.clearance import Clearance, ClearanceRecord
from psoas.screening.intake import Intake, Pregnancy, Surgery
from psoas.screening.triage import triage

CATALOGUE = load()
PLANNED_ON = START
YOUNG_FUSION = replace(
    FRANK,
    surgeries=(
        Surgery(
            what="lumbar-fusion",
            levels=("L4-L5",),
            on=START - timedelta(days=120),
            cleared_on=START - timedelta(days=20),
        ),
    ),
)
NEW_HIP = replace(
    ROSA,
    conditions=(),
    falls=None,
    surgeries=(
        Surgery(what="hip-replacement", side="left", on=START - timedelta(days=60), cleared_on=START - timedelta(days=10)),
    ),
)
EXPECTING = replace(MAYA, born=1994, pregnancy=Pregnancy(weeks=22, pelvic_girdle_pain=True))
WARY = replace(MAYA, avoid=("kneeling", "floor"), floor="no", conditions=("osteoporosis", "shoulder-problem"))
PEOPLE: dict[str, Intake] = {
    "Maya": MAYA,
    "Frank": FRANK,
    "Rosa": ROSA,
    "a fusion of four months": YOUNG_FUSION,
    "a hip of two months": NEW_HIP,
    "expecting": EXPECTING,
    "wary": WARY,
}


@cache
def planned(name: str) -> Plan:
    clearance = triage(PEOPLE[name], catalogue=CATALOGUE, today=PLANNED_ON).clearance
    assert clearance is not None
    return plan_weeks(PEOPLE[name], examination=None, profile=None, clearance=clearance, catalogue=CATALOGUE, start=START)


def days_of(plan: Plan) -> list[Day]:
    return [day for week in plan.weeks for day in week.days]


def items_of(day: Day) -> list[Item]:
    return [item for session in day.sessions for item in session.items]


def movements_of(day: Day) -> set[str]:
    return {item.exercise for item in items_of(day)} | {pause.exercise for pause in day.micro_breaks}


def closed_among(movements: set[str], limits: tuple[Limit, ...]) -> set[str]:
    return {name for name in movements if closed_by(name, CATALOGUE.exercises[name].demands, limits)}


@st.composite
def logged_days(draw: st.DrawFn, plan: Plan, day: Day) -> Entry:
    """A day as it may be logged: some of what was planned, in full or not, with any feeling; rarely an alarm."""
    scores = st.none() | st.integers(0, 4) | st.integers(0, 10)
    rows = tuple(
        Done(
            exercise=item.exercise,
            side=item.side,
            sets=item.sets,
            reps=item.reps,
            hold_s=item.hold_s,
            pain=draw(scores),
            felt=draw(st.sampled_from([None, None, None, None, "same", "worse", "sharp"])),
        )
        for item in items_of(day)
        if draw(st.integers(0, 3))
    )
    question = draw(st.sampled_from([None, None, None, *SAFETY_QUESTIONS]))
    answer = draw(st.sampled_from(["no", "no", "known", "known", "unsure", "yes"]))
    pauses = tuple(
        BreakTaken(at=p.at, exercise=p.exercise, did=draw(st.sampled_from(["yes", "no", "hurt"])))
        for p in day.micro_breaks[:3]
    )
    return Entry(
        on=day.date,
        pain=EntryPain(before=draw(scores), during=draw(scores), after=draw(scores), next_morning=draw(scores)),
        exercises=rows,
        answers={question: answer} if question else None,
        micro_breaks=pauses if draw(st.booleans()) else (),
    )


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, Diary, date]:
    """Somebody, what they logged so far, and the day it is."""
    name = draw(st.sampled_from(sorted(PEOPLE)))
    plan = planned(name)
    today_number = draw(st.integers(1, 54))
    numbers = draw(st.lists(st.integers(max(0, today_number - 16), today_number), unique=True, max_size=6))
    entries = tuple(draw(logged_days(plan, days_of(plan)[number])) for number in numbers)
    return name, Diary(entries=entries), START + timedelta(days=today_number)


def adapted(name: str, diary: Diary, today: date) -> tuple[Changes, Plan]:
    check_diary(diary, catalogue=CATALOGUE)
    changes = decide(planned(name), diary, catalogue=CATALOGUE, today=today)
    clearance = screen_again(planned(name), diary.entries, catalogue=CATALOGUE, today=today)[1].clearance
    if clearance is None:
        return changes, stopped(planned(name), changes.changes, on=today)
    return changes, apply(planned(name), changes.changes, on=today, catalogue=CATALOGUE, clearance=clearance)


def limits_today(name: str, diary: Diary, today: date) -> tuple[Limit, ...] | None:
    """What triage closes today; None: everything."""
    _, triaged = screen_again(planned(name), diary.entries, catalogue=CATALOGUE, today=today)
    return triaged.clearance.limits if triaged.clearance else None


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_no_plan_and_no_first_session_holds_what_is_closed(name: str) -> None:
    clearance = triage(PEOPLE[name], catalogue=CATALOGUE, today=PLANNED_ON).clearance
    assert clearance is not None
    first = first_session(PEOPLE[name], clearance=clearance, catalogue=CATALOGUE)
    moves = {item.exercise for item in first.items}.union(*(movements_of(day) for day in days_of(planned(name))))

    assert closed_among(moves, clearance.limits) == set()


@settings(max_examples=40, deadline=None)
@given(stories())
def test_after_adapting_the_coming_week_holds_nothing_closed(story: tuple[str, Diary, date]) -> None:
    """Items, micro-breaks, replacements and steps up, under the limits of today."""
    name, diary, today = story
    _, plan = adapted(name, diary, today)
    week = [day for day in days_of(plan) if today <= day.date < today + timedelta(days=7)]
    moves = set[str]().union(*(movements_of(day) for day in week))
    limits = limits_today(name, diary, today)

    assert moves == set() if limits is None else closed_among(moves, limits) == set()
    check_plan(plan, catalogue=CATALOGUE)


@settings(max_examples=40, deadline=None)
@given(stories())
def test_every_change_answers_one_row_of_the_coming_week(story: tuple[str, Diary, date]) -> None:
    name, diary, today = story
    changes, _ = adapted(name, diary, today)
    week = [day for day in days_of(planned(name)) if today <= day.date < today + timedelta(days=7)]
    keys = {(item.exercise, item.side) for day in week for item in items_of(day)}
    changed = [(row.exercise, row.side) for row in changes.changes]
    pauses = {pause.exercise for day in week for pause in day.micro_breaks}

    assert len(changed) == len(set(changed))
    assert keys <= set(changed)
    kept_below = {row.to.exercise for row in changes.changes if row.change == "hold"}
    assert {exercise for exercise, _ in set(changed) - keys} <= pauses | kept_below


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(sorted(PEOPLE)), st.integers(0, 40), st.data())
def test_a_fortnight_lived_day_by_day_stays_within_what_is_open(name: str, first: int, data: st.DataObject) -> None:
    """Each evening the day is logged and the plan adapted from the next morning on; what is ahead holds nothing closed."""
    plan = planned(name)
    entries: tuple[Entry, ...] = ()
    for number in range(first, first + 14):
        day = days_of(plan)[number]
        entries = (*entries, data.draw(logged_days(plan, day)))
        _, triaged = screen_again(plan, entries, catalogue=CATALOGUE, today=day.date)
        if triaged.clearance is None:
            break
        changes = decide(plan, Diary(entries=entries), catalogue=CATALOGUE, today=day.date).changes
        tomorrow = day.date + timedelta(days=1)
        plan = apply(plan, changes, on=tomorrow, catalogue=CATALOGUE, clearance=triaged.clearance)
        check_plan(plan, catalogue=CATALOGUE)
        ahead = [day for day in days_of(plan) if day.date >= tomorrow]

        assert closed_among(set[str]().union(*(movements_of(day) for day in ahead)), triaged.clearance.limits) == set()
        assert all(counted_minutes(day) <= plan.intake.minutes_per_day for day in ahead)
        lately = {
            (row.on, row.change.exercise)
            for row in plan.applied
            if row.change.change == "progress" and row.on > tomorrow - timedelta(days=5)
        }
        assert len(lately) == len({exercise for _, exercise in lately})


@settings(max_examples=4, deadline=None)
@given(stories())
def test_the_same_story_gives_the_same_bytes_and_reads_back_equal(story: tuple[str, Diary, date]) -> None:
    name, diary, today = story
    (changes, plan), (again, plan_again) = adapted(name, diary, today), adapted(name, diary, today)
    text = write_document(changes)

    assert text == write_document(again)
    assert write_document(plan) == write_document(plan_again)
    assert read_document(text.encode(), Changes, where="memory") == changes
    assert read_document(write_document(plan).encode(), Plan, where="memory") == plan
    assert read_document(write_document(diary).encode(), Diary, where="memory") == diary


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted(PEOPLE)),
    st.dictionaries(st.sampled_from(SAFETY_QUESTIONS), st.sampled_from(["yes", "known", "unsure"]), max_size=3),
)
def test_there_is_no_permission_where_triage_closes_everything(name: str, answers: dict[str, str]) -> None:
    """Without a clearance nothing can be planned: it is what planning asks for, and only triage makes it."""
    told = replace(PEOPLE[name], answers={**ALL_NO, **answers})  # type: ignore[arg-type]  # answers of the scale
    triaged = triage(told, catalogue=CATALOGUE, today=PLANNED_ON)

    assert (triaged.clearance is None) == (triaged.record.scope == "none")


def test_nobody_else_can_make_a_permission() -> None:
    with pytest.raises(TypeError):
        Clearance(ClearanceRecord(urgency="none", scope="full"), (), seal=object())  # type: ignore[arg-type]  # the point


@pytest.mark.parametrize("name", ["Rosa", "a hip of two months"])
def test_a_plan_made_after_the_log_keeps_what_the_log_closed(name: str) -> None:
    """A known numb strip in one leg joins the intake, and the next plan leaves out what it closes."""
    diary = Diary(entries=(Entry(on=START, answers={"one-leg-numb": "known"}),))
    today = START + timedelta(days=3)
    intake, triaged = screen_again(planned(name), diary.entries, catalogue=CATALOGUE, today=today)
    assert triaged.clearance is not None

    again = plan_weeks(intake, examination=None, profile=None, clearance=triaged.clearance, catalogue=CATALOGUE, start=today)

    assert closed_among(set().union(*(movements_of(day) for day in days_of(again))), triaged.clearance.limits) == set()
    assert intake.answers["one-leg-numb"] == "known"
