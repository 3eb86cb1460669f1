"""How long the way in takes a healthy person: taps, words and minutes from Welcome to the first session.

`PSOAS_PRINT=1 pytest tests/web/pages/test_way_in_length.py` prints docs/measured/way-in.md anew.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

from psoas import journey
from psoas.records import queries

TABLE = Path(__file__).parents[3] / "docs/measured/way-in.md"
WORDS_A_MINUTE = 238
"""Silent reading of adults (Brysbaert 2019, a meta-analysis)."""
SECONDS_A_TAP = 3
SAFETY = {
    "/start/together/now/": {"safety-1-none": "on", "safety-2-none": "on"},
    "/start/together/soon/": {"safety-3-none": "on", "safety-4-none": "on", "safety-5-none": "on"},
}
"""A tick for each group of questions, and *Go on* for each page."""
GROUPS = 5
ABOUT = {
    "born": "1981",
    "now": "4",
    "average_week": "4",
    "amount": "3",
    "unit": "months",
    "seen": "yes",
    "ticked": "none",
}
PLAN = {
    "floor": "alone",
    "minutes": "15",
    "days": ["mon", "wed", "fri"],
    "sitting-when": "09:00-12:30",
    "sitting-days": "weekdays",
    "equipment": ["chair", "wall", "bed"],
}
OFFERED = {"minutes", "days", "sitting-days", "equipment"}
"""Ticked already."""
BEFORE = (39, 1659)
"""Taps and words as they were when every question had its page, counted in the same way."""


MINUTES_PROMISED = 5
"""On Welcome."""


@dataclass(frozen=True)
class Walk:
    taps: int
    words: int

    @property
    def minutes(self) -> float:
        return self.words / WORDS_A_MINUTE + self.taps * SECONDS_A_TAP / 60


MOST = Walk(taps=BEFORE[0] // 2 + 1, words=BEFORE[1] // 2 + 1)


class Reader(HTMLParser):
    """The words of <main> that can be seen without opening anything: nothing folded, hidden or meant for later."""

    def __init__(self) -> None:
        super().__init__()
        self.words = 0
        self.main = False
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.main = self.main or tag == "main"
        unseen = tag in ("details", "noscript", "script") or "hidden" in said
        classes = (said.get("class") or "").split()
        if tag not in VOID and (self.hidden or unseen or {"visually-hidden", "follow"} & set(classes)):
            self.hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.main = self.main and tag != "main"
        if self.hidden and tag not in VOID:
            self.hidden.pop()

    def handle_data(self, data: str) -> None:
        if self.main and not self.hidden:
            self.words += sum(any(letter.isalpha() for letter in word) for word in data.split())


VOID = ("input", "br", "img", "hr", "link", "meta", "path", "use", "circle", "rect")


@pytest.mark.django_db
def test_the_way_in_is_short_and_no_safety_question_is_lost(client: Client, today: date) -> None:
    """Half of the taps and half of the words it once took, and every question for everybody has its answer on record."""
    welcome = words_of(client, "/welcome/")
    taps = sum(taps for _, taps in steps(client))
    walk = Walk(taps=taps, words=welcome + sum(words_of(client, path) for path in (*SAFETY, *ONCE, "/start/first/")))
    screened = queries.screened()
    keep(walk)

    assert screened is not None
    assert set(screened.intake.answers) == {flag.id for flag in journey.catalogue().red_flags.values() if flag.page <= GROUPS}
    assert walk.taps <= MOST.taps
    assert walk.words <= MOST.words
    assert walk.minutes <= MINUTES_PROMISED
    assert queries.current_plan() is not None


def steps(client: Client) -> Iterator[tuple[str, int]]:
    """Walk the whole way; each page with the taps it takes."""
    yield "/welcome/", 1
    for path, said in SAFETY.items():
        post(client, path, said)
        yield path, len(said) + 1
    post(client, "/start/together/about/", ABOUT)
    yield "/start/together/about/", len(ABOUT) + 1
    post(client, "/start/together/plan/", PLAN)
    yield "/start/together/plan/", len(set(PLAN) - OFFERED) + 1
    yield "/start/first/", 1


def words_of(client: Client, path: str) -> int:
    """The words of a page."""
    reader = Reader()
    reader.feed(client.get(path).content.decode())
    return reader.words


ONCE = ("/start/together/about/", "/start/together/plan/")


def post(client: Client, path: str, said: dict[str, object]) -> None:
    answer = client.post(path, said)
    assert answer.status_code == 302, (path, answer.content.decode())


def keep(walk: Walk) -> None:
    if os.environ.get("PSOAS_PRINT"):
        before = Walk(*BEFORE)
        rows = "\n".join(
            f"| {name} | {one.taps} | {one.words} | {one.minutes:.1f} |"
            for name, one in (("a page each", before), ("now", walk))
        )
        TABLE.write_text(HEAD + rows + "\n", "utf-8")


HEAD = """# The way in, timed

From *Welcome* to the first session, for somebody to whom no follow-up applies, counted by
`tests/web/pages/test_way_in_length.py`: every tap that is needed, every word in sight, 238 words a minute (silent reading of
adults, Brysbaert 2019) and three seconds a tap (our own figure). Every safety question is still asked of everybody; they alone
are about 430 words.

| | taps | words | minutes |
|---|---|---|---|
"""
