"""Two windows of the same person change the plan at the same moment: neither change is lost."""

import os
import subprocess
import sys
from pathlib import Path

TWO_WINDOWS = """
import sys
sys.path.insert(0, sys.argv[1])
import django; django.setup()
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from time import sleep
from django.core.management import call_command
from django.db import connection
from django.test import Client
from example_people import MAYA
from psoas import journey
from psoas.diary.entry import Diary
from psoas.records import actions, queries
from psoas.vocabulary.errors import BadInput
from psoas.web import clock

call_command("migrate", verbosity=0)
today = date(2026, 11, 25)
clock.today = lambda: today
plan = journey.plan(MAYA, start=today, today=today)
actions.keep_intake(intake=plan.intake, clearance=plan.clearance, on=today)
actions.keep_plan(plan=plan, reason="made", on=today)

def can_be_easier(exercise):
    try:
        return make_easier(plan, exercise, Diary(), on=today, today=today) != plan
    except BadInput:
        return False

make_easier = journey.make_easier
items = [item.exercise for week in plan.weeks for day in week.days for session in day.sessions for item in session.items]
first, second = [exercise for exercise in dict.fromkeys(items) if can_be_easier(exercise)][:2]
journey.make_easier = lambda *told, **more: (sleep(0.4), make_easier(*told, **more))[1]

def window(exercise):
    answer = Client(headers={"host": "localhost"}).post(f"/plan/day/{today}/edit/easier/", {"exercise": exercise})
    connection.close()
    return answer.status_code

with ThreadPoolExecutor(2) as windows:
    assert list(windows.map(window, (first, second))) == [302, 302]
now = queries.current_plan()
both = {make_easier(make_easier(plan, one, Diary(), on=today, today=today), other, Diary(), on=today, today=today).weeks
        for one, other in ((first, second), (second, first))}
print(now.version, now.plan.weeks in both)
"""


THREE_TIMES = (
    TWO_WINDOWS.partition("def can_be_easier")[0]
    + """
def window(_):
    answer = Client(headers={"host": "localhost"}).post("/plan/remake/")
    connection.close()
    return answer.status_code

tomorrow = date(2026, 11, 26)
clock.today = lambda: tomorrow
with ThreadPoolExecutor(3) as windows:
    assert list(windows.map(window, range(3))) == [302, 302, 302]
print(queries.current_plan().version)
"""
)


def test_a_plan_asked_for_three_times_at_once_is_made_once(tmp_path: Path) -> None:
    """Three taps, one new version; and nobody else's tap waits while it is made."""
    environment = {**os.environ, "PSOAS_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "psoas.web.settings"}
    cast = str(Path(__file__).parents[2])
    told = subprocess.run(
        [sys.executable, "-c", THREE_TIMES, cast], env=environment, check=False, capture_output=True, text=True
    )

    assert told.stdout.split() == ["2"], told.stderr


def test_each_change_starts_from_the_others_result(tmp_path: Path) -> None:
    """A real database and two threads that both read before either writes, if they are let."""
    environment = {**os.environ, "PSOAS_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "psoas.web.settings"}
    cast = str(Path(__file__).parents[2])
    told = subprocess.run(
        [sys.executable, "-c", TWO_WINDOWS, cast], env=environment, check=False, capture_output=True, text=True
    )

    assert told.stdout.split() == ["3", "True"], told.stderr
