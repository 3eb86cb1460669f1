"""A program in a process of its own, with a database of its own: for what threads, limits and kills do.

The program begins with `import django; django.setup()`; then it may take an empty database, or Maya's first plan, from here.
"""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from django.core.management import call_command
from example_people import MAYA
from page_addresses import DAY
from real_server import environment

from psoas import journey
from psoas.planning.plan import Plan
from psoas.records import actions
from psoas.web import clock

TESTS = str(Path(__file__).parent)


def printed_by(program: str | Path, *arguments: str, data: Path, killed: bool = False) -> str:
    """What the program prints, with its data in this folder. `killed`: it is not meant to end well."""
    path = os.pathsep.join([TESTS, os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, *([str(program)] if isinstance(program, Path) else ["-c", program]), *arguments]
    told = subprocess.run(command, env=environment(data, PYTHONPATH=path), check=False, capture_output=True, text=True)
    assert killed or told.returncode == 0, told.stderr
    return told.stdout


def begin() -> None:
    """An empty database."""
    call_command("migrate", verbosity=0)


def begin_with_a_plan(*, on: date = DAY, today: date = DAY) -> Plan:
    """Maya's answers and her plan on record since one day; it is another one now."""
    begin()
    clock.today = lambda: today  # type: ignore[assignment]  # this process is the test's own
    plan = journey.plan(MAYA, start=on, today=on)
    actions.keep_intake(intake=plan.intake, clearance=plan.clearance, on=on)
    actions.keep_plan(plan=plan, reason="made", on=on)
    return plan
