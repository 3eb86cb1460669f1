"""The arguments and options that commands share, read into values at the door."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from psoas.vocabulary.errors import BadInput

IntakeFile = Annotated[Path, typer.Argument(metavar="INTAKE", help="an intake/1 document, - for standard input")]
ExaminationFile = Annotated[Path, typer.Argument(metavar="EXAMINATION", help="an examination/1 document")]
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN", help="a plan/1 document")]
DiaryFile = Annotated[Path, typer.Argument(metavar="DIARY", help="a diary/1 document")]
AsJson = Annotated[bool, typer.Option("--json", help="print the document instead of a readable page")]
Today = Annotated[str | None, typer.Option("--today", metavar="DATE", help="the day to reckon from (default: today)")]
Out = Annotated[Path | None, typer.Option("-o", metavar="FILE", help="write to a new file")]
Force = Annotated[bool, typer.Option("--force", help="replace the file that -o names")]
FIRST_DAY = date(2026, 1, 1)
"""Psoas is younger than this: a machine whose date is earlier has lost its clock."""
_DAY = re.compile("(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
"""1900 to 2099: what lies outside is a slip of the hand, and no calendar can be reckoned at its very ends."""


def read_day(text: str | None, option: str) -> date:
    """The day an option names; this machine's date when it names none."""
    if text is None:
        today = datetime.now().astimezone().date()
        if today < FIRST_DAY:
            raise BadInput(option, f"this machine's clock says {today}: set it, or name the day with {option}")
        return today
    if not _DAY.fullmatch(text):
        raise BadInput(option, "a date such as 2026-11-23")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(option, "a day of the calendar such as 2026-11-23") from error
