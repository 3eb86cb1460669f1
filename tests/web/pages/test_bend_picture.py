"""The picture of a bend, as the server writes it: told apart, in words that do not frighten, and whole without a script."""

import json
import re

import numpy as np
import pytest
from django.test import Client

from psoas.mechanics.share_estimate import share_of
from psoas.mechanics.subject import Subject
from psoas.screening.intake import Intake


@pytest.mark.django_db
def test_a_stranger_sees_a_reference_person_named_as_one(client: Client) -> None:
    """Nothing known: not theirs."""
    page = client.get("/picture/").content.decode()

    assert "not yours" in page
    assert "A reference person" in page


def test_maya_sees_her_age_and_that_no_angle_was_measured(client: Client, maya: Intake) -> None:
    """Known, but not measured."""
    page = client.get("/picture/").content.decode()

    assert "As you are" in page
    assert "no angle of yours has been measured yet" in page


@pytest.mark.django_db
def test_the_table_is_there_without_a_script_and_agrees_with_the_numbers(client: Client) -> None:
    """Four rows; the first equals the data at the bend the page opens with."""
    page = client.get("/picture/").content.decode()
    found = re.search(r'<script id="share-data" type="application/json">(.*?)</script>', page)

    assert found is not None
    data = json.loads(found[1])
    now = next(bend for bend in data["sides"][0]["bends"] if bend["trunk"] == 70)
    assert page.count("<tr data-version=") == page.count("<tr data-levels=") == 4
    assert f"{now['hip']['mean']:.0f}° " in page
    assert now["hip"]["mean"] + now["lumbar"]["mean"] == pytest.approx(70, abs=0.01)


@pytest.mark.django_db
def test_every_notch_of_the_slider_says_what_the_model_says_there(client: Client) -> None:
    """The same numbers as one person's share on the command line, and the same badge; nothing between is guessed."""
    page = client.get("/picture/").content.decode()
    found = re.search(r'<script id="share-data" type="application/json">(.*?)</script>', page)
    slider = re.search(r'min="(\d+)" max="(\d+)" step="(\d+)"', page)

    assert found is not None
    assert slider is not None
    low, high, step = map(int, slider.groups())
    bends = json.loads(found[1])["sides"][0]["bends"]
    assert [bend["trunk"] for bend in bends] == list(range(low, high + 1, step))
    for bend in bends[::4]:
        told = share_of(Subject(), "forward-bend", trunk=bend["trunk"], rng=np.random.default_rng(1))
        for name in ("hip", "lumbar", "lumbar_share"):
            assert bend[name] == pytest.approx(vars(getattr(told, name)), abs=2e-4)
        assert bend["validation"] == told.validation
        assert bend["other_lumbar"] == pytest.approx(told.other_curve.lumbar, abs=2e-4)


@pytest.mark.django_db
def test_the_two_curves_the_failing_row_and_the_age_rows_are_said(client: Client) -> None:
    """Where a reader sees them, without a promise about nine of ten people."""
    page = client.get("/picture/").content.decode()

    assert "Two published families of hip curves disagree" in page
    assert "D7 at 80°" in page
    assert "has no row for this age" in page
    assert "69 to 98 %" in page
    assert "nine of ten" not in page


@pytest.mark.django_db
def test_what_helps_comes_first_and_no_word_frightens(client: Client) -> None:
    """The first paragraph says what helps; the model stands behind a fold."""
    page = client.get("/picture/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]

    assert main.index("What helps") < main.index("<share-picture") < main.index("<details")
    assert not any(word in main.lower() for word in ("wear", "damage", "abnormal", "degenerat"))
