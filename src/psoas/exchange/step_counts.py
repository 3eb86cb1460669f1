"""Steps from a file that a phone's health app exports, as minutes walked on each day.

    Apple Health      `export.zip` with its XML, or the XML by itself
    Health Connect    a ZIP file with its SQLite database

Several devices count the same walk: of each day the device that counted most is taken, nothing is added up. A minute stands
for a hundred steps, the pace at which walking counts as moderate (STEPS-1). The file is read in pieces, entities and outside
references are refused, and nothing of it is kept but these numbers.
"""

import sqlite3
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import IO, cast
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.value import value

STEPS_A_MINUTE = 100
MOST_XML = 4_000_000_000
"""Bytes of XML, unpacked: some years of a watch that counts every minute."""
MOST_DATABASE = 200_000_000
MOST_STEPS = 200_000
"""On one day: more is no person's."""
STEPS = "HKQuantityTypeIdentifierStepCount"
QUERY = "SELECT app_info_id, start_time, start_zone_offset, count FROM steps_record_table WHERE start_time >= ?"
FORMAT, ROLLBACK = 18, b"\x01\x01"
"""Where a database says how it is written to, and the way that needs no second file."""
PATIENCE, PATIENCE_STEP = 20_000, 10_000
ALLOWED = "an export of Apple Health (export.zip or its XML) or of Health Connect (ZIP)"
Counted = tuple[date, str, int]
"""A day, who counted, and how many steps."""


@value
class StepCount:
    """One day of the file."""

    on: date
    steps: int

    @property
    def minutes(self) -> int:
        return min(round(self.steps / STEPS_A_MINUTE), 24 * 60)


def read_steps(file: IO[bytes], *, since: date, until: date) -> tuple[StepCount, ...]:
    """The days of the file from `since` to `until`, in order. BadInput where it is no such export, or too large to be one."""
    start = file.read(4)
    file.seek(0)
    counted = _zipped(file, since) if start == b"PK\x03\x04" else _apple(_Counted(file, MOST_XML))
    by_source: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for on, source, steps in counted:
        if since <= on <= until:
            by_source[on][source] += steps
    days = ((on, max(sources.values())) for on, sources in sorted(by_source.items()))
    return tuple(StepCount(on=on, steps=steps) for on, steps in days if steps <= MOST_STEPS)


def _zipped(file: IO[bytes], since: date) -> Iterator[Counted]:
    try:
        with zipfile.ZipFile(file) as archive:
            names = {info.filename: info.file_size for info in archive.infolist() if not info.is_dir()}
            databases = [name for name in names if name.endswith(".db")]
            sheets = [name for name in names if name.endswith(".xml") and not name.endswith("_cda.xml")]
            if databases:
                with archive.open(databases[0]) as inside:
                    yield from _health_connect(_Counted(inside, MOST_DATABASE).read(), since)
            elif sheets:
                with archive.open(max(sheets, key=names.__getitem__)) as inside:
                    yield from _apple(_Counted(inside, MOST_XML))
            else:
                raise BadInput("file", ALLOWED)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadInput("file", ALLOWED) from error


class _Counted:
    """A file that says so when it is longer than it may be."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self.file, self.left = file, most

    def read(self, size: int = -1) -> bytes:
        piece = self.file.read(min(size, self.left + 1) if size >= 0 else self.left + 1)
        self.left -= len(piece)
        if self.left < 0:
            raise BadInput("file", f"{ALLOWED}; this one is larger than any of them")
        return piece


class _Patience:
    """Ends what takes longer than reading any table of steps."""

    def __init__(self) -> None:
        self.left = PATIENCE

    def __call__(self) -> int:
        self.left -= 1
        return int(self.left < 0)


def _apple(file: _Counted) -> Iterator[Counted]:
    """`<Record type="…StepCount" sourceName startDate="2026-11-20 08:01:02 +0100" value="12"/>`, record after record."""
    try:
        elements = iterparse(cast("IO[bytes]", file), events=("start", "end"), forbid_dtd=False, forbid_entities=True)
        root = None
        for event, element in elements:
            root = element if root is None else root
            if event == "start" and root is element and element.tag != "HealthData":
                raise BadInput("file", ALLOWED)
            if event == "end" and element.tag == "Record" and element.get("type") == STEPS:
                yield _record(element.get("startDate", ""), element.get("sourceName", ""), element.get("value", ""))
            if event == "end" and element is not root:
                root.clear()
    except (ParseError, DefusedXmlException, UnicodeDecodeError) as error:
        raise BadInput("file", ALLOWED) from error


def _record(start: str, source: str, steps: str) -> Counted:
    try:
        return date.fromisoformat(start[:10]), source, max(0, int(float(steps)))
    except (ValueError, OverflowError) as error:
        raise BadInput("file", f"{ALLOWED}; one of its records cannot be read") from error


def _health_connect(content: bytes, since: date) -> Iterator[Counted]:
    """The table of step records; times are milliseconds since 1970 with the zone in which they were counted, in seconds."""
    from_ms = int((datetime.combine(since, datetime.min.time(), UTC) - timedelta(days=1)).timestamp() * 1000)
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content[:FORMAT] + ROLLBACK + content[FORMAT + len(ROLLBACK) :])
            database.set_progress_handler(_Patience(), PATIENCE_STEP)
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA query_only = ON")
            for source, start_ms, zone_s, steps in database.execute(QUERY, (from_ms,)):
                moment = datetime.fromtimestamp(int(start_ms) / 1000, UTC) + timedelta(seconds=int(zone_s or 0))
                yield moment.date(), str(source), max(0, int(steps))
    except (sqlite3.Error, ValueError, TypeError, OverflowError, OSError) as error:
        raise BadInput("file", ALLOWED) from error
