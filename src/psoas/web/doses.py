"""Doses in words: `2 × 30 s each side`, `10 min`, `2 sets of 8–12 times, 2–3 times a week`."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from psoas.catalogue.entries import DoseRange, Range
from psoas.planning.dose import Load
from psoas.planning.plan import Item, Prescription, Why
from psoas.vocabulary.language import decimal
from psoas.web import words

LONG_S = 90
"""From here on a duration is told in minutes."""


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


def duration(seconds: int) -> str:
    """Seconds up to a minute and a half, then minutes, and what is left of them: two lengths that differ never read alike."""
    if seconds < LONG_S:
        return _("%(s)d s") % {"s": seconds}
    minutes, left = divmod(seconds, 60)
    return _("%(m)d min %(s)d s") % {"m": minutes, "s": left} if left else _("%(m)d min") % {"m": minutes}


def load(held: Load) -> str:
    if held.kg is not None:
        return _("%(kg)s kg") % {"kg": decimal(held.kg)}
    return {"light": _("light band"), "medium": _("medium band"), "heavy": _("heavy band")}[held.band or "light"]


def dose_range(dose: DoseRange) -> str:
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


@dataclass(frozen=True)
class Together:
    """One movement of a session, its sides together."""

    exercise: str
    doses: str
    because: tuple[Why, ...]


def by_exercise(items: Iterable[Item]) -> list[Together]:
    """Sides that are neighbours stand on one line: `2 × 30 s each side`, or both doses where they differ."""
    groups = (list(group) for _name, group in groupby(items, key=lambda item: item.exercise))
    return [_together(group) for group in groups]


def _together(items: list[Item]) -> Together:
    doses = list(dict.fromkeys(dose(item) for item in items))
    if len(items) == 1:
        text = f"{doses[0]} {words.SIDES[items[0].side]}".strip()
    elif len(doses) == 1:
        text = _("%(dose)s each side") % {"dose": doses[0]}
    else:
        text = ", ".join(f"{dose(item)} {words.SIDES[item.side]}" for item in items)
    whys = {why.says: why for item in items for why in item.because}
    return Together(exercise=items[0].exercise, doses=text, because=tuple(whys.values()))
