"""Which day it is for the person: this machine's date, in the zone it is in now. Views ask here; tests turn the page here."""

import time
from datetime import date, datetime

FIRST_DAY = date(2026, 1, 1)
"""Psoas is younger than this: a machine whose date is earlier has lost its clock."""


def today() -> date:
    return now().date()


def now() -> datetime:
    """Local time, with its zone. A machine that travels is asked for its zone each time, not once at the start."""
    if hasattr(time, "tzset"):
        time.tzset()
    return datetime.now().astimezone()


def is_lost() -> bool:
    """Is the date one that cannot be?"""
    return today() < FIRST_DAY
