"""The person's day is this machine's day, also where that is not the day in Greenwich."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

ASK = """
import django; django.setup()
from psoas.web import clock
print(clock.now().utcoffset().total_seconds(), clock.today())
"""


TRAVEL = """
import os
import django; django.setup()
from psoas.web import clock
for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
    os.environ["TZ"] = zone
    print(clock.now().utcoffset().total_seconds(), clock.today())
"""


def test_a_running_server_follows_a_machine_that_travels(tmp_path: Path) -> None:
    """The zone changes while it runs: the next "today" is the new one's, without a restart."""
    environment = {**os.environ, "PSOAS_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "psoas.web.settings", "TZ": "UTC"}
    told = subprocess.run([sys.executable, "-c", TRAVEL], env=environment, check=True, capture_output=True, text=True)
    zones = [datetime.now(ZoneInfo(zone)) for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago")]

    assert told.stdout.split() == [
        word for here in zones for word in (f"{here.utcoffset().total_seconds()}", str(here.date()))
    ]  # type: ignore[union-attr]  # it has one


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_server_keeps_the_zone_of_the_machine(tmp_path: Path, zone: str) -> None:
    """Fourteen hours ahead or eleven behind: at any moment one of the two has another date than UTC."""
    environment = {**os.environ, "PSOAS_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "psoas.web.settings", "TZ": zone}
    told = subprocess.run([sys.executable, "-c", ASK], env=environment, check=True, capture_output=True, text=True)
    here = datetime.now(ZoneInfo(zone))
    offset = here.utcoffset()

    assert offset is not None
    assert told.stdout.split() == [str(offset.total_seconds()), str(here.date())]
