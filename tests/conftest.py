"""What every test that touches Django needs: no file of the person's own."""

import pytest
from django.conf import settings


def pytest_configure() -> None:
    settings.SECRET_KEY = "for-tests-only-and-long-enough-to-pass-the-check"


@pytest.fixture(autouse=True)
def _forget_what_was_read() -> None:
    """Ids start anew with each test database, so what was read under an id must go."""
    from psoas.records import queries  # noqa: PLC0415  # Django is set up after this file is read
    from psoas.web import situation  # noqa: PLC0415  # as above

    queries.forget()
    situation.forget()
