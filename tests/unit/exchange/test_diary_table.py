"""The diary for a spreadsheet: read as UTF-8, and run by none."""

import csv
import io
from datetime import date, timedelta

import pytest

from psoas.diary.entry import Diary, Entry
from psoas.exchange.diary_table import write_csv

FORMULAE = ("=1+1", " =1+1", "\n=1+1", "\u00a0=1+1", "\uff1d1+1", "ok;=1+1", "a\n+2", "x;\t@sum", "-1", "\uff0b1", "a|=1")
TEXTS = ("Schmerz hält an \u2013 4", "better, -5 minutes", "a = b", "mail me@home", "2 + 2", "well-known")


def cells(*notes: str) -> list[str]:
    day = date(2026, 11, 1)
    diary = Diary(entries=tuple(Entry(on=day + timedelta(days=at), note=note) for at, note in enumerate(notes)))
    text = write_csv(diary)
    assert text.encode().startswith(b"\xef\xbb\xbf")
    return [row["note"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]


@pytest.mark.parametrize("note", FORMULAE)
def test_what_could_be_run_as_a_formula_is_text(note: str) -> None:
    """Also after blanks, in full-width letters, and behind a semicolon, where another country's spreadsheet ends the cell."""
    (cell,) = cells(note)

    assert cell.replace("'", "") == note
    for piece in cell.replace("|", ";").replace("\t", ";").replace("\n", ";").split(";"):
        assert not piece.lstrip(" \u00a0\u200b").startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))


def test_other_text_stays_as_it_was_written() -> None:
    """A dash, an address, a sum in the middle."""
    assert cells(*TEXTS) == list(TEXTS)
