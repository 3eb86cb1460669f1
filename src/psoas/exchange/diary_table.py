"""The diary as a table for a spreadsheet: a row for each movement done, or one for a day without any. Missing stays empty."""

import csv
import io
import re
from collections.abc import Iterator

from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.planning.dose import Load

DAY_COLUMNS = (
    "on", "pain_before", "pain_during", "pain_after", "pain_next_morning", "mobility", "minutes_walked", "sleep", "worry",
    "symptoms", "relief", "habits", "adverse_event", "note",
)  # fmt: skip
DONE_COLUMNS = ("exercise", "side", "sets", "reps", "hold_s", "load", "effort", "pain", "felt")
BOM = "\ufeff"
"""Without it a spreadsheet on Windows reads UTF-8 as something else."""
_SIGNS = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_STARTS = re.compile(rf"[\s\u200b\ufeff]*{_SIGNS}")
"""A formula at the start of a cell, also after blanks and line breaks, also in full-width letters."""
_GOES_ON = re.compile(rf"([;|\t\r\n][^\S\t\r\n]*)(?={_SIGNS})")
"""One behind what another program may read as the end of a cell, a semicolon above all."""


def write_csv(diary: Diary) -> str:
    """The diary as CSV with a header line (RFC 4180), marked as UTF-8."""
    text = io.StringIO()
    text.write(BOM)
    table = csv.writer(text)
    table.writerow((*DAY_COLUMNS, *DONE_COLUMNS))
    for entry in diary.entries:
        table.writerows(_rows(entry))
    return text.getvalue()


def _rows(entry: Entry) -> Iterator[tuple[object, ...]]:
    day = _day(entry)
    if not entry.exercises:
        yield (*day, *([""] * len(DONE_COLUMNS)))
    for done in entry.exercises:
        yield (*day, *_done(done))


def _day(entry: Entry) -> tuple[object, ...]:
    pain = entry.pain or EntryPain()
    numbers = (pain.before, pain.during, pain.after, pain.next_morning, entry.mobility, entry.minutes_walked)
    words = (" ".join(entry.symptoms), " ".join(entry.relief), " ".join(entry.habits), entry.adverse_event, entry.note)
    return (entry.on.isoformat(), *map(_cell, numbers), _cell(entry.sleep), _cell(entry.worry), *map(_cell, words))


def _done(done: Done) -> tuple[object, ...]:
    dose = (done.sets, done.reps, done.hold_s, _load(done.load), done.effort, done.pain, done.felt)
    return (done.exercise, done.side, *map(_cell, dose))


def _load(load: Load | None) -> str | None:
    if load is None:
        return None
    return f"{load.kg:g} kg" if load.kg is not None else f"{load.band} band"


def _cell(content: object) -> object:
    """Missing is empty, zero is 0; what a spreadsheet could run as a formula is quoted."""
    if content is None:
        return ""
    return _text(content) if isinstance(content, str) else content


def _text(content: str) -> str:
    """An apostrophe makes it text."""
    quoted = _GOES_ON.sub(r"\1'", content)
    return f"'{quoted}" if _STARTS.match(content) else quoted
