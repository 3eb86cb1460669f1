"""What makes the app work without a network, and installable."""

import json

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_worker_stands_at_the_root_with_its_shell(client: Client) -> None:
    """Scope is the whole app; a browser asks for it anew each time."""
    answer = client.get("/service-worker.js")

    assert answer["Content-Type"].startswith("text/javascript")
    assert "no-cache" in answer["Cache-Control"]
    assert answer.content.startswith(b"self.SHELL = ")


def test_everything_in_the_shell_exists(client: Client) -> None:
    """A missing file would be missed when it is needed most."""
    missing = [path for path in _shell(client)["paths"] if not _exists(client, path)]

    assert missing == []


def test_the_shell_holds_the_emergency_page_and_the_player(client: Client) -> None:
    """The two things that must never depend on a network."""
    paths = _shell(client)["paths"]

    assert {"/emergency/", "/offline/", "/static/built/page-player.js", "/static/css/player/frame.css"} <= set(paths)


def test_the_shell_holds_no_page_about_the_person(client: Client) -> None:
    """It outlives "delete everything"."""
    pages = [path for path in _shell(client)["paths"] if not path.startswith("/static/")]

    assert pages == ["/offline/", "/emergency/"]


def test_the_same_files_are_the_same_version(client: Client) -> None:
    """A new worker is installed for a new release alone."""
    assert _shell(client)["version"] == _shell(client)["version"]


def test_the_manifest_names_icons_that_exist(client: Client) -> None:
    """Installable: name, start, display, and icons of both sizes."""
    manifest = client.get("/manifest.webmanifest").json()

    assert (manifest["start_url"], manifest["display"]) == ("/", "standalone")
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    assert all(finders.find(icon["src"].removeprefix("/static/")) for icon in manifest["icons"])


def _shell(client: Client) -> dict:
    text = client.get("/service-worker.js").content.decode()
    return json.loads(text.removeprefix("self.SHELL = ").partition(";\n")[0])


def _exists(client: Client, path: str) -> bool:
    if path.startswith("/static/"):
        return finders.find(path.removeprefix("/static/")) is not None
    return client.get(path).status_code == 200
