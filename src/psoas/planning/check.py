"""Can this plan be used? Eight whole weeks in order, known exercises, sides that the movements have."""

from collections.abc import Iterator
from datetime import timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.plan import WEEKS, Day, Plan
from psoas.vocabulary.errors import BadInput


def check_plan(plan: Plan, *, catalogue: Catalogue) -> None:
    """BadInput naming the first field that does not fit."""
    if len(plan.weeks) != WEEKS:
        raise BadInput("weeks", f"{WEEKS} weeks")
    for number, week in enumerate(plan.weeks):
        if week.number != number + 1:
            raise BadInput(f"weeks[{number}].number", f"{number + 1}")
        if len(week.days) != 7:
            raise BadInput(f"weeks[{number}].days", "7 days")
    for offset, (field, day) in enumerate(_days(plan)):
        if day.date != plan.start + timedelta(days=offset):
            raise BadInput(f"{field}.date", f"{plan.start + timedelta(days=offset)}, the days in order from start")
        _check_day(field, day, catalogue)


def _days(plan: Plan) -> Iterator[tuple[str, Day]]:
    for number, week in enumerate(plan.weeks):
        for place, day in enumerate(week.days):
            yield f"weeks[{number}].days[{place}]", day


def _check_day(field: str, day: Day, catalogue: Catalogue) -> None:
    for number, session in enumerate(day.sessions):
        for place, item in enumerate(session.items):
            _check_item(f"{field}.sessions[{number}].items[{place}]", item.exercise, item.side, catalogue)
    for number, pause in enumerate(day.micro_breaks):
        if pause.exercise not in catalogue.exercises:
            raise BadInput(f"{field}.micro_breaks[{number}].exercise", "an exercise of the catalogue")


def _check_item(field: str, exercise: str, side: str, catalogue: Catalogue) -> None:
    if exercise not in catalogue.exercises:
        raise BadInput(f"{field}.exercise", "an exercise of the catalogue")
    if (catalogue.exercises[exercise].sides == "both") != (side == "both"):
        allowed = "both" if side != "both" else "left or right"
        raise BadInput(f"{field}.side", f"{allowed} for {exercise}")
