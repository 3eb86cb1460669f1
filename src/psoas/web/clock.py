"""Which day it is for the person: this machine's date. Views ask here, so that tests can turn the page."""

from datetime import date, datetime


def today() -> date:
    return now().date()


def now() -> datetime:
    """Local time, with its zone."""
    return datetime.now().astimezone()
