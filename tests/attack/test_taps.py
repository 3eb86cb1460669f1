"""A tap after nine months costs what it did on the first day, and nobody's tap waits while a plan is thought over."""

from pathlib import Path
from statistics import median

import pytest
from own_process import printed_by

pytestmark = pytest.mark.slow  # times are measured, and a machine with other work to do measures that
TAPPING = Path(__file__).with_name("tapping.py")
MEANWHILE = """
import json, time
import django; django.setup()
from concurrent.futures import ThreadPoolExecutor
from django.db import connection
from django.test import Client
from own_process import DAY as today, begin_with_a_plan
from psoas import journey
from psoas.records.models import DiaryEntry

begin_with_a_plan()
Client(headers={"host": "localhost"}).get("/")
adapt = journey.adapt
journey.adapt = lambda *told, **more: (time.sleep(1.0), adapt(*told, **more))[1]

def tap(number):
    thinks = number % 6 == 0
    pain = {"pain": {"after": 4}} if thinks else {}
    told = {"key": f"{number:032x}", "kind": "log", "entry": {"on": today.isoformat(), "note": f"note {number}", **pain}}
    client = Client(headers={"host": "localhost"}, raise_request_exception=False)
    begun = time.monotonic()
    answer = client.post("/api/session-log/", json.dumps(told), content_type="application/json")
    connection.close()
    return thinks, answer.status_code, time.monotonic() - begun

with ThreadPoolExecutor(18) as windows:
    answers = list(windows.map(tap, range(18)))
print(sorted({status for _thinks, status, _took in answers}), DiaryEntry.objects.count())
slowest = (max(took for thinks, _status, took in answers if not thinks))
print(slowest < 1.0, slowest)
"""


def cost(folder: Path, rows: int) -> float:
    """The median of nine taps."""
    folder.mkdir()
    lines = [line.split() for line in printed_by(TAPPING, str(rows), "9", data=folder).splitlines()]
    assert {status for _seconds, status in lines} == {"302"}
    return median(float(seconds) for seconds, _status in lines)


def test_a_pain_tap_costs_after_nine_months_what_it_cost_at_first(tmp_path: Path) -> None:
    """Four thousand rows and none: within half as much again, and a hundredth of a second for the clock's own steps."""
    young, old = cost(tmp_path / "young", 0), cost(tmp_path / "old", 4_000)

    assert old <= 1.5 * young + 0.01, (young, old)
    assert old < 0.2


def test_no_tap_waits_while_a_plan_is_thought_over(tmp_path: Path) -> None:
    """Eighteen at once, three of them to be thought over for a second: all kept, and the others at once."""
    said = printed_by(MEANWHILE, data=tmp_path).split("\n")

    assert said[0] == "[201] 18"
    assert said[1].startswith("True"), said[1]
