"""The sheet's second page: the coming seven days, each movement with its dose and its days."""

from collections.abc import Iterator
from datetime import date

from psoas import journey
from psoas.exchange.medical_history import side_of
from psoas.exchange.sheet import Section, Table, dose_says
from psoas.planning.plan import Day, Item, Plan, Session
from psoas.vocabulary.language import decimal, say

DAYS = 7
Row = tuple[str, str]
"""A movement and its dose."""


def week_ahead(plan: Plan, *, today: date) -> Iterator[Section]:
    """A table for each kind of session, in the order in which they come."""
    days = [one for week in plan.weeks for one in week.days if one.date >= today][:DAYS]
    if not days:
        yield Section(title=say("The plan"), lines=(say("The eight weeks are over."),))
        return
    head = (say("Movement"), say("dose"), *(f"{one.date.day}.{one.date.month}." for one in days))
    for kind, rows in _by_kind(days).items():
        cells = tuple((*row, *("×" if one.date in on else "" for one in days)) for row, on in rows.items())
        title = say("{kind}, from {first}", kind=_titles()[kind], first=days[0].date.isoformat())
        yield Section(title=title, table=Table(head=head, rows=cells))


def week_rows(plan: Plan, *, today: date) -> Iterator[tuple[str, str, tuple[date, ...]]]:
    """Each movement and dose of the coming days: its id, how it is said, and on which days."""
    days = [one for week in plan.weeks for one in week.days if one.date >= today][:DAYS]
    found: dict[tuple[str, Row], list[date]] = {}
    for day in days:
        for session in day.sessions:
            for item in session.items:
                dose = dose_says(item.sets, item.reps, item.hold_s) + _load(item)
                only = "" if item.side == "both" else f", {side_of(item.side)}"
                name = journey.catalogue().exercises[item.exercise].names.plain + only
                found.setdefault((item.exercise, (name, dose)), []).append(day.date)
    for (exercise, (name, dose)), on in found.items():
        yield exercise, f"{name}: {dose}", tuple(dict.fromkeys(on))


def _titles() -> dict[str, str]:
    return {
        "mobility": say("Mobility"),
        "strength": say("Strength"),
        "cardio": say("Cardio"),
        "walking": say("Walking"),
        "release": say("Release"),
        "breathing": say("Breathing"),
        "balance": say("Balance"),
    }


def _by_kind(days: list[Day]) -> dict[str, dict[Row, list[date]]]:
    kinds: dict[str, dict[Row, list[date]]] = {}
    for day in days:
        for session in day.sessions:
            for row in _rows(session):
                kinds.setdefault(session.kind, {}).setdefault(row, []).append(day.date)
    return kinds


def _rows(session: Session) -> Iterator[Row]:
    """Both sides of a movement at one dose are one row."""
    seen: dict[Row, list[str]] = {}
    for item in session.items:
        seen.setdefault((item.exercise, dose_says(item.sets, item.reps, item.hold_s) + _load(item)), []).append(item.side)
    for (name, dose), sides in seen.items():
        only = f", {side_of(sides[0])}" if sides in (["left"], ["right"]) else ""
        yield journey.catalogue().exercises[name].names.plain + only, dose


def _load(item: Item) -> str:
    if item.load is None:
        return ""
    return f", {decimal(item.load.kg)} kg" if item.load.kg is not None else say(", {band} band", band=item.load.band)
