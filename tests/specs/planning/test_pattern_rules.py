"""The seven main patterns of strength: how often, how much, and how they grow.

Each open pattern is done on two or three days a week from its week on, where the minutes allow it; with fewer minutes fewer
patterns, in turn, in full. Doses grow by a fifth a week at most; the plan is a ceiling, the log decides the pace.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from cohort.life import first_plan
from cohort.population import person
from example_people import LENA, MAYA, OTTO, ROSA, START, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.planning.block import plan_weeks
from psoas.planning.composition import compose
from psoas.planning.dose import Dose
from psoas.planning.offers import patterns_for
from psoas.planning.patterns import Patterns
from psoas.planning.person import Person, read_person
from psoas.planning.plan import WEEKS, Item, Plan
from psoas.planning.programme import Programme, ProgrammeRow
from psoas.planning.rhythm import rhythm_of
from psoas.planning.selection import select
from psoas.screening.clearance import Clearance
from psoas.screening.intake import Intake
from psoas.screening.triage import triage

PEOPLE: dict[str, Intake] = {
    "15 minutes, 4 days": MAYA,
    "30 minutes, 4 days": replace(MAYA, minutes_per_day=30),
    "10 minutes, 3 days": replace(MAYA, minutes_per_day=10, training_days=("mon", "wed", "fri")),
    "5 minutes, 2 days": replace(MAYA, minutes_per_day=5, training_days=("tue", "sat")),
    "runner of 34": LENA,
    "75, falls": replace(ROSA, minutes_per_day=20, training_days=("mon", "wed", "fri")),
    "64, sore knee": OTTO,
    "90, pain of 6": replace(
        MAYA,
        born=1936,
        pain=replace(MAYA.pain, average_week=6),
        conditions=("shoulder-problem", "spinal-stenosis"),
        minutes_per_day=15,
        training_days=("mon", "wed", "fri"),
    ),
    "average pain of 7": replace(MAYA, minutes_per_day=20, pain=replace(MAYA.pain, average_week=7)),
}


def plan(who: str) -> Plan:
    clearance = cleared(PEOPLE[who])
    return plan_weeks(PEOPLE[who], examination=None, profile=None, clearance=clearance, catalogue=load(), start=START)


def strength(plan: Plan, *, week: int) -> Iterator[tuple[object, str, Item]]:
    """Day, pattern and item of a week's strength sessions."""
    for day in plan.weeks[week - 1].days:
        for session in (known for known in day.sessions if known.kind == "strength"):
            for item in session.items:
                if (pattern := load().exercises[item.exercise].pattern) is not None:
                    yield day.date, pattern, item


def days_of(plan: Plan, *, week: int) -> dict[str, int]:
    """On how many days of a week each pattern is done."""
    found: dict[str, set[object]] = defaultdict(set)
    for day, pattern, _ in strength(plan, week=week):
        found[pattern].add(day)
    return {pattern: len(days) for pattern, days in found.items()}


def test_how_many_patterns_are_trained_and_how_often() -> None:
    """In week 4, when all have joined: patterns on two or three days, and patterns that take turns on one."""
    table = """
        who                | on 2-3 days at least | all at least
        15 minutes, 4 days | 4                    | 4
        30 minutes, 4 days | 7                    | 7
        10 minutes, 3 days | 2                    | 3
        5 minutes, 2 days  | 0                    | 2
        runner of 34       | 5                    | 6
        75, falls          | 3                    | 4
        64, sore knee      | 4                    | 4
        average pain of 7  | 6                    | 6
    """
    for row in rows(table):
        often = days_of(plan(row["who"]), week=4)

        assert sum(days >= 2 for days in often.values()) >= int(row["on 2-3 days at least"]), (row, often)
        assert len(often) >= int(row["all at least"]), (row, often)
        assert max(often.values()) <= 3


def test_from_sixty_on_rising_from_a_chair_comes_early() -> None:
    """Right after what answers the first finding, before what a special need asks for: age takes it first, and everything at
    home needs it (opinion). With few minutes the order decides what finds room."""
    table = """
        born | condition         | place of squat or rise, at the latest
        1986 | spondylolisthesis | 7
        1966 | spondylolisthesis | 2
        1956 | none              | 2
    """
    for row in rows(table):
        told = () if row["condition"] == "none" else (row["condition"],)
        order = [pattern for pattern, _ in patterns_for(planned_person(replace(MAYA, born=int(row["born"]), conditions=told)))]

        assert order.index("squat-or-rise") + 1 <= int(row["place of squat or rise, at the latest"]), (row, order)


def test_what_a_pattern_has_grown_to_is_not_taken_back_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first four grow before others join; when all of them grow at last, none gives back."""
    early: list[dict[str, tuple[str, int]]] = []

    def take_and_note(patterns: Patterns, take: Callable[[Patterns], None] = Patterns.take) -> None:
        take(patterns)
        early.append(last_work(patterns.draft.entries))

    monkeypatch.setattr(Patterns, "take", take_and_note)
    for who, intake in PEOPLE.items():
        late = last_work(programme_of(intake).entries)

        for pattern, (exercise, work) in early[-1].items():
            assert late[pattern][0] != exercise or late[pattern][1] >= work, (who, early[-1], late)


def test_a_drill_that_becomes_strength_ends_as_a_drill() -> None:
    """The seated hinge opens the mornings of two weeks, then it is trained: two doses of one movement pull at each other."""
    drawn = (person(number) for number in (0, 16, 24, 37))
    for who, made in ((one.says, first_plan(one)) for one in drawn):
        for week in made.weeks:
            sessions = [session for day in week.days for session in day.sessions]
            trained = {item.exercise for session in sessions if session.kind == "strength" for item in session.items}
            drilled = {item.exercise for session in sessions if session.kind != "strength" for item in session.items}

            assert not trained & drilled, (who, week.number)


def last_work(entries: Iterable[ProgrammeRow]) -> dict[str, tuple[str, int]]:
    """The rung of each pattern in week 8, and sets x repetitions x hold of its first side."""
    last = [entry for entry in entries if entry.slot == "strength" and entry.last == WEEKS]
    named = [(load().exercises[entry.exercise].pattern, entry) for entry in last]
    return {
        pattern: (entry.exercise, entry.candidates[-1].options[0].doses[0][1].amount) for pattern, entry in named if pattern
    }


def programme_of(intake: Intake) -> Programme:
    person = planned_person(intake)
    rhythm = rhythm_of(intake.training_days, minutes=intake.minutes_per_day, restricted=person.restricted)
    selection = select(intake, clearance=cleared(intake), catalogue=load(), on=START)
    return compose(person, rhythm, open_=selection.open, catalogue=load())


def planned_person(intake: Intake) -> Person:
    return read_person(intake, examination=None, profile=None, clearance=cleared(intake), catalogue=load(), on=START)


def cleared(intake: Intake) -> Clearance:
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return clearance


def test_a_dose_over_the_weeks() -> None:
    """A visible line for each movement: sets x repetitions (x seconds held); the next rung in week 5; in week 7 a band or a
    weight up, and without a load the next rung. The last week keeps room for the step that the log may take."""
    table = """
        who                | exercise           | 2       | 3       | 4       | 5      | 6      | 7       | 8
        15 minutes, 4 days | glute-bridge       | 2x5     | 2x6     | 2x7     |        |        |         |
        15 minutes, 4 days | pallof-press       | 2x5     | 2x6     | 2x7     | 2x8    | 2x9    | 2x9     | 2x9
        15 minutes, 4 days | sit-to-stand       |         | 2x5     | 2x6     |        |        |         |
        15 minutes, 4 days | hip-hinge-deadlift |         |         |         | 2x5    | 2x6    | 2x6     | 2x6
        5 minutes, 2 days  | sit-to-stand       |         | 2x5     | 2x6     |        |        |         |
        5 minutes, 2 days  | box-squat          |         |         |         | 2x5    | 2x6    |         |
        5 minutes, 2 days  | bodyweight-squat   |         |         |         |        |        | 2x6     | 2x6
    """
    for row in rows(table):
        made = plan(row["who"])
        for week in range(2, 9):
            doses = {written(i.dose) for _, _, i in strength(made, week=week) if i.exercise == row["exercise"]}

            assert doses == set(row[str(week)].split()), (row, week)


def written(dose: Dose) -> str:
    return "x".join(str(part) for part in (dose.sets, dose.reps, dose.hold_s) if part is not None)


def test_high_pain_begins_with_half_the_sets_on_the_easiest_rung_and_grows() -> None:
    """Full doses for the gentle too: more is only asked as fast as a fifth a week, and the log may say wait."""
    made = plan("average pain of 7")
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    rungs: dict[str, set[str]] = defaultdict(set)
    for week in range(2, 9):
        for _, pattern, item in strength(made, week=week):
            first.setdefault(pattern, item.sets)
            last[pattern] = item.sets
            rungs[pattern].add(item.exercise)

    assert set(first.values()) == {1}
    assert sum(sets >= 2 or len(rungs[pattern]) > 1 for pattern, sets in last.items()) >= 6, (last, rungs)


def test_more_pain_never_asks_for_more() -> None:
    """The same person with an average of 0 to 10: no week's work of any pattern is larger with high pain than with little."""
    work = {}
    for pain in (3, 6, 9):
        PEOPLE["pain"] = replace(PEOPLE["30 minutes, 4 days"], pain=replace(MAYA.pain, average_week=pain))
        weeks = [strength(plan("pain"), week=week) for week in range(1, 9)]
        work[pain] = [sum(i.dose.work_seconds(load().exercises[i.exercise]) for *_, i in week) for week in weeks]

    assert all(more <= less for more, less in zip(work[6], work[3], strict=True)), work
    assert work[9] == work[6]
