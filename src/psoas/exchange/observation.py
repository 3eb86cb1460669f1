"""What was felt and measured as FHIR Observations: LOINC where a term was found, UCUM units, the day as it was told."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from psoas import journey
from psoas.assessment.asymmetry import mean_of
from psoas.assessment.examination import Measurement
from psoas.exchange.sheet import OnRecord
from psoas.outcomes.pain import PainMoment, pain_marks
from psoas.vocabulary.body import Unit
from psoas.vocabulary.language import say

Resource = dict[str, Any]
Named = tuple[str, Resource]
OWN = "urn:psoas:"
"""How the systems of our own codes begin."""
LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
PHYSICAL_ACTIVITY = {
    "system": "http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes",
    "code": "PhysicalActivity",
}
ACTIVITY = [{"coding": [{"system": CATEGORY, "code": "activity"}]}, {"coding": [PHYSICAL_ACTIVITY]}]
PAIN, DURATION, HEIGHT, MASS = "72514-3", "55411-3", "8302-2", "29463-7"
UNITS: dict[Unit, tuple[str, str]] = {"deg": ("deg", "°"), "s": ("s", "s"), "count": ("{count}", "")}
SCORE = ("{score}", "of 10")


def observations(record: OnRecord, subject: Resource) -> Iterator[Named]:
    """Each with a name of its own, in order of kinds and days."""
    yield from _size(record, subject)
    yield from _pain(record, subject)
    yield from _walked(record, subject)
    yield from _measured(record, subject)
    yield from _activities(record, subject)


def _size(record: OnRecord, subject: Resource) -> Iterator[Named]:
    on = record.screened_on or record.plan.start
    for name, code, value, unit in (
        ("height", HEIGHT, record.intake.height_cm, "cm"),
        ("mass", MASS, record.intake.mass_kg, "kg"),
    ):
        if value is not None:
            yield name, _observation(_loinc(code), "vital-signs", on, value, (unit, unit), subject=subject)


def _pain(record: OnRecord, subject: Resource) -> Iterator[Named]:
    """Every number, at its moment; a day without one has no Observation."""
    moments: dict[PainMoment, str] = {
        "morning": say("in the morning"),
        "before": say("before moving"),
        "after": say("after moving"),
    }
    seen: dict[tuple[date, PainMoment], int] = {}
    for mark in pain_marks(record.diary.entries, until=date.max):
        number = seen[mark.on, mark.moment] = seen.get((mark.on, mark.moment), 0) + 1
        made = _observation(_loinc(PAIN), "survey", mark.on, mark.pain, SCORE, subject=subject)
        yield f"pain-{mark.on}-{mark.moment}-{number}", {**made, "note": [{"text": moments[mark.moment]}]}


def _walked(record: OnRecord, subject: Resource) -> Iterator[Named]:
    for entry in record.diary.entries:
        if entry.minutes_walked is not None:
            coded = {**_loinc(DURATION), "text": say("Walking")}
            made = _observation(coded, "activity", entry.on, entry.minutes_walked, ("min", "min"), subject=subject)
            yield f"walked-{entry.on}", {**made, "category": ACTIVITY}


def _measured(record: OnRecord, subject: Resource) -> Iterator[Named]:
    for examination in record.examinations:
        for number, told in enumerate(examination.measures):
            made = _observation(
                _measure(told), "exam", examination.on, round(mean_of(told), 1), UNITS[told.unit], subject=subject
            )
            yield f"measured-{examination.on}-{number}", made


def _measure(told: Measurement) -> Resource:
    side = {"left": say(", left"), "right": say(", right"), "both": ""}[told.side]
    position = f", {told.position}" if told.position else ""
    text = journey.catalogue().reason(f"measure-{told.measure}").says + side + position + f" ({told.device})"
    return {"coding": [{"system": f"{OWN}measure", "code": told.measure}], "text": text}


def _activities(record: OnRecord, subject: Resource) -> Iterator[Named]:
    for examination in record.examinations:
        for number, score in enumerate(examination.scores):
            coded = {"coding": [{"system": f"{OWN}instrument", "code": "own-words"}], "text": score.instrument}
            made = _observation(coded, "survey", examination.on, score.value, ("{score}", ""), subject=subject)
            yield f"score-{examination.on}-{number}", made


def _observation(
    code: Resource, category: str, on: date, value: float, unit: tuple[str, str], *, subject: Resource
) -> Resource:
    ucum, written = unit
    return {
        "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": category}]}],
        "code": code,
        "subject": subject,
        "effectiveDateTime": on.isoformat(),
        "performer": [subject],
        "valueQuantity": {"value": value, "system": UCUM, "code": ucum, **({"unit": written} if written else {})},
    }


def _loinc(code: str) -> Resource:
    return {"coding": [{"system": LOINC, "code": code}]}
