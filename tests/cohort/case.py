"""Twenty people's eight weeks on one page: what is asked in weeks 1, 4 and 8 of a steady life, and what a therapist would say.

The first half is printed from the life; the reading is written by hand in `readings.toml` and read again when a plan changes.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cohort.described import DESCRIBED
from cohort.life import Life, first_plan, live
from cohort.load import PATTERNS, minutes_walked, pattern_of
from cohort.page import table
from cohort.person import Person
from psoas.catalogue.catalogue import load
from psoas.journey import PlanForbiddenError, rule_version
from psoas.planning.plan import Day, Item

READINGS = Path(__file__).with_name("readings.toml")
SHOWN = (1, 4, 8)
OTHERS = ("strength", "mobility", "balance", "release", "breathing", "practice")
HEAD = """# Twenty people, eight weeks, lived steadily

*Printed by `make bench` at rule version `{version}`; read inside the project. No clinician has signed it.*

Each person does what is asked, with pain that falls slowly, and takes every change at the end of each week. Shown is what
weeks 1, 4 and 8 ask for: each movement with its largest dose (sets × repetitions × seconds held, left and right alike where
not said) and the days on which it comes. *Right* and *open* were written by hand, as a physical therapist would."""


def cases() -> str:
    """The whole page."""
    readings = tomllib.loads(READINGS.read_text("utf-8")) if READINGS.exists() else {}
    parts = [HEAD.format(version=rule_version())]
    for person in DESCRIBED:
        parts += [f"## {person.says}", *_case(person), *_reading(readings.get(person.name, {}))]
    return "\n\n".join(parts) + "\n"


def _case(person: Person) -> Iterator[str]:
    try:
        life = live(person, "steady", plan=first_plan(person))
    except PlanForbiddenError as forbidden:
        yield f"No plan: {forbidden.record.urgency}. " + " ".join(reason.says for reason in forbidden.record.reasons)
        return
    yield _told(person, life)
    yield table(("", *(f"week {week}" for week in SHOWN)), _rows(life))


def _told(person: Person, life: Life) -> str:
    intake = person.intake
    goals = ", ".join(intake.goals)
    said = (
        f"Pain {intake.pain.average_week} of 10, {intake.minutes_per_day} minutes, {len(intake.training_days)} training days"
    )
    owned = f"Has: {', '.join(intake.equipment) or 'nothing named'}"
    return f"{said}. {owned}. Scope: {life.first.clearance.scope}." + (f" Goal: {goals}." if goals else "")


def _rows(life: Life) -> Iterator[Sequence[str]]:
    weeks = [life.weeks[week - 1] for week in SHOWN]
    for group in (*PATTERNS, *OTHERS):
        cells = [_asked(days, group) for days in weeks]
        if any(cells):
            yield group, *cells
    yield "walking, cycling", *(f"{minutes_walked(days)} min" for days in weeks)
    yield "minutes, most on a day", *(str(max(map(_minutes, days), default=0)) for days in weeks)


def _group(name: str) -> str:
    entry = load().exercises[name]
    return pattern_of(entry) or entry.role


def _minutes(day: Day) -> int:
    return sum(session.minutes for session in day.sessions if session.kind not in {"cardio", "walking"})


def _asked(days: Iterable[Day], group: str) -> str:
    found: dict[str, list[Item]] = {}
    on: dict[str, set[object]] = {}
    for day in days:
        for item in (item for session in day.sessions for item in session.items if _group(item.exercise) == group):
            found.setdefault(item.exercise, []).append(item)
            on.setdefault(item.exercise, set()).add(day.date)
    return "; ".join(
        f"{load().exercises[name].names.plain} {_dose(items)} ({len(on[name])} d)" for name, items in found.items()
    )


def _dose(items: Sequence[Item]) -> str:
    most = max(items, key=lambda item: item.dose.amount)
    hold = f" × {most.hold_s} s" if most.hold_s else ""
    load_ = "" if most.load is None else f", {most.load.band} band" if most.load.band else f", {most.load.kg:g} kg"
    return f"{most.sets} × {most.reps}{hold}{load_}"


def _reading(reading: dict[str, list[str]]) -> Iterator[str]:
    for name in ("right", "open"):
        if reading.get(name):
            yield f"**{name.capitalize()}.** " + " ".join(reading[name])
