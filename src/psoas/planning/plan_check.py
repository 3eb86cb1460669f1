"""Can this document be a plan? Eight whole weeks from its start, known exercises and habits, sides and minutes that agree."""

from datetime import timedelta

from psoas.catalogue.catalogue import Catalogue
from psoas.planning.duration import session_minutes
from psoas.planning.plan import WEEKS, Day, Item, Plan, Session
from psoas.vocabulary.errors import BadInput


def check_plan(plan: Plan, *, catalogue: Catalogue) -> None:
    """BadInput naming the first field that cannot be."""
    if [week.number for week in plan.weeks] != list(range(1, WEEKS + 1)):
        raise BadInput("weeks", "eight weeks, numbered 1 to 8")
    for place, week in enumerate(plan.weeks):
        if len(week.days) != 7:
            raise BadInput(f"weeks.{place}.days", "seven days")
        for number, day in enumerate(week.days):
            field = f"weeks.{place}.days.{number}"
            expected = plan.start + timedelta(days=7 * place + number)
            if day.date != expected:
                raise BadInput(f"{field}.date", expected.isoformat())
            _check_day(day, catalogue, field=field)
    for number, exclusion in enumerate(plan.excluded):
        _check_known(exclusion.exercise, catalogue, field=f"excluded.{number}.exercise")
    _check_applied(plan, catalogue)


def _check_day(day: Day, catalogue: Catalogue, *, field: str) -> None:
    for number, pause in enumerate(day.micro_breaks):
        _check_known(pause.exercise, catalogue, field=f"{field}.micro_breaks.{number}.exercise")
    for number, habit in enumerate(day.habits):
        if habit not in catalogue.habits:
            raise BadInput(f"{field}.habits.{number}", f"unknown habit {habit!r}")
    for number, session in enumerate(day.sessions):
        _check_session(session, catalogue, field=f"{field}.sessions.{number}")


def _check_session(session: Session, catalogue: Catalogue, *, field: str) -> None:
    if not session.items:
        raise BadInput(f"{field}.items", "at least one item")
    for number, item in enumerate(session.items):
        _check_item(item, catalogue, field=f"{field}.items.{number}")
    minutes = session_minutes(session.items, catalogue=catalogue)
    if session.minutes != minutes:
        raise BadInput(f"{field}.minutes", f"{minutes}, by its items")


def _check_item(item: Item, catalogue: Catalogue, *, field: str) -> None:
    _check_known(item.exercise, catalogue, field=f"{field}.exercise")
    if (item.side == "both") is (catalogue.exercises[item.exercise].sides == "each"):
        raise BadInput(f"{field}.side", "left or right" if item.side == "both" else "both")


def _check_applied(plan: Plan, catalogue: Catalogue) -> None:
    seen: set[str] = set()
    for number, applied in enumerate(plan.applied):
        if applied.id in seen:
            raise BadInput(f"applied.{number}.id", f"{applied.id} is there twice")
        seen.add(applied.id)
        _check_known(applied.change.exercise, catalogue, field=f"applied.{number}.change.exercise")


def _check_known(exercise: str, catalogue: Catalogue, *, field: str) -> None:
    if exercise not in catalogue.exercises:
        raise BadInput(field, f"unknown exercise {exercise!r}")
