"""After a fusion a plan holds what its first day allowed; at twelve and at twenty-four weeks a new one is offered.

The weeks are shared by clinic protocols (FUS-PHASES); that a plan waits for the surgeon's word is a design choice [D].
"""

from dataclasses import replace
from datetime import date, timedelta

from example_people import FRANK
from text_tables import rows

from psoas.screening.fusion_stage import opened_since
from psoas.screening.intake import Surgery

OPERATED = date(2026, 6, 1)


def test_when_a_new_plan_is_offered() -> None:
    """Weeks since the fusion at the plan's start and today; and whether the surgeon has cleared the person."""
    table = """
        start | today | cleared | offers
        8     | 11    | yes     | -
        8     | 12    | yes     | fusion-twelve-weeks
        8     | 12    | no      | fusion-ask-clearance
        12    | 20    | yes     | -
        13    | 24    | yes     | fusion-twenty-four-weeks
        8     | 30    | yes     | fusion-twenty-four-weeks
        24    | 60    | yes     | -
    """
    for row in rows(table):
        cleared = OPERATED + timedelta(weeks=7) if row["cleared"] == "yes" else None
        fusion = Surgery(what="lumbar-fusion", levels=("L4-L5",), on=OPERATED, cleared_on=cleared)
        intake = replace(FRANK, surgeries=(fusion,))
        start, today = (OPERATED + timedelta(weeks=int(row[name])) for name in ("start", "today"))
        assert (opened_since(intake, intake, start=start, today=today) or "-") == row["offers"], row


def test_without_a_fusion_no_week_opens_anything() -> None:
    """Nobody else is asked to plan anew for it."""
    none = replace(FRANK, surgeries=())
    assert opened_since(none, none, start=OPERATED, today=OPERATED + timedelta(weeks=30)) is None
