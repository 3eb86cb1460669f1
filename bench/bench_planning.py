"""Planning: eight weeks for 200 random people, with the solver beside the greedy planner on the same weeks."""

import statistics
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from example_people import START, TODAY
from random_people import random_examination, random_person

from psoas.assessment.evaluation import examine
from psoas.catalogue.catalogue import load
from psoas.planning import block, week_solver
from psoas.planning.filling import Solved
from psoas.planning.heuristic import fill
from psoas.planning.plan import Plan
from psoas.planning.week_solver import solve
from psoas.planning.week_task import WeekTask, worth_of
from psoas.screening.triage import triage

PEOPLE = 200
SEED = 20261120


def run() -> dict[str, str]:
    """Wall time a person, share proven optimal, and how much less full the greedy weeks are."""
    random, solved = Random(SEED), Solves()
    week_solver.solve = solved
    wall, processor, proven = [], [], 0
    for _ in range(PEOPLE):
        began, began_cpu = time.perf_counter(), time.process_time()
        plan = _plan(random)
        wall.append(time.perf_counter() - began)
        processor.append(time.process_time() - began_cpu)
        proven += plan.planner.status == "optimal"
    week_solver.solve = solve
    return {
        "people": str(PEOPLE),
        "median, wall": f"{statistics.median(wall):.3f} s",
        "95th percentile, wall": f"{statistics.quantiles(wall, n=20)[18]:.3f} s",
        "median, processor": f"{statistics.median(processor):.3f} s",
        "95th percentile, processor": f"{statistics.quantiles(processor, n=20)[18]:.3f} s",
        "plans proven optimal per week": f"{proven / PEOPLE:.1%}",
        "weeks proven optimal": f"{solved.proven / len(solved.gaps):.1%} of {len(solved.gaps)}",
        "greedy below solver, mean": f"{statistics.mean(solved.gaps):.1%}",
        "greedy below solver, most": f"{max(solved.gaps):.1%}",
    }


class Solves:
    """The solver, noting how far below it the greedy filling stays."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.proven = 0

    def __call__(self, task: WeekTask) -> Solved | None:
        solved = solve(task)
        greedy = fill(task)
        if solved is not None and greedy is not None:
            best = worth_of(task, solved.filling)
            self.gaps.append((best - worth_of(task, greedy)) / best if best else 0.0)
            self.proven += solved.status == "optimal"
        return solved


def _plan(random: Random) -> Plan:
    intake = random_person(random)
    examination = random_examination(random) if random.random() < 0.7 else None
    clearance = triage(intake, catalogue=load(), today=TODAY).clearance
    if clearance is None:
        raise AssertionError("these people have nothing that stops them")
    profile = examine(intake, examination, catalogue=load()) if examination else None
    return block.plan_weeks(
        intake, examination=examination, profile=profile, clearance=clearance, catalogue=load(), start=START
    )
