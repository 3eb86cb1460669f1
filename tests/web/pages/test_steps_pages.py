"""Steps from a phone: shown first, added on a yes, never over what the person wrote."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from psoas.diary.entry import Entry, EntryPain
from psoas.records import actions, queries
from psoas.screening.intake import Intake

RECORD = '<Record type="HKQuantityTypeIdentifierStepCount" sourceName="a" startDate="{on} 08:00:00 +0100" value="{steps}"/>'


def export(**days: int) -> SimpleUploadedFile:
    records = "".join(RECORD.format(on=on.removeprefix("d").replace("_", "-"), steps=steps) for on, steps in days.items())
    return SimpleUploadedFile("export.xml", f"<HealthData>{records}</HealthData>".encode())


def walked() -> dict[date, int | None]:
    return {entry.on: entry.minutes_walked for entry in queries.diary().entries}


def test_days_are_shown_then_added_and_what_was_written_stays(client: Client, maya: Intake, today: date) -> None:
    """Monday was written by hand; Tuesday was not; Thursday comes after the last entry, so a break stays a break."""
    monday, tuesday = today - timedelta(days=2), today - timedelta(days=1)
    actions.keep_entry(entry=Entry(on=monday, minutes_walked=30), kind="log")
    actions.keep_entry(entry=Entry(on=today, pain=EntryPain(before=2)), kind="log")
    before = walked()

    page = client.post("/settings/steps/", {"file": export(d2026_11_23=9000, d2026_11_24=4200, d2026_11_25=500)})
    text = page.content.decode()
    assert "30, yours stays" in text
    assert walked() == before

    client.post("/settings/steps/", {"day": ["", "2026-11-23=90", "2026-11-24=42", "2026-11-25=5", "2026-11-27=60"]})
    assert walked() == {monday: 30, tuesday: 42, today: 5}
    client.post("/settings/steps/", {"day": ["2026-11-24=99", "2026-11-25=5"]})
    assert walked() == {monday: 30, tuesday: 42, today: 5}


def test_what_no_page_sent_is_passed_over(client: Client, maya: Intake, today: date) -> None:
    """Made-up days and numbers add nothing and break nothing."""
    actions.keep_entry(entry=Entry(on=today, pain=EntryPain(before=2)), kind="log")
    before = walked()
    made_up = ["x", "2026-13-01=4", "2026-11-24=-4", "2026-11-24=99999", "2020-01-01=5", "2036-01-01=5"]
    assert client.post("/settings/steps/", {"day": made_up}).status_code == 302
    assert walked() == before


def test_a_file_that_is_none_says_so_beside_the_field(client: Client, maya: Intake, today: date) -> None:
    """Also an empty one, and none at all."""
    actions.keep_entry(entry=Entry(on=today, pain=EntryPain(before=2)), kind="log")
    for content in (b"no export", b""):
        answer = client.post("/settings/steps/", {"file": SimpleUploadedFile("x.zip", content)})
        assert answer.status_code == 422
    assert client.post("/settings/steps/", {}).status_code == 422
    assert "export.zip" in client.post(
        "/settings/steps/", {"file": SimpleUploadedFile("x.zip", b"no export")}
    ).content.decode().replace("\n", " ")


def test_without_a_diary_nothing_is_added(client: Client, maya: Intake) -> None:
    """The page says why."""
    assert "no steps for the days" in client.post("/settings/steps/", {"file": export(d2026_11_23=9000)}).content.decode()
