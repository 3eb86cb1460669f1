"""Figures on pages: shown where they were built, and never missed where they were not."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client, override_settings

from psoas.records import actions
from psoas.screening.intake import Intake
from psoas.web.templatetags import figures

BUILT = Path(__file__).parents[3] / "src/psoas/web/static/built/figures"
WITH_STILLS = (
    "/",
    "/plan/day/2026-11-25/",
    "/plan/day/2026-11-25/instead/walking/",
    "/start/first/",
    "/assessment/",
)
WITH_MOTION = ("/library/glute-bridge/", "/assessment/test/bridge-test/", "/assessment/test/chair-stand-test/")
WITH_SCENES = ("/learn/sharing/", "/learn/after-fusion/")
needs_figures = pytest.mark.skipif(not BUILT.exists(), reason="the figures are not built: run `make assets`")


@needs_figures
@pytest.mark.parametrize("path", WITH_STILLS)
def test_rows_show_a_small_still_that_loads_late(client: Client, maya: Intake, path: str) -> None:
    """Decoration beside a name: no words of its own, its room kept."""
    text = client.get(path).content.decode()

    assert '<img class="still" src="/static/built/figures/' in text
    assert 'width="112" height="84" alt="" loading="lazy"' in text


@needs_figures
@pytest.mark.parametrize("path", [*WITH_MOTION, *WITH_SCENES])
def test_the_moving_figure_holds_its_still_until_it_moves(client: Client, maya: Intake, path: str) -> None:
    """Without a script the still stays; the motion is asked for by the name that is served."""
    text = client.get(path).content.decode()
    figure = text.split("<move-figure")[1].split("</move-figure>")[0]

    assert 'src="/static/built/figures/' in figure
    assert ".json" in figure
    assert "<img" in figure
    assert "built/page-figure.js" in text


@needs_figures
def test_fused_levels_are_drawn_fused(client: Client, maya: Intake) -> None:
    """On the page about fusion."""
    assert 'fused="L5 L4" spine' in client.get("/learn/after-fusion/").content.decode()


@needs_figures
@pytest.mark.parametrize("build", figures.OTHER_BUILDS)
@pytest.mark.parametrize("path", [*WITH_STILLS, *WITH_MOTION, "/plan/print/"])
def test_the_person_chooses_who_shows_the_movements(client: Client, maya: Intake, path: str, build: str) -> None:
    """Everywhere: rows, cards, the moving figure and its still, paper."""
    actions.keep_setting(name="figure", value=build)
    text = client.get(path).content.decode()

    assert f'data-build="{build}"' in text
    files = [piece.split('"')[0] for piece in text.split('src="/static/built/figures/')[1:]]
    assert {file.split("/")[0] for file in files if file.endswith(".svg")} == {build}


def test_a_body_that_was_not_drawn_is_shown_by_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """An older build of the figures has one body: the page shows it."""
    monkeypatch.setattr(figures, "address", lambda file: "" if "/" in file else file)

    assert figures.drawn_as("full", "clamshell-small.svg") == "clamshell-small.svg"


@needs_figures
def test_paper_shows_the_steps(client: Client, maya: Intake) -> None:
    """A numbered strip for each movement, loaded at once: paper does not scroll."""
    text = client.get("/plan/print/").content.decode()

    assert "-steps.svg" in text
    assert 'class="steps-strip"' in text
    assert "lazy" not in text.split('class="steps-strip"')[1].split(">")[0]


@pytest.mark.parametrize("path", [*WITH_STILLS, *WITH_MOTION, *WITH_SCENES, "/plan/print/"])
def test_a_missing_figure_never_breaks_a_page(
    client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """The page stands without it, and shows no broken picture."""
    monkeypatch.setattr(figures, "FOLDER", "built/nowhere")
    answer = client.get(path)

    assert answer.status_code == 200
    assert "nowhere" not in answer.content.decode()


@override_settings(
    COLLECTED=True,
    STORAGES={"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}},
)
def test_a_figure_that_was_not_collected_is_left_out(today: date, tmp_path: Path) -> None:
    """The collected names are strict; the page is not."""
    assert figures.address("never-drawn.svg") == ""
