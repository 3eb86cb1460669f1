"""Ids, doses and dates in words fit for the person."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from psoas import journey
from psoas.assessment.profile import ProfileFinding
from psoas.assessment.protocol import PROTOCOLS
from psoas.catalogue.entries import Exercise, Source
from psoas.catalogue.locator import text_of
from psoas.planning.plan import Applied, Day, Item
from psoas.statistics.detectable_change import Reading
from psoas.vocabulary.evidence import STATUS_SAYS, Reason, how_checked
from psoas.vocabulary.language import decimal
from psoas.web import doses, words

register = template.Library()
for _filter in (doses.dose, doses.duration, doses.load, doses.dose_range, doses.by_exercise):
    register.filter(_filter)

TABLES: Mapping[str, words.Names] = {
    "kind": words.KINDS,
    "part_of_day": words.PARTS_OF_DAY,
    "focus": words.FOCUS,
    "change": words.CHANGES,
    "equipment": words.EQUIPMENT_SHORT,
    "plan_reason": words.PLAN_REASONS,
    "grade": words.GRADES,
    "measure": words.MEASURES,
    "band": words.BANDS,
    "verdict": words.VERDICTS,
    "reading": words.READINGS,
    "pattern": words.PATTERNS,
}
"""Filters that say an id by its table; an id that no table has is said as it is."""


def _said_by(table: words.Names) -> Callable[[str], str]:
    return lambda name: str(table.get(name, name))


for _name, _table in TABLES.items():
    register.filter(_name, _said_by(_table))


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
def flag_name(name: str) -> str:
    found = journey.catalogue().red_flags.get(name)
    return found.name if found else str(words.STOPS.get(name, name))


@register.filter
def side(name: str) -> str:
    return str(words.SIDES.get(name, ""))


@register.filter
def operation(page: str) -> str:
    return str(words.OPERATIONS.get(page.removeprefix("operation-"), _("Operation")))


@register.filter
def urgency(name: str) -> str:
    """How soon a clinician is needed, in the words of every door."""
    return journey.catalogue().says(f"urgency-{name}")


@register.filter
def muscles(names: Iterable[str]) -> str:
    """In everyday words, with the name a clinician uses."""
    return ", ".join(str(words.MUSCLES.get(name, name)) for name in names)


@register.filter
def status(name: str) -> str:
    """The status label of a clinical number, in words."""
    return how_checked(name) if name in STATUS_SAYS else name


@register.filter
def checked(source: Source) -> str:
    """How far a source was checked, in words: its figures, and its way of measuring where that is known better."""
    says = how_checked(source.status)
    if source.design is None:
        return says
    return _("figures %(status)s; way of measuring %(design)s") % {"status": says, "design": how_checked(source.design)}


@register.filter
def ways_to(source: Source) -> list[str]:
    """Where a reader finds it, as text: no page of ours leads to somebody else's."""
    return [text_of(locator) for locator in source.locators]


@register.inclusion_tag("components/evidence.html")
def evidence(ids: str) -> dict[str, list[Source]]:
    """What stands behind the sentence above it: `{% evidence "LPR-12 LPR-4" %}`."""
    return {"sources": [journey.catalogue().sources[name] for name in ids.split()]}


@register.filter
def page_name(page: str) -> str:
    return operation(page) if page.startswith("operation-") else str(words.PAGES[page])


@register.filter
def day_long(day: date) -> str:
    return date_format(day, pgettext("date format", "l, j F"))


@register.filter
def day_short(day: date) -> str:
    return date_format(day, pgettext("date format", "D j M"))


@register.filter
def unique_says(reasons: Iterable[Reason]) -> list[Reason]:
    """Each sentence once: several limits may share a reason."""
    return list({reason.says: reason for reason in reasons}.values())


@register.filter
def unbroken(text: str) -> str:
    """A day such as 2026-11-23 stays on one line."""
    return re.sub(r"(?<=[0-9])-(?=[0-9])", "\u2011", text)


@register.filter
def at(items: Sequence[Any], place: int) -> Any:
    return items[place]


@register.filter
def get(mapping: Any, key: str) -> Any:
    return mapping.get(key)


@register.filter
def number(value: float) -> str:
    """One decimal where there is one; what rounds to nothing is nothing, without a sign."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else decimal(float(shown))


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
    return {"progress": "go", "restore": "go", "stop": "attention"}.get(change, "care")


@register.filter
def cited(source: Source) -> str:
    """As it was published; our own in the person's language."""
    return str(words.OWN_SOURCES.get(source.id, source.citation))


@register.filter
def source_says(ids: str) -> str:
    """What stands behind a row that tells its own status: sources by name, our own choices as such."""
    known = journey.catalogue().sources
    named = [cited(known[name]) for name in re.split(r"[ ,;]+", ids) if name in known]
    return "; ".join(named) or ids


@register.filter
def source_told(ids: str) -> str:
    """The same, and in words where a source is quoted from memory."""
    known = journey.catalogue().sources
    memory = how_checked("M")
    named = [known[name] for name in re.split(r"[ ,;]+", ids) if name in known]
    told = [f"{cited(one)} ({memory})" if one.status == "M" else cited(one) for one in named]
    return "; ".join(told) or ids


@register.filter
def position(exercise: Exercise) -> str:
    """How one is placed, and what is needed."""
    posture = exercise.demands.posture
    things = [str(words.EQUIPMENT_SHORT[thing]) for thing in exercise.equipment]
    return ", ".join([str(words.POSTURES.get(posture, posture)), *things])


@register.filter
def topic(name: str) -> str:
    return str(words.TOPICS.get(name, name.replace("-", " ").capitalize()))


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
def reading_of(found: Reading | None) -> str:
    """`real`, `small` or `few`: the name of how a difference is to be read."""
    if found is None:
        return "few"
    return "small" if found is Reading.UNCLEAR else "real"


@register.filter
def signed(value: float) -> str:
    return decimal(value, "+.1f").replace("-", "−")


@register.filter
def can_be_undone(made: Applied) -> bool:
    """Every accepted change but a stop for safety."""
    return journey.may_undo(made.change)
