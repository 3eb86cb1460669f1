"""Two windows of the same person change the plan at the same moment: neither change is lost."""

from pathlib import Path

from own_process import printed_by

TWO_WINDOWS = """
import django; django.setup()
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from time import sleep
from django.db import connection
from django.test import Client
from own_process import DAY as today, begin_with_a_plan
from psoas import journey
from psoas.diary.entry import Diary
from psoas.records import queries
from psoas.vocabulary.errors import BadInput
from psoas.web import clock

plan = begin_with_a_plan()

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
    assert printed_by(THREE_TIMES, data=tmp_path).split() == ["2"]


def test_each_change_starts_from_the_others_result(tmp_path: Path) -> None:
    """A real database and two threads that both read before either writes, if they are let."""
    assert printed_by(TWO_WINDOWS, data=tmp_path).split() == ["3", "True"]
