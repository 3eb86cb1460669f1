"""A planned operation: told on a page, practised for, and told of again when its day has come."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from psoas.records import actions, queries
from psoas.screening.intake import Intake

PARTS = {
    **{f"safety-{n}": {} for n in range(1, 6)},
    "you": {"born": 1981, "sex": "female"},
    "pain": {"now": 4, "average_week": 4, "amount": 14, "unit": "weeks", "seen": "yes"},
    "health": {"ticked": []},
    "floor": {"floor": "alone"},
    "time": {"minutes": 15},
    "days": {"days": ["mon", "wed", "fri"]},
    "sitting": {"when": []},
    "have": {"equipment": ["chair"]},
}


@pytest.fixture
def told(maya: Intake) -> Intake:
    """Maya with the pages of her way in on record too."""
    for part, content in PARTS.items():
        answers = {"answers": dict.fromkeys(maya.answers, "no")} if part.startswith("safety-") else content
        actions.keep_part(part=part, content=answers)
    return maya


def scope() -> str:
    screened = queries.screened()
    assert screened is not None
    return screened.clearance.scope


def test_a_planned_operation_is_told_done_and_detailed(client: Client, told: Intake, turn_to: Callable[[date], None]) -> None:
    """Until its day nothing is closed; then Today says what is open and asks; one tap makes it an operation that was had."""
    client.post("/start/ahead/", {"what": "lumbar-fusion", "on": "2026-12-10"})
    assert scope() == "full"
    assert "operation_due" not in client.get("/").content.decode()

    turn_to(date(2026, 12, 12))
    assert "The day of your operation has come" in client.get("/").content.decode()
    answer = client.post("/start/ahead/done/")

    assert answer.headers["Location"] == "/start/operation-lumbar-fusion/"
    assert scope() == "restricted"
    screened = queries.screened()
    assert screened is not None
    assert screened.intake.operation_ahead is None
    assert [(surgery.what, surgery.on) for surgery in screened.intake.surgeries] == [("lumbar-fusion", date(2026, 12, 10))]
    assert "The day of your operation has come" not in client.get("/").content.decode()


def test_it_cannot_be_done_before_its_day(client: Client, told: Intake) -> None:
    """A stale tap leads to the page where the day is told."""
    client.post("/start/ahead/", {"what": "discectomy", "on": "2026-12-10"})
    assert client.post("/start/ahead/done/").headers["Location"] == "/start/ahead/"
    assert "operations" not in queries.parts()


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"what": "hip-replacement"}, "side"),
        ({"what": "discectomy", "on": "2050-01-01"}, "on"),
        ({"what": "moon"}, "what"),
        ({}, "what"),
    ],
)
def test_what_cannot_be_meant_is_said_beside_its_field(client: Client, told: Intake, said: dict[str, str], where: str) -> None:
    """And nothing is kept."""
    answer = client.post("/start/ahead/", said)
    assert answer.status_code == 422
    assert answer.context["form"].errors[where]
    assert "ahead" not in queries.parts()


def test_the_page_before_an_operation_knows_who_reads_it(client: Client, told: Intake) -> None:
    """It offers to tell of one; once told, it says that the plan knows."""
    assert "Tell Psoas of a planned operation" in client.get("/learn/before-an-operation/").content.decode()
    client.post("/start/ahead/", {"what": "knee-replacement", "side": "left"})
    assert "Your plan knows of your operation" in client.get("/learn/before-an-operation/").content.decode()


def test_what_the_psoas_is_names_its_sources(client: Client, db: None) -> None:
    """Anatomy from memory says so, and what trials found stands beside what is often said."""
    page = client.get("/learn/psoas/").content.decode()
    for words in ("iliopsoas", "Legs and buttocks carry for the spine", "Gray", "Bogduk"):
        assert words in page
