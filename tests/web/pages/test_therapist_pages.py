"""With the therapist: the summary in three forms; limits come in, are looked at first, bind, and are lifted by a clinician."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from psoas import journey
from psoas.exchange import pdf
from psoas.records import queries
from psoas.screening.clinician_limits import ClinicianLimits
from psoas.screening.intake import Intake
from psoas.web.safety_answers import bind

DAY = date(2026, 11, 25)
ASKED: dict[str, object] = {
    "by": "physiotherapist",
    "on": "2026-11-24",
    "planned": ["glute-bridge"],
    "dose-TOTAL_FORMS": "3",
    "dose-INITIAL_FORMS": "0",
}


def used() -> set[str]:
    """The movements of the days to come."""
    record = queries.current_plan()
    assert record is not None
    days = [day for week in record.plan.weeks for day in week.days if day.date >= DAY]
    items = {item.exercise for day in days for session in day.sessions for item in session.items}
    return items | {pause.exercise for day in days for pause in day.micro_breaks}


def look_and_keep(client: Client, asked: dict[str, object]) -> str:
    """Through both pages; answers with what the first one showed."""
    looked = client.post("/therapist/limits/", asked)
    assert looked.status_code == 200, looked.content.decode()[:3000]
    document = looked.context["document"]
    client.post("/therapist/limits/keep/", {"limits": document})
    return looked.content.decode()


def test_the_summary_is_a_page_a_pdf_and_a_file_for_systems(client: Client, maya: Intake) -> None:
    """Three forms of one thing."""
    assert "Summary for your therapist" in client.get("/therapist/").content.decode()
    with pikepdf.open(io.BytesIO(client.get("/therapist/summary.pdf").content)) as file:
        assert len(file.pages) == 2
    record = client.get("/therapist/record.fhir.json")
    assert record["Content-Type"] == "application/fhir+json"
    assert json.loads(record.content)["resourceType"] == "Bundle"


def test_where_nothing_can_set_a_pdf_the_page_says_how_to_print(
    client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the phone edition."""
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)

    assert "print this page" in client.get("/therapist/").content.decode()
    assert client.get("/therapist/summary.pdf").status_code == 404


def test_before_a_plan_there_is_nothing_to_summarise(client: Client, db: None) -> None:
    for address in ("/therapist/", "/therapist/limits/"):
        assert client.get(address).status_code == 302
    assert client.get("/therapist/summary.pdf").status_code == 404


def test_limits_are_looked_at_before_they_are_kept(client: Client, maya: Intake) -> None:
    """Who, what and what leaves the plan; nothing is written yet."""
    assert "glute-bridge" in used()
    text = client.post("/therapist/limits/", ASKED).content.decode()

    assert "Set by a physiotherapist on 2026-11-24: without bridge" in text
    assert "This leaves your plan" in text
    assert "glute-bridge" in used()


def test_kept_limits_bind_this_plan_and_the_next(client: Client, maya: Intake) -> None:
    """And whoever makes the plan anew, or starts over, keeps them."""
    look_and_keep(client, ASKED)
    assert "glute-bridge" not in used()

    client.post("/plan/remake/")

    assert "glute-bridge" not in used()
    assert "Set by a physiotherapist" in client.get("/therapist/limits/").content.decode()
    assert "A physiotherapist asked on 24 November 2026" in client.get("/plan/left-out/").content.decode()


def test_a_dose_is_cut_and_says_who_asked(client: Client, maya: Intake, today: date) -> None:
    asked = {**ASKED, "planned": [], "dose-0-exercise": "glute-bridge", "dose-0-sets": "1", "dose-0-reps": "3"}
    look_and_keep(client, asked)

    plan = queries.current_plan().plan  # type: ignore[union-attr]  # there is one
    doses = {
        (item.sets, item.reps)
        for week in plan.weeks
        for day in week.days
        for session in day.sessions
        for item in session.items
        if item.exercise == "glute-bridge" and day.date >= today
    }
    assert doses == {(1, 3)}


def test_only_a_clinician_lifts_them(client: Client, maya: Intake) -> None:
    """With profession and day; without either they stay."""
    look_and_keep(client, ASKED)
    client.post("/therapist/limits/lift/", {"number": "0"})
    assert "In force" in client.get("/therapist/limits/").content.decode()

    client.post("/therapist/limits/lift/", {"number": "0", "lifted_by": "physiotherapist", "lifted_on": "2026-11-25"})

    assert "In force" not in client.get("/therapist/limits/").content.decode()
    client.post("/plan/remake/")
    assert "glute-bridge" in used()


def test_no_exercise_for_now_stops_the_plan(client: Client, maya: Intake) -> None:
    look_and_keep(client, {**ASKED, "planned": [], "scope": "none"})

    assert not used()
    assert "do not exercise for now" in client.get(reverse("intake:result")).content.decode()


def test_a_file_from_the_therapist_does_the_same(client: Client, maya: Intake) -> None:
    content = json.dumps({"psoas": "limits/1", "by": "surgeon", "on": "2026-11-24", "exercises": ["glute-bridge"]})
    file = SimpleUploadedFile("limits.json", content.encode())
    looked = client.post("/therapist/limits/", {"file": file, "dose-TOTAL_FORMS": "3", "dose-INITIAL_FORMS": "0"})

    assert "Set by a surgeon on 2026-11-24: without bridge" in looked.content.decode()


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"planned": []}, "Nothing is asked yet"),
        ({"by": ""}, "Choose one of these"),
        ({"on": "2026-12-24"}, "A day that has been"),
        ({"until": "2026-11-20"}, "a day after the one on which they were set"),
        ({"dose-0-exercise": "glute-bridge"}, "At least one number"),
        ({"dose-0-sets": "2"}, "Which movement?"),
        ({"hip-flexion": "900"}, "Whole degrees"),
    ],
)
def test_what_cannot_be_meant_is_said_beside_its_field(
    client: Client, maya: Intake, asked: dict[str, object], says: str
) -> None:
    """And nothing is kept."""
    answer = client.post("/therapist/limits/", {**ASKED, **asked})

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_forged_document_is_refused(client: Client, maya: Intake) -> None:
    """What is kept is read as strictly as a file."""
    answer = client.post("/therapist/limits/keep/", {"limits": '{"psoas": "limits/1", "by": "friend"}'})

    assert answer.status_code in {302, 400, 422}
    assert queries.current_plan().plan.intake.clinician_limits == ()  # type: ignore[union-attr]  # there is one


def test_the_session_leaves_out_what_was_closed_since(
    client: Client, maya: Intake, today: date, turn_to: Callable[[date], None]
) -> None:
    """The player, the first session and the breaks ask the same clearance."""
    names = sorted(used())
    bind(ClinicianLimits(by="surgeon", on=today, exercises=tuple(names[:4])), today=today)
    intake = queries.screened().intake  # type: ignore[union-attr]  # there is one

    assert not set(names[:4]) & set(journey.choose(intake, today=today).open)
    session = replace(journey.first_session(intake, today=today))
    assert not set(names[:4]) & {item.exercise for item in session.items}
    turn_to(today + timedelta(days=1))
    assert client.get("/").status_code == 200
