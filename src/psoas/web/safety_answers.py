"""What a safety answer does, whichever page it was given on: it joins what is known of the person, and holds at once.

The diary is read for two weeks; a stop holds until somebody has looked. So an answer told to the diary becomes part of the
intake on record as well, where only a recorded return ends it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from psoas import journey
from psoas.exchange.documents import read_part
from psoas.records import actions, queries
from psoas.screening.clearance import ClearanceRecord
from psoas.screening.clinician_limits import ClinicianLimits
from psoas.screening.intake import Answer, Emphasis, Intake, Return
from psoas.vocabulary.errors import BadInput


def keep_screened(intake: Intake, *, today: date) -> ClearanceRecord:
    """On record with what screening says of it; what once stopped stands until a return, what a clinician limited until it
    is over or lifted."""
    intake = journey.with_standing(intake, queries.told_answers(), today=today)
    intake = journey.with_limits(intake, queries.clinician_limits())
    clearance = journey.screen(intake, today=today)
    actions.keep_intake(intake=intake, clearance=clearance, on=today)
    return clearance


WISHES = "wishes"
"""The page of favourites and of movements that are never wanted, as it stands among the answers."""


def keep_wishes(intake: Intake, *, today: date) -> None:
    """The wishes of this intake, as the next plan will read them; nothing is written where they are known."""
    screened = queries.screened()
    if screened is None or screened.intake.emphasis == intake.emphasis:
        return
    told = intake.emphasis or Emphasis()
    actions.keep_part(part=WISHES, content={"favourites": list(told.favourites), "never": list(told.never)})
    keep_screened(replace(screened.intake, emphasis=intake.emphasis), today=today)


def hold_answers(answers: Mapping[str, Answer], *, today: date, returns: Sequence[Mapping[str, Any]] = ()) -> None:
    """These answers, and the returns told since, together with what is known already. Nothing where nobody is known yet."""
    screened, record = queries.screened(), queries.current_plan()
    known = screened.intake if screened else record.plan.intake if record else None
    if known is None:
        return
    told = (read_part(back, Return) for back in returns)
    visits = (*known.returns, *(back for back in told if back not in known.returns))
    new = replace(known, answers={**known.answers, **answers}, returns=visits)
    if new != known:
        keep_screened(new, today=today)


def bind(limits: ClinicianLimits, *, today: date) -> ClearanceRecord:
    """A clinician's limits: on record at once, and the plan in use cut to them; all of it, or nothing."""
    with actions.alone():
        screened, record = queries.screened(), queries.current_plan()
        known = screened.intake if screened else record.plan.intake if record else None
        if known is None:
            raise BadInput("limits", "the way in first: limits belong to a person that Psoas knows")
        clearance = keep_screened(journey.with_limits(known, (limits,)), today=today)
        if record is not None:
            bound = journey.bind(record.plan, queries.clinician_limits(), queries.diary(), today=today)
            actions.keep_plan(plan=bound, reason="adapted", on=today, after=record.version)
        return clearance
