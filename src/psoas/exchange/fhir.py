"""The record as clinics' systems exchange it: a FHIR R4 Bundle (collection).

    Patient                 year of birth and sex; no name, for Psoas knows none
    QuestionnaireResponse   the safety answers, with the day on which they were last given
    Observation             pain, size and minutes walked under terms of loinc.org; measures, own activities; UCUM units
    Goal                    what the person wants, in their own words
    CarePlan                the coming week's movements with dose and days; what a clinician closed, as not to be performed
    Provenance              told by the person, put together by Psoas; which clinician set limits

Category and codes follow the Physical Activity guide (hl7.fhir.us.physical-activity) where they fit; no profile is claimed,
since its parents ask for what Psoas does not know. Where no such term was found the code is our own, as its system says.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from psoas import journey
from psoas.exchange.agenda import week_rows
from psoas.exchange.documents import write_json
from psoas.exchange.observation import OWN, PHYSICAL_ACTIVITY, observations
from psoas.exchange.precautions import limits_say
from psoas.exchange.sheet import OnRecord
from psoas.screening.intake import Intake
from psoas.vocabulary.language import say

Resource = dict[str, Any]
GENDERS = {"female": "female", "male": "male", "unstated": "unknown"}


def write_fhir(record: OnRecord, *, at: datetime, today: date) -> str:
    """The Bundle as JSON text; the same record gives the same bytes at the same moment."""
    return write_json(bundle_of(record, at=at, today=today))


def bundle_of(record: OnRecord, *, at: datetime, today: date) -> Resource:
    person = _entry("Patient", "person", _patient(record.intake))
    device = _entry("Device", "psoas", _device())
    subject = {"reference": person["fullUrl"]}
    goals = [
        _entry("Goal", f"goal-{number}", _goal(text, subject)) for number, text in enumerate(record.intake.goals, start=1)
    ]
    told = [
        _entry("QuestionnaireResponse", "safety", _answers(record, subject, today=today)),
        *(_entry("Observation", name, content) for name, content in observations(record, subject)),
        *goals,
        _entry("CarePlan", "plan", _care_plan(record, subject, goals, today=today)),
    ]
    provenance = _provenance(told, subject, {"reference": device["fullUrl"]}, record, at=at)
    entries = [person, device, *told, _entry("Provenance", "provenance", provenance)]
    return {"resourceType": "Bundle", "type": "collection", "timestamp": instant(at), "entry": entries}


def instant(at: datetime) -> str:
    """To the second, with its zone."""
    return at.astimezone().replace(microsecond=0).isoformat()


def _entry(kind: str, name: str, content: Resource) -> Resource:
    """Under an address that is the same for the same thing."""
    identity = str(uuid5(NAMESPACE_URL, f"{OWN}{kind}/{name}"))
    return {"fullUrl": f"urn:uuid:{identity}", "resource": {"resourceType": kind, "id": identity, **content}}


def _patient(intake: Intake) -> Resource:
    return {"gender": GENDERS[intake.sex], "birthDate": str(intake.born)}


def _device() -> Resource:
    return {
        "deviceName": [{"name": "Psoas", "type": "manufacturer-name"}],
        "version": [{"value": journey.rule_version()}],
        "note": [{"text": say("Not a medical device; no clinician has reviewed its rules.")}],
    }


def _answers(record: OnRecord, subject: Resource, *, today: date) -> Resource:
    flags = journey.catalogue().red_flags
    items = [
        {
            "linkId": name,
            "text": flags[name].in_full,
            "answer": [{"valueCoding": {"system": f"{OWN}answer", "code": answer}}],
        }
        for name, answer in record.intake.answers.items()
        if name in flags
    ]
    on = record.screened_on or min(record.plan.start, today)
    return {
        "questionnaire": f"{OWN}safety-questions|{journey.rule_version()}",
        "status": "completed",
        "subject": subject,
        "authored": on.isoformat(),
        "source": subject,
        **({"item": items} if items else {}),
    }


def _goal(text: str, subject: Resource) -> Resource:
    return {"lifecycleStatus": "active", "description": {"text": text}, "subject": subject}


def _care_plan(record: OnRecord, subject: Resource, goals: Iterable[Resource], *, today: date) -> Resource:
    end = record.plan.weeks[-1].days[-1].date
    activities = [*_movements(record, today=today), *_closed(record.intake, today=today)]
    references = [{"reference": goal["fullUrl"]} for goal in goals]
    return {
        "status": "active" if end >= today else "completed",
        "intent": "plan",
        "category": [{"coding": [PHYSICAL_ACTIVITY]}],
        "title": say("Eight weeks of movement"),
        "subject": subject,
        "period": {"start": record.plan.start.isoformat(), "end": end.isoformat()},
        **({"goal": references} if references else {}),
        **({"activity": activities} if activities else {}),
    }


def _movements(record: OnRecord, *, today: date) -> Iterator[Resource]:
    """One for each movement and dose of the coming week, with how often it comes."""
    for exercise, says, days in week_rows(record.plan, today=today):
        timing = {"repeat": {"frequency": len(days), "period": 1, "periodUnit": "wk"}, "event": [d.isoformat() for d in days]}
        coded = {"coding": [{"system": f"{OWN}exercise", "code": exercise}], "text": says}
        yield {"detail": {"status": "scheduled", "code": coded, "description": says, "scheduledTiming": timing}}


def _closed(intake: Intake, *, today: date) -> Iterator[Resource]:
    """What a clinician asked to leave out."""
    for limits in journey.limits_in_force(intake, today=today):
        yield {"detail": {"status": "scheduled", "doNotPerform": True, "description": limits_say(limits)}}


def _provenance(told: Iterable[Resource], subject: Resource, device: Resource, record: OnRecord, *, at: datetime) -> Resource:
    agent = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
    clinicians = {limits.by for limits in record.intake.clinician_limits}
    return {
        "target": [{"reference": entry["fullUrl"]} for entry in told],
        "recorded": instant(at),
        "agent": [
            {"type": _coded(agent, "author"), "who": subject},
            {"type": _coded(agent, "assembler"), "who": device},
            *({"type": _coded(agent, "informant"), "who": {"display": name}} for name in sorted(clinicians)),
        ],
    }


def _coded(system: str, code: str) -> Mapping[str, Any]:
    return {"coding": [{"system": system, "code": code}]}
