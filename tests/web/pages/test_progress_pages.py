"""Progress: ten seconds first; gaps, zeros and several pains a day as they were told; a year in no time."""

import json
import re
import time
from datetime import date, timedelta
from typing import Any

import pytest
from diary_year import a_year, examinations
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from psoas.diary.entry import Entry, EntryPain
from psoas.records import actions
from psoas.screening.intake import Intake

MOST_QUERIES = 8
MOST_S = 0.3


def drawn(text: str, name: str) -> dict[str, Any]:
    """The numbers of one chart."""
    found = re.search(rf'<script id="{name}" type="application/json">(.*?)</script>', text, re.DOTALL)
    assert found, name
    return json.loads(found[1])  # type: ignore[no-any-return]  # whatever the page holds


def keep_year(last: date) -> None:
    for number, entry in enumerate(a_year(last)):
        actions.keep_entry(entry=entry, kind="log", key=f"year-entry-{number}")
    for examination in examinations(last):
        actions.keep_examination(examination=examination)


def test_before_the_first_log_the_page_says_what_will_stand_here(client: Client, maya: Intake) -> None:
    text = client.get("/progress/").content.decode()

    assert "Your days appear here after the first log" in text
    assert "Not enough days" in text
    assert "<progress-chart" not in text


def test_zeros_are_marks_and_gaps_are_holes(client: Client, maya: Intake, today: date) -> None:
    """Nothing is drawn for the day in between; the element breaks its line there."""
    for back, pain in ((3, 4), (1, 0)):
        actions.keep_entry(entry=Entry(on=today - timedelta(days=back), pain=EntryPain(before=pain)), kind="log")

    chart = drawn(client.get("/progress/").content.decode(), "chart-pain")

    before = next(line for line in chart["lines"] if line["main"])
    assert before["points"] == [["2026-11-22", 4.0], ["2026-11-24", 0.0]]
    assert chart["step_days"] == 1
    assert chart["band"] == [1.6, 6.4]


def test_several_pains_of_one_day_are_all_there(client: Client, maya: Intake, today: date) -> None:
    """The day's own line runs through their middle; the log's table keeps the latest."""
    for pain in (7, 3):
        actions.keep_entry(entry=Entry(on=today, pain=EntryPain(before=pain)), kind="log")

    before = next(line for line in drawn(client.get("/progress/").content.decode(), "chart-pain")["lines"] if line["main"])

    assert before["marks"] == [["2026-11-25", 7.0], ["2026-11-25", 3.0]]
    assert before["points"] == [["2026-11-25", 5.0]]


def test_a_year_says_in_words_what_changed(client: Client, maya: Intake, today: date) -> None:
    """A reading for each measure, the notes of the last weeks, the climbing of each pattern."""
    keep_year(today)
    text = client.get("/progress/").content.decode()

    for words in (
        "real change",
        "too small to tell",
        "Up by 2 rungs",
        "Slept badly, back felt stiff.",
        "in six weeks",
    ):
        assert words in text, words
    assert "earlier weeks too" in text
    assert text.count("<progress-chart") == text.count("The same as a table")


@pytest.mark.parametrize("address", ["/progress/", "/progress/?all=1"])
def test_a_year_is_rendered_in_under_a_third_of_a_second(client: Client, maya: Intake, today: date, address: str) -> None:
    """Counted queries, and the best of several tries, since other work may run on this machine."""
    keep_year(today)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) <= MOST_QUERIES, [query["sql"][:90] for query in asked]

    def seconds() -> float:
        begin = time.process_time()
        client.get(address)
        return time.process_time() - begin

    assert min(seconds() for _ in range(5)) < MOST_S
