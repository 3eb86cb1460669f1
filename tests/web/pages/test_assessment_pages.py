"""Findings join the latest examination; what is closed for a person is not offered; numbers are read with their error."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from psoas import journey
from psoas.assessment.examination import Measurement, TestFinding
from psoas.records import actions, queries
from psoas.screening.intake import Intake

MEASURE = "/assessment/test/hip-internal-rotation-measure/"


def test_findings_of_several_pages_make_one_picture(client: Client, maya: Intake) -> None:
    """A self-test, a measurement, an activity: the picture shows them all."""
    client.post("/assessment/test/bridge-test/", {"finding-both": "back-strain", "pain-both": "0"})
    client.post(MEASURE, {"values-left": "13 14 12", "values-right": "33,5", "position": "prone", "device": "phone"})
    client.post("/assessment/activities/", {"name-1": "put on socks", "mark-1": "0"})
    latest = queries.examinations()[-1]
    page = client.get("/assessment/picture/").content.decode()

    assert latest.tests == (TestFinding(test="bridge-test", side="both", finding="back-strain", pain=0),)
    assert [measure.values for measure in latest.measures] == [(13.0, 14.0, 12.0), (33.5,)]
    assert latest.scores[0].instrument == "own-activities: put on socks"
    assert "turning in" in page
    assert "±" in page


def test_measuring_again_takes_the_place_of_the_older_value_and_keeps_both_versions(client: Client, maya: Intake) -> None:
    """Same measure, side, position and device."""
    for values in ("13", "18"):
        client.post(MEASURE, {"values-left": values, "position": "prone", "device": "phone"})

    assert [version.measures for version in queries.examinations()] == [
        (
            Measurement(
                measure="hip-internal-rotation", side="left", values=(value,), unit="deg", position="prone", device="phone"
            ),
        )
        for value in (13.0, 18.0)
    ]


@pytest.mark.parametrize("sent", [
    {},
    {"values-left": "abc", "position": "prone", "device": "phone"},
    {"values-left": "900", "position": "prone", "device": "phone"},
    {"values-left": "1 2 3 4", "position": "prone", "device": "phone"},
    {"values-left": "12"},
    {"values-left": "12", "position": "flying", "device": "phone"},
])  # fmt: skip
def test_a_reading_that_cannot_be_is_refused(client: Client, maya: Intake, sent: dict[str, str]) -> None:
    """422, and nothing is kept."""
    assert client.post(MEASURE, sent).status_code == 422
    assert queries.examinations() == ()


def test_a_closed_test_shows_why_and_takes_nothing_in(client: Client, maya: Intake, today: date) -> None:
    """Tests obey the same rule as drills."""
    brittle = replace(maya, conditions=("osteoporosis",))
    actions.keep_intake(intake=brittle, clearance=journey.screen(brittle, today=today), on=today)
    closed = next(iter(journey.closed_tests(brittle, today=today)))
    page = client.get(f"/assessment/test/{closed}/").content.decode()

    assert "Not for you now" in page
    assert "<form" not in page
    client.post(
        f"/assessment/test/{closed}/", {"values-both": "20", "values-left": "20", "position": "standing", "device": "phone"}
    )
    assert queries.examinations() == ()


def test_a_comma_that_may_be_either_is_asked_about(client: Client, maya: Intake) -> None:
    """32,34 may be one reading or two; 33,5 is one."""
    answer = client.post(MEASURE, {"values-left": "32,34", "position": "prone", "device": "phone"})

    assert answer.status_code == 422
    assert "Write 32.34 for one, 32 34 for two" in answer.content.decode()
    assert queries.examinations() == ()
