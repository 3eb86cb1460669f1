"""What the tests keep of a plan is that plan: asked for once, and another one where anything that was told is another."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import plans_once
import pytest
from example_people import MAYA, START, TODAY
from plans_once import once, planned, solved_once
from week_tasks import week_task

from psoas import journey
from psoas.planning.plan import Plan
from psoas.planning.week_task import WeekTask
from psoas.vocabulary.language import speaking


class Planner:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, *who: Any, **how: Any) -> Plan:
        self.asked += 1
        return planned(*who, **how)


@pytest.fixture
def planner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Planner:
    made = Planner()
    monkeypatch.setattr(journey, "plan_weeks", once(made, tmp_path))
    return made


def test_the_same_person_is_planned_once(planner: Planner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another process of the run reads what this one made."""
    here = [journey.plan(MAYA, start=START, today=TODAY) for _ in range(2)]
    elsewhere = Planner()
    monkeypatch.setattr(journey, "plan_weeks", once(elsewhere, tmp_path))

    assert journey.plan(MAYA, start=START, today=TODAY) == here[0] == here[1]
    assert (planner.asked, elsewhere.asked) == (1, 0)


def test_anything_told_differently_is_another_plan(planner: Planner) -> None:
    """A field, an answer, the day, the stage, the language."""
    person = replace(MAYA, minutes_per_day=5)
    journey.plan(person, start=START, today=TODAY)
    journey.plan(replace(person, goals=()), start=START, today=TODAY)
    journey.plan(replace(person, answers={**person.answers, "one-leg-numb": "known"}), start=START, today=TODAY)
    journey.plan(person, start=START + timedelta(days=1), today=TODAY)
    journey.plan(person, start=START, today=TODAY, stage="keep-well")
    with speaking("de"):
        journey.plan(person, start=START, today=TODAY)

    assert planner.asked == 6


def test_a_week_that_plans_share_is_filled_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Here and in the other processes of the run; who names a solver is answered by it."""
    asked: list[WeekTask] = []
    solver = plans_once.solve_anew
    monkeypatch.setattr(plans_once, "solve_anew", lambda task, **how: (asked.append(task), solver(task, **how))[1])
    task = week_task(MAYA, 6)
    first, again = solved_once(tmp_path)(task), solved_once(tmp_path)(task)
    assert (again, len(asked)) == (first, 1)

    solved_once(tmp_path)(task, by="cp-sat")
    solved_once(tmp_path)(week_task(MAYA, 2))
    assert len(asked) == 3
