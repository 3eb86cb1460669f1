"""What every test needs: no file of the person's own, and no plan made twice."""

import os
import shutil
import tempfile
from pathlib import Path

# One process a core runs already: numpy's own threads, for matrices of a few rows, would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest
from django.conf import settings
from plans_once import plan_once

PLANS = "PSOAS_TESTS_PLANS"
"""Where the processes of this run keep what was planned."""


def pytest_configure(config: pytest.Config) -> None:
    settings.SECRET_KEY = "for-tests-only-and-long-enough-to-pass-the-check"
    if not hasattr(config, "workerinput"):  # the first process of the run; its workers inherit what it sets
        os.environ[PLANS] = tempfile.mkdtemp(prefix="psoas-tests-plans-")
    plan_once(Path(os.environ[PLANS]))


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ[PLANS], ignore_errors=True)


@pytest.fixture(autouse=True)
def _forget_what_was_read() -> None:
    """Ids start anew with each test database, so what was read under an id must go."""
    from psoas.records import queries  # noqa: PLC0415  # Django is set up after this file is read
    from psoas.web import situation  # noqa: PLC0415  # as above

    queries.forget()
    situation.forget()
