"""One file between the homes: from a computer to a phone, on there, and back to another computer."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from browser.phone_home import Host, go, start, wait_for_mark
from browser.test_phone import everything, host, phone
from browser.test_phone_handover import NOTE, log_a_note
from playwright.sync_api import BrowserContext, expect

__all__ = ["host", "phone"]  # fixtures
pytestmark = [pytest.mark.browser, pytest.mark.slow]
TESTS = Path(__file__).parents[1]
A_FORTNIGHT = """
import django; django.setup()
from datetime import timedelta
from django.core.management import call_command
from example_people import MAYA
from psoas import journey
from psoas.diary.entry import Done, Entry, EntryPain
from psoas.records import actions
from psoas.web import clock
call_command("migrate", verbosity=0)
today = clock.today()
start = today - timedelta(days=14)
plan = journey.plan(MAYA, start=start, today=start)
actions.keep_intake(intake=MAYA, clearance=plan.clearance, on=start)
actions.keep_plan(plan=plan, reason="made", on=start)
item = plan.weeks[0].days[0].sessions[0].items[0]
for ago in range(1, 15):
    done = Done(exercise=item.exercise, side=item.side, sets=1, reps=item.reps)
    pain = EntryPain(before=5 - ago % 2, after=3, next_morning=3)
    entry = Entry(on=today - timedelta(days=ago), pain=pain, exercises=(done,), note=f"day {ago}, Füße")
    actions.keep_entry(entry=entry, kind="log")
actions.keep_setting(name="theme", value="dark")
"""
SAVED = """
import sys, django; django.setup()
from django.test import Client
sys.stdout.buffer.write(Client(HTTP_HOST="localhost").get("/settings/export/json/").content)
"""


class Computer:
    """The local server's home: a folder of its own."""

    def __init__(self, data: Path) -> None:
        data.mkdir()
        paths = os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])
        told = {"PSOAS_DATA": str(data), "DJANGO_SETTINGS_MODULE": "psoas.web.settings", "PYTHONPATH": paths}
        self.environment = os.environ | told

    def run(self, script: str, *arguments: str) -> bytes:
        command = [sys.executable, "-c", script, *arguments]
        return subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE).stdout

    def psoas(self, *arguments: str) -> None:
        self.run("from psoas.cli.main import run; run()", *arguments)

    def saved(self) -> dict[str, Any]:
        """What its own saved file holds."""
        read: dict[str, Any] = json.loads(self.run(SAVED))
        return read


def test_one_file_goes_from_a_computer_to_a_phone_and_on_to_another_computer(
    phone: BrowserContext, host: Host, tmp_path: Path
) -> None:
    """Each home holds what the file holds, to the last letter; what the phone adds is there at the end."""
    first = Computer(tmp_path / "first")
    first.run(A_FORTNIGHT)
    file = tmp_path / "from-computer.json"
    file.write_text(json.dumps(first.saved()), "utf-8")

    page = phone.pages[0]
    frame = start(page, host.address)
    frame.get_by_role("button", name="I have a saved file").click()
    page.get_by_label("The saved file").set_input_files(file)
    page.get_by_role("button", name="Open it").click()
    expect(frame.locator("html[data-theme=dark]")).to_have_count(1)
    assert everything(frame) == first.saved()

    log_a_note(frame)
    go(frame, "settings/")
    frame.get_by_role("button", name="Save a file of everything").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save", exact=True).click()
    back = tmp_path / "from-phone.json"
    coming.value.save_as(back)
    held = everything(frame)
    assert json.loads(back.read_text("utf-8")) == held
    assert [entry["note"] for entry in held["diary"]["entries"] if entry.get("note") == NOTE] == [NOTE]  # type: ignore[index]  # a document

    second = Computer(tmp_path / "second")
    second.psoas("import", str(back))
    assert second.saved() == held


def test_what_a_browser_cleared_is_brought_back_from_the_saved_file(phone: BrowserContext, host: Host, tmp_path: Path) -> None:
    """All that the site kept is gone, its service worker too: the way in offers to bring the file, and it comes back whole."""
    computer = Computer(tmp_path / "computer")
    computer.run(A_FORTNIGHT)
    file = tmp_path / "saved.json"
    file.write_text(json.dumps(computer.saved()), "utf-8")
    page = phone.pages[0]
    start(page, host.address)
    wait_for_mark(page, "whole")
    page.goto("about:blank")
    origin = host.address.removesuffix("/deep/coach/")
    phone.new_cdp_session(page).send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})

    frame = start(page, host.address)
    frame.get_by_role("button", name="I have a saved file").click()
    page.get_by_label("The saved file").set_input_files(file)
    page.get_by_role("button", name="Open it").click()
    expect(frame.locator("html[data-theme=dark]")).to_have_count(1)
    assert everything(frame) == computer.saved()
