"""One week, written down once: whoever solves it, it is worth the same."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import highspy
import pytest
from example_people import MAYA, START, TODAY
from plans_once import solve_anew
from random_people import random_person
from week_tasks import week_task

from psoas.catalogue.catalogue import load
from psoas.planning import highs, week_solver
from psoas.planning.block import plan_weeks
from psoas.planning.formulation import Formulation
from psoas.planning.heuristic import fill, is_whole
from psoas.planning.linear_model import Builder, SolverName
from psoas.planning.lp_format import lp_text
from psoas.planning.week_task import WeekTask, worth_of
from psoas.screening.triage import triage

APART = 0.005
PEOPLE = range(40, 52)


@pytest.fixture(params=PEOPLE)
def task(request: pytest.FixtureRequest) -> WeekTask:
    """The fullest of somebody's weeks, or an early one."""
    return week_task(random_person(Random(request.param)), 6 if request.param % 2 else 2)


def test_both_solvers_find_a_week_of_the_same_worth(task: WeekTask) -> None:
    """Within half a per cent, whole, and never below the greedy filling."""
    worths = {}
    for name in ("cp-sat", "highs"):
        solved = solve_anew(task, by=name)
        assert solved is not None
        assert is_whole(task, solved.filling)
        worths[name] = worth_of(task, solved.filling)
    greedy = fill(task)

    assert greedy is not None
    assert min(worths.values()) >= worth_of(task, greedy)
    assert worths["highs"] == pytest.approx(worths["cp-sat"], rel=APART)


@pytest.mark.parametrize("name", ["cp-sat", "highs"])
def test_a_solver_answers_the_same_twice(name: SolverName) -> None:
    task = week_task(MAYA, 6)

    assert solve_anew(task, by=name) == solve_anew(task, by=name)


@pytest.fixture
def nobody_to_solve(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(week_solver, "SOLVERS", (("cp-sat", "psoas.planning.not_here"),))
    week_solver.first_here.cache_clear()
    yield
    week_solver.first_here.cache_clear()


def test_without_any_solver_there_is_a_whole_plan_that_says_so(nobody_to_solve: None) -> None:
    """The greedy filling is the floor."""
    clearance = triage(MAYA, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    plan = plan_weeks(MAYA, examination=None, profile=None, clearance=clearance, catalogue=load(), start=START)

    assert (plan.planner.status, plan.planner.solver) == ("greedy", "greedy")
    assert all(day.sessions for week in plan.weeks for day in week.days)


def test_a_plan_names_who_fitted_its_weeks() -> None:
    clearance = triage(MAYA, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    plan = plan_weeks(MAYA, examination=None, profile=None, clearance=clearance, catalogue=load(), start=START)

    assert plan.planner.solver == "highs"


def test_highs_proves_its_weeks_best(task: WeekTask) -> None:
    """So that the same week has the same worth on every machine, whatever the referee is."""
    solved = solve_anew(task, by="highs")

    assert solved is not None
    assert (solved.status, solved.gap) == ("optimal", 0.0)


def test_highs_knows_all_that_it_is_told() -> None:
    """An option it does not know would be passed over in silence."""
    solver = highspy.Highs()

    assert [
        name for name, wanted in highs.OPTIONS.items() if solver.setOptionValue(name, wanted) != highspy.HighsStatus.kOk
    ] == []


def test_highs_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """A command prints its document and nothing beside it."""
    assert solve_anew(week_task(MAYA, 2), by="highs") is not None
    assert capfd.readouterr() == ("", "")


def test_the_text_and_the_values_are_the_same_model(task: WeekTask, tmp_path: Path) -> None:
    """What a page reads as text has the same best worth as what a computer hands over."""
    linear = Formulation(task).linear
    reader, file = highspy.Highs(), tmp_path / "week.lp"
    file.write_text(lp_text(linear), "ascii")
    reader.setOptionValue("output_flag", False)
    reader.setOptionValue("mip_rel_gap", 0.0)
    reader.readModel(str(file))
    reader.run()
    handed = highs.solve(linear, hint={})

    assert handed is not None
    assert round(reader.getInfo().objective_function_value) == linear.worth_of(handed.values)


def test_the_text_that_highs_reads_holds_every_row_and_bound() -> None:
    """A row with two bounds becomes two lines; long sums are broken."""
    builder = Builder()
    first, second = builder.column(worth=3), builder.column(7, worth=-2)
    builder.row((first, 60), (second, -1), low=-59, high=0)
    builder.exactly_one([first])
    lines = lp_text(builder.done()).splitlines()

    assert lines == [
        "Maximize",
        " worth: + 3 x0 - 2 x1",
        "Subject To",
        " r0l: + 60 x0 - 1 x1 >= -59",
        " r0h: + 60 x0 - 1 x1 <= 0",
        " r1: + 1 x0 = 1",
        "Bounds",
        " 0 <= x0 <= 1",
        " 0 <= x1 <= 7",
        "Generals",
        " x0",
        " x1",
        "End",
    ]
