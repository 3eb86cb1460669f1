"""The exchange form: two readers that know nothing of us accept it, codes are allowed, every reference leads somewhere."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from diary_year import a_year, examinations
from example_people import FRANK, MAYA, START, TODAY
from fhir.resources.R4B.bundle import Bundle as PydanticBundle
from fhirclient.models.bundle import Bundle as ClientBundle
from fhirclient.models.fhirabstractbase import FHIRValidationError
from pydantic import ValidationError

from psoas import journey
from psoas.diary.entry import Diary, Entry, EntryPain
from psoas.exchange.fhir import bundle_of, write_fhir
from psoas.exchange.sheet import OnRecord
from psoas.screening.clinician_limits import ClinicianLimits
from psoas.screening.intake import Intake

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
ALLOWED = {
    ("Bundle", "type"): {"collection"},
    ("Observation", "status"): {"final"},
    ("QuestionnaireResponse", "status"): {"completed"},
    ("Goal", "lifecycleStatus"): {"active"},
    ("CarePlan", "status"): {"active", "completed"},
    ("CarePlan", "intent"): {"plan"},
    ("Patient", "gender"): {"female", "male", "other", "unknown"},
}
"""Codes that FHIR R4 requires, as far as we use them: readers do not check all of these."""
LOINC = {"72514-3", "55411-3", "8302-2", "29463-7"}
UCUM = {"{score}", "min", "cm", "kg", "deg", "s", "{count}"}


def record_of(intake: Intake) -> OnRecord:
    plan = journey.plan(intake, start=START, today=TODAY)
    return OnRecord(plan=plan, diary=Diary(entries=tuple(a_year(START))), examinations=examinations(START), screened_on=TODAY)


LIMITED = replace(MAYA, clinician_limits=(ClinicianLimits(by="physiotherapist", on=TODAY, exercises=("glute-bridge",)),))
UNTOLD = replace(MAYA, goals=(), mass_kg=None)
PEOPLE: dict[str, Callable[[], OnRecord]] = {
    "office worker": lambda: record_of(MAYA),
    "after a fusion": lambda: record_of(FRANK),
    "with limits": lambda: record_of(LIMITED),
    "nothing told yet": lambda: OnRecord(plan=journey.plan(UNTOLD, start=START, today=TODAY), diary=Diary()),
}


@cache
def bundle_about(who: str) -> dict[str, Any]:
    return bundle_of(PEOPLE[who](), at=AT, today=START)


def parts(content: Any) -> Iterator[dict[str, Any]]:
    """Every object inside."""
    if isinstance(content, dict):
        yield content
        content = list(content.values())
    if isinstance(content, list):
        for inner in content:
            yield from parts(inner)


@pytest.mark.parametrize("who", PEOPLE)
def test_two_independent_readers_accept_it(who: str) -> None:
    """One generated from the definitions of R4B, one from those of R4; they share no code."""
    bundle = bundle_about(who)

    assert PydanticBundle.model_validate(bundle).get_resource_type() == "Bundle"
    assert len(ClientBundle(bundle, strict=True).entry) == len(bundle["entry"])


def test_both_readers_would_refuse_what_is_wrong() -> None:
    """So that their silence means something."""
    wrong = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {"resourceType": "Goal", "status": 3}}]}

    with pytest.raises(ValidationError):
        PydanticBundle.model_validate(wrong)
    with pytest.raises(FHIRValidationError):
        ClientBundle(wrong, strict=True)


@pytest.mark.parametrize("who", PEOPLE)
def test_required_codes_are_allowed_ones_and_units_are_known(who: str) -> None:
    """Readers let a wrong code of these pass."""
    bundle = bundle_about(who)
    for resource in (bundle, *(entry["resource"] for entry in bundle["entry"])):
        for (kind, field), allowed in ALLOWED.items():
            if resource["resourceType"] == kind:
                assert resource[field] in allowed, (kind, field)
    codings = [part for part in parts(bundle) if part.get("system") == "http://loinc.org"]
    quantities = [part for part in parts(bundle) if part.get("system") == "http://unitsofmeasure.org"]
    assert {coding["code"] for coding in codings} <= LOINC
    assert {quantity["code"] for quantity in quantities} <= UCUM


@pytest.mark.parametrize("who", PEOPLE)
def test_every_reference_leads_to_an_entry_and_addresses_are_single(who: str) -> None:
    bundle = bundle_about(who)
    addresses = [entry["fullUrl"] for entry in bundle["entry"]]
    named = {part["reference"] for part in parts(bundle) if "reference" in part}

    assert len(addresses) == len(set(addresses))
    assert named <= set(addresses)


def test_it_holds_what_is_asked_of_it() -> None:
    """Answers, plan, goals, observations and where they come from; what a clinician closed is not to be performed."""
    bundle = bundle_about("with limits")
    kinds = {entry["resource"]["resourceType"] for entry in bundle["entry"]}
    plan = next(entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == "CarePlan")

    assert kinds >= {"Patient", "QuestionnaireResponse", "Observation", "Goal", "CarePlan", "Provenance", "Device"}
    closed = [one["detail"] for one in plan["activity"] if one["detail"].get("doNotPerform")]
    assert len(closed) == 1
    assert "physiotherapist on 2026-11-20" in closed[0]["description"]
    assert not any(coding["code"] == "glute-bridge" for coding in parts(plan) if coding.get("system") == "urn:psoas:exercise")


def test_a_zero_is_an_observation_and_a_missing_day_is_none() -> None:
    diary = Diary(entries=(Entry(on=START, pain=EntryPain(before=0)), Entry(on=TODAY, minutes_walked=0)))
    bundle = bundle_of(replace(record_of(MAYA), diary=diary, examinations=()), at=AT, today=START)

    found = [
        (entry["resource"]["code"]["coding"][0]["code"], entry["resource"]["valueQuantity"]["value"])
        for entry in bundle["entry"]
        if entry["resource"]["resourceType"] == "Observation"
    ]
    assert ("72514-3", 0) in found
    assert ("55411-3", 0) in found
    assert sum(code == "72514-3" for code, _ in found) == 1


def test_the_same_record_gives_the_same_bytes() -> None:
    record = record_of(MAYA)

    assert write_fhir(record, at=AT, today=START) == write_fhir(record, at=AT, today=START)
