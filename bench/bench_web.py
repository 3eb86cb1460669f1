"""Pages under load: Today and a log entry beside a bare Django in the same run (granian, 2 workers, 8 connections)

Psoas draws its real Today page for a person with a plan and a fortnight of log. The bare peer draws a list from five indexed
reads; its entry is one row, as durable as ours (a write-ahead log, flushed to the disk each time) and behind the same token.
Ours tells what is known, as a second tap does; one that tells something new is thought over before it is kept. Bytes are what
a browser loads for Today the first time, compressed.
"""

import os
import shutil
import tempfile
import urllib.request
from datetime import date, timedelta
from pathlib import Path

from server import Load, load, serving

HERE = Path(__file__).parent
POST = HERE / "wrk_post.lua"
CHROMIUM = Path("/usr/bin/chromium")
API = "/api/session-log/"
TODAY = "Today, share of bare Django's rate"
LOG = "log entry, share of bare Django's rate"
AIMS = {TODAY: "at least 0.6", LOG: "at least 0.5"}


def run() -> dict[str, object]:
    if shutil.which("wrk") is None:
        return {"skipped": "install wrk"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {"PSOAS_DATA": str(folder), "PSOAS_COLLECTED": "1"}
        _seed(environment)
        with serving("psoas.web.wsgi:application", environment, folder=HERE.parent) as address:
            ours, kept, thought = load(f"{address}/"), _keeping(address, API), _keeping(address, API, VARIED="1")
            size = _first_load(address)
        with serving("bare.wsgi:application", _bare(folder), folder=HERE) as address:
            bare, row = load(f"{address}/"), _keeping(address, "/post/")
    return {
        "Today, Psoas": ours,
        "page of five reads, bare Django": bare,
        TODAY: f"{ours.per_second / bare.per_second:.2f}",
        "log entry, Psoas": kept,
        "log entry that tells something new, Psoas": thought,
        "one row, bare Django": row,
        LOG: f"{kept.per_second / row.per_second:.2f}",
        "Today, bytes of a first load": size,
    }


def _keeping(address: str, path: str, **more: str) -> Load:
    """Entries, each with a key of its own."""
    return load(f"{address}{path}", script=POST, environment={**_token(address, path), **more})


def _seed(environment: dict[str, str]) -> None:
    """The office worker of the examples with a plan that began a fortnight ago and an entry for each day."""
    os.environ.update(environment, DJANGO_SETTINGS_MODULE="psoas.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from psoas import journey
    from psoas.diary.entry import Entry, EntryPain
    from psoas.exchange.documents import read_document
    from psoas.records import actions
    from psoas.screening.intake import Intake

    today = date.today()  # noqa: DTZ011  # the day that the server will show
    start = today - timedelta(days=14)
    intake = read_document((HERE.parent / "examples/office-worker.intake.json").read_bytes(), Intake)
    actions.keep_intake(intake=intake, clearance=journey.screen(intake, today=today), on=start)
    actions.keep_plan(plan=journey.plan(intake, start=start, today=start), reason="made", on=start)
    for ago in range(1, 15):
        entry = Entry(on=today - timedelta(days=ago), pain=EntryPain(before=4, during=3, after=3, next_morning=3), mobility=5)
        actions.keep_entry(entry=entry, kind="log")


def _token(address: str, path: str) -> dict[str, str]:
    """The token and cookie that a browser would send back."""
    with urllib.request.urlopen(f"{address}{path}") as answer:  # noqa: S310  # our own loopback address
        cookie = answer.headers["Set-Cookie"].split(";")[0]
    day = date.today().isoformat()  # noqa: DTZ011  # as above
    return {"TOKEN": cookie.partition("=")[2], "COOKIE": cookie, "POST_PATH": path, "DAY": day}


def _bare(folder: Path) -> dict[str, str]:
    """A fresh database for the peer, with a row for each of five days."""
    import subprocess
    import sys

    environment = {"BARE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "bare.settings"}
    rows = "Entry.objects.create(key=str(day), on=date(2026, 1, day), document='{}')"
    code = (
        "import django; django.setup(); from datetime import date; from django.core.management import call_command; "
        "call_command('migrate', run_syncdb=True, verbosity=0); from bare.models import Entry; "
        f"[{rows} for day in range(1, 8)]"
    )
    subprocess.run([sys.executable, "-c", code], env=os.environ | environment, cwd=HERE, check=True)
    return environment


def _first_load(address: str) -> str:
    """Bytes over the wire for Today in a browser that has never been here."""
    if not CHROMIUM.exists():
        return "not measured: no Chromium"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(service_workers="block").new_page()
        received: list[int] = []
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
        page.goto(address, wait_until="networkidle")
        browser.close()
    return f"{sum(received) / 1000:.1f} kB in {len(received)} requests"


if __name__ == "__main__":
    for figure, measured in run().items():
        print(f"{figure:<48} {measured}")
