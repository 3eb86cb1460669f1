"""A machine that has lost its clock is told so, instead of being planned for in 1970."""

from datetime import UTC, datetime, tzinfo

import pytest

from psoas.cli import options
from psoas.vocabulary.errors import BadInput


class Lost(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Lost":
        return cls(1970, 1, 1, 12, tzinfo=tz or UTC)


def test_a_lost_clock_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The date it shows, and the option that says another."""
    monkeypatch.setattr(options, "datetime", Lost)

    with pytest.raises(BadInput, match=r"clock says 1970-01-0[12].*--today"):
        options.read_day(None, "--today")
