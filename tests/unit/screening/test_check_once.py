"""What was checked is trusted: an intake is checked once where it is judged, and judged once for each day that counts."""

import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import FrameType

import pytest
from example_people import MAYA, TODAY

from psoas import journey
from psoas.cli.main import run
from psoas.diary.entry import Diary
from psoas.screening.intake_check import check_intake
from psoas.screening.triage import judge

EXAMPLES = Path(__file__).parents[3] / "examples"


def counted(work: Callable[[], object]) -> tuple[int, int]:
    """How often an intake is checked, and how often it is judged."""
    names = {check_intake.__code__: "checked", judge.__code__: "judged"}
    seen: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code in names:
            seen[names[frame.f_code]] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return seen["checked"], seen["judged"]


@pytest.mark.parametrize(("days_ahead", "judged"), [(0, 1), (1, 2)])
def test_a_plan_checks_its_intake_once_and_judges_it_once_for_each_day_that_counts(days_ahead: int, judged: int) -> None:
    """A stop is judged today, the phase after an operation on the first day."""
    start = TODAY + timedelta(days=days_ahead)

    assert counted(lambda: journey.plan(MAYA, start=start, today=TODAY)) == (1, judged)


def test_a_session_is_opened_by_one_look() -> None:
    """What is open and how much of it are one clearance."""
    session = journey.first_session(MAYA, today=TODAY)

    assert counted(lambda: journey.train(session, intake=MAYA, today=TODAY)) == (1, 1)


def test_adapting_checks_once() -> None:
    """The plan's intake, with what the diary has told since."""
    plan = journey.plan(MAYA, start=TODAY, today=TODAY)

    assert counted(lambda: journey.adapt(plan, Diary(), today=TODAY)) == (1, 1)


def test_the_command_line_checks_a_file_at_the_door_and_the_plan_where_it_is_judged(tmp_path: Path) -> None:
    """Whoever calls `journey.plan` from a program of their own has no door."""
    day = date(2026, 11, 23)
    command = [
        "psoas",
        "plan",
        str(EXAMPLES / "office-worker.intake.json"),
        "--today",
        str(day),
        "-o",
        str(tmp_path / "plan.json"),
    ]

    def plan() -> None:
        with pytest.raises(SystemExit):
            run()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", command)
        assert counted(plan) == (2, 2)
