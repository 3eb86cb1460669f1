"""Ids, doses and dates in words fit for the person."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from psoas import journey
from psoas.assessment.profile import ProfileFinding
from psoas.assessment.protocol import PROTOCOLS
from psoas.catalogue.entries import Dose, Exercise, Range
from psoas.planning.plan import Day, Item, Load, Prescription, Why
from psoas.vocabulary.evidence import STATUS_SAYS, Reason
from psoas.web import words

register = template.Library()
LONG_S = 90
"""From here on a duration is told in minutes."""


@register.filter
def exercise(name: str) -> str:
    found = journey.catalogue().exercises.get(name)
    return found.names.plain if found else str(name).replace("-", " ")


@register.filter
def habit(name: str) -> str:
    found = journey.catalogue().habits.get(name)
    return found.names.plain if found else str(name).replace("-", " ")


@register.filter
def movement(name: str) -> str:
    """An exercise or a habit, whichever it is."""
    return habit(name) if name in journey.catalogue().habits else exercise(name)


@register.filter
def flag_asks(name: str) -> str:
    found = journey.catalogue().red_flags.get(name)
    return found.asks if found else name


@register.filter
def side(name: str) -> str:
    return str(words.SIDES.get(name, ""))


@register.filter
def operation(page: str) -> str:
    return str(words.OPERATIONS.get(page.removeprefix("operation-"), _("Operation")))


@register.filter
def kind(name: str) -> str:
    return str(words.KINDS.get(name, name))


@register.filter
def part_of_day(name: str) -> str:
    return str(words.PARTS_OF_DAY.get(name, name))


@register.filter
def focus(name: str) -> str:
    return str(words.FOCUS.get(name, name))


@register.filter
def urgency(name: str) -> str:
    return str(words.URGENCY.get(name, name))


@register.filter
def change(name: str) -> str:
    return str(words.CHANGES.get(name, name))


@register.filter
def equipment(name: str) -> str:
    return str(words.EQUIPMENT_SHORT.get(name, name))


@register.filter
def status(name: str) -> str:
    """The status label of a clinical number, in words."""
    return STATUS_SAYS.get(name, name)  # type: ignore[call-overload, no-any-return]  # a template hands over any text


@register.filter
def page_name(page: str) -> str:
    if page.startswith("safety-"):
        return _("Safety, page %(number)s") % {"number": page.removeprefix("safety-")}
    return operation(page) if page.startswith("operation-") else str(words.PAGES[page])


@register.filter
def dose(item: Item | Prescription) -> str:
    """`2 × 8`, `2 × 30 s`, `10 min`, with what is held."""
    if not item.sets:
        return ""
    text = _held(item) if item.hold_s else _repeated(item)
    return f"{text}, {load(item.load)}" if item.load else text


def _held(item: Item | Prescription) -> str:
    times = (item.sets or 1) * (item.reps or 1)
    return duration(item.hold_s or 0) if times == 1 else f"{times} × {duration(item.hold_s or 0)}"


def _repeated(item: Item | Prescription) -> str:
    times = ngettext("%(count)d time", "%(count)d times", item.reps or 1) % {"count": item.reps or 1}
    return times if item.sets == 1 else f"{item.sets} × {item.reps}"


@register.filter
def duration(seconds: int) -> str:
    """Seconds up to a minute and a half, then minutes."""
    return _("%(s)d s") % {"s": seconds} if seconds < LONG_S else _("%(m)d min") % {"m": round(seconds / 60)}


@register.filter
def load(held: Load) -> str:
    if held.kg is not None:
        return _("%(kg)g kg") % {"kg": held.kg}
    return {"light": _("light band"), "medium": _("medium band"), "heavy": _("heavy band")}[held.band or "light"]


@register.filter
def day_long(day: date) -> str:
    return date_format(day, "l, j F")


@register.filter
def day_short(day: date) -> str:
    return date_format(day, "D j M")


@register.filter
def unique_says(reasons: Iterable[Reason]) -> list[Reason]:
    """Each sentence once: several limits may share a reason."""
    return list({reason.says: reason for reason in reasons}.values())


@register.filter
def get(mapping: Any, key: str) -> Any:
    return mapping.get(key)


@register.filter
def number(value: float) -> str:
    """One decimal where there is one."""
    return f"{value:.1f}".removesuffix(".0")


@register.filter
def distinct_exercises(items: Iterable[Item]) -> list[str]:
    """Each movement of a session once, in order."""
    return list(dict.fromkeys(item.exercise for item in items))


@register.filter
def minutes(day: Day) -> int:
    """All minutes of a day's sessions."""
    return sum(session.minutes for session in day.sessions)


@register.filter
def has_strength(day: Day) -> bool:
    return any(session.kind == "strength" for session in day.sessions)


@register.filter
def tone(change: str) -> str:
    """The colour of a change: more is moss, less is amber, a stop is clay."""
    return {"progress": "go", "stop": "attention"}.get(change, "care")


@register.filter
def plan_reason(name: str) -> str:
    return str(words.PLAN_REASONS.get(name, name))


@register.filter
def source_says(ids: str) -> str:
    """What stands behind a reason, told with its status: sources by name, our own choices as such."""
    known = journey.catalogue().sources
    named = [known[name].citation for name in re.split(r"[ ,;]+", ids) if name in known]
    return "; ".join(named) or words.OWN_SOURCES.get(ids, ids)


@register.filter
def grade(name: str) -> str:
    return str(words.GRADES.get(name, name))


@register.filter
def position(exercise: Exercise) -> str:
    """What is needed, or that nothing is."""
    return ", ".join(equipment(thing) for thing in exercise.equipment) or _("nothing needed")


@register.filter
def dose_range(dose: Dose) -> str:
    """`1 to 2 sets of 8 to 12, up to daily`, or with seconds held."""
    amount = _("%(range)s times") % {"range": _range(dose.reps)}
    if dose.hold_s:
        held = _("%(range)s s") % {"range": _range(dose.hold_s)} if dose.hold_s.high < LONG_S else _minutes(dose.hold_s)
        amount = held if dose.reps.high == 1 else _("%(amount)s of %(held)s") % {"amount": amount, "held": held}
    sets = "" if dose.sets.high == 1 else _("%(range)s sets of ") % {"range": _range(dose.sets)}
    return _("%(sets)s%(amount)s, %(days)s times a week") % {"sets": sets, "amount": amount, "days": _range(dose.per_week)}


def _minutes(seconds: Range) -> str:
    low, high = round(seconds.low / 60), round(seconds.high / 60)
    return _("%(range)s min") % {"range": str(low) if low == high else f"{low}–{high}"}


def _range(amount: Range) -> str:
    return str(amount.low) if amount.low == amount.high else f"{amount.low}–{amount.high}"


@register.filter
def topic(name: str) -> str:
    return str(words.TOPICS.get(name, name.replace("-", " ").capitalize()))


@register.filter
def measure(name: str) -> str:
    return str(words.MEASURES.get(name, name))


@register.filter
def band(name: str) -> str:
    return str(words.BANDS.get(name, name))


@register.filter
def pattern(name: str) -> str:
    return str(words.PATTERNS.get(name, name))


@register.filter
def test_name(name: str) -> str:
    found = journey.catalogue().tests.get(name)
    return found.names.plain if found else name


@register.filter
def finding_says(finding: ProfileFinding) -> str:
    """What was found, in the words of its test."""
    test = journey.catalogue().tests.get(finding.test)
    results = test.results if test else ()
    return next((result.says for result in results if result.finding == finding.finding), finding.finding)


@register.filter
def unit_of(name: str) -> str:
    """° s or nothing, after a number."""
    return {"deg": "°", "s": " s"}.get(PROTOCOLS[name].unit, "")  # type: ignore[index]  # a template hands over any text


@register.filter
def known(value: int | str | None) -> str:
    """A number, zero among them; nothing for what was not told."""
    return "" if value is None else str(value)


@register.filter
def verdict(name: str) -> str:
    return str(words.VERDICTS.get(name, name))


@register.filter
def signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−")


@register.filter
def minus(value: float, other: float) -> float:
    return round(float(value) - float(other), 1)


@register.filter
def unlocal(value: float) -> str:
    """A coordinate, with a point whatever the language."""
    return f"{float(value):g}"


@dataclass(frozen=True)
class Together:
    """One movement of a session, its sides together."""

    exercise: str
    doses: str
    because: tuple[Why, ...]


@register.filter
def by_exercise(items: Iterable[Item]) -> list[Together]:
    """Sides that are neighbours stand on one line: `2 × 30 s each side`, or both doses where they differ."""
    groups = (list(group) for _name, group in groupby(items, key=lambda item: item.exercise))
    return [_together(group) for group in groups]


def _together(items: list[Item]) -> Together:
    doses = list(dict.fromkeys(dose(item) for item in items))
    if len(items) == 1:
        text = f"{doses[0]} {side(items[0].side)}".strip()
    elif len(doses) == 1:
        text = _("%(dose)s each side") % {"dose": doses[0]}
    else:
        text = ", ".join(f"{dose(item)} {side(item.side)}" for item in items)
    whys = {why.says: why for item in items for why in item.because}
    return Together(exercise=items[0].exercise, doses=text, because=tuple(whys.values()))
