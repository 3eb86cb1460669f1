"""The library: pictures first, found by words and by what is chosen, with what each means for this person."""

import itertools
import re

import pytest
from django.test import Client

from psoas import journey
from psoas.planning.exclusion import used_in
from psoas.records import queries
from psoas.screening.intake import Intake


def shown(client: Client, query: str = "") -> list[str]:
    """The movements on the shelf, in order."""
    page = client.get(f"/library/{query}").content.decode()
    return re.findall(r'class="picture-card[^"]*"\s+href="/library/([a-z0-9-]+)/"', page)


def test_every_movement_is_on_the_shelf_with_its_picture(client: Client, db: None) -> None:
    """Also before anybody has answered anything; only the first picture is asked for at once."""
    page = client.get("/library/").content.decode()

    assert sorted(shown(client)) == sorted(journey.catalogue().exercises)
    assert page.count("<peek-figure") == len(journey.catalogue().exercises)
    assert page.count('loading="lazy"') == page.count("<peek-figure") - 1
    assert page.count('fetchpriority="high"') == 1


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("?q=bridge", lambda e: "bridge" in f"{e.names.plain} {e.names.clinical}".lower() or "bridge" in e.position.lower()),
        ("?where=hip-flexors", lambda e: e.family == "hip-flexors"),
        ("?position=sitting", lambda e: e.demands.posture == "sitting"),
        ("?equipment=none", lambda e: not e.equipment),
        ("?where=glutes&equipment=none", lambda e: e.family == "glutes" and not e.equipment),
    ],
)
def test_a_choice_narrows_the_shelf_to_what_fits(client: Client, db: None, query: str, holds: object) -> None:
    """All that fit are there, and nothing else."""
    fitting = [name for name, entry in journey.catalogue().exercises.items() if callable(holds) and holds(entry)]
    assert fitting
    assert sorted(shown(client, query)) == sorted(fitting)


def test_words_are_looked_for_one_by_one(client: Client, db: None) -> None:
    """In any order and in any case; what nothing holds says what to do."""
    assert shown(client, "?q=STRETCH+hip") == shown(client, "?q=hip+stretch") != []
    assert "Take one word or one choice away" in client.get("/library/?q=accordion").content.decode()


@pytest.mark.parametrize("query", ["?where=moon", "?minutes=900", "?mine=yours", "?q=" + "x" * 200])
def test_an_unknown_choice_narrows_nothing(client: Client, db: None, query: str) -> None:
    """A stale address is no error."""
    assert len(shown(client, query)) == len(journey.catalogue().exercises)


def test_mine_means_open_planned_and_liked(client: Client, maya: Intake) -> None:
    """What is ticked holds for every card that is left."""
    record = queries.current_plan()
    assert record is not None
    closed = {out.exercise for out in journey.choose(maya, today=record.on).excluded}

    assert set(shown(client, "?mine=open")) == set(journey.catalogue().exercises) - closed
    assert set(shown(client, "?mine=planned")) <= used_in(record.plan.weeks)
    assert shown(client, "?mine=favourite") == []
    name = shown(client, "?mine=planned")[0]
    client.post(f"/plan/movement/{name}/favourite/")
    assert shown(client, "?mine=favourite&mine=planned") == [name]


def test_the_shelf_alone_comes_to_a_page_that_is_there(client: Client, db: None) -> None:
    """What the search box asks for while somebody types."""
    part = client.get("/library/?q=bridge", headers={"hx-request": "true"}).content.decode()
    assert "<html" not in part
    assert "movement" in part


def test_a_ladder_is_a_row_of_stills(client: Client, maya: Intake) -> None:
    """From the easiest rung to the hardest, with the one that is looked at marked, and the closed ones named."""
    page = client.get("/library/glute-bridge/").content.decode()
    row = page[page.index('class="ladder"') : page.index("</ol>", page.index('class="ladder"'))]
    rungs = re.findall(r'href="/library/([a-z0-9-]+)/"', row)

    exercises = journey.catalogue().exercises
    assert "glute-bridge" in rungs
    assert all(exercises[low].harder == high or exercises[high].easier == low for low, high in itertools.pairwise(rungs))
    assert row.count("aria-current") == 1
    assert row.count("<peek-figure") == len(rungs)


def test_a_closed_movement_says_why_and_cannot_be_put_in(client: Client, maya: Intake) -> None:
    """The reason stands on top; there is no button that would be refused."""
    record = queries.current_plan()
    assert record is not None
    out = journey.choose(maya, today=record.on).excluded[0]
    page = client.get(f"/library/{out.exercise}/").content.decode()

    assert "Not for you now." in page
    assert "Put it in my plan" not in page
