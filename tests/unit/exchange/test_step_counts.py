"""Steps from a health app's export: both phones, several devices, and files that mean harm or nothing."""

import io
import sqlite3
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from psoas.exchange import step_counts
from psoas.exchange.step_counts import StepCount, read_steps
from psoas.vocabulary.errors import BadInput

SINCE, UNTIL = date(2026, 11, 1), date(2026, 11, 30)
DTD = "<!DOCTYPE HealthData [<!ELEMENT HealthData (Record*)><!ATTLIST Record type CDATA #REQUIRED>]>"
RECORD = '<Record type="{kind}" sourceName="{source}" startDate="{start}" endDate="x" value="{value}">{inside}</Record>'


def record(start: str, value: object, *, source: str = "iPhone", kind: str = step_counts.STEPS, inside: str = "") -> str:
    return RECORD.format(kind=kind, source=source, start=start, value=value, inside=inside)


def apple(*records: str, dtd: str = DTD) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>{dtd}<HealthData locale="en">{"".join(records)}</HealthData>'.encode()


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return packed.getvalue()


def health_connect(tmp_path: Path, *rows: tuple[int, str, int, int], journal: str = "delete") -> bytes:
    path = tmp_path / "health_connect_export.db"
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA journal_mode={journal}")
        database.execute("CREATE TABLE steps_record_table (app_info_id, start_time, start_zone_offset, count)")
        for app, start, zone_s, count in rows:
            ms = int(datetime.fromisoformat(start).replace(tzinfo=UTC).timestamp() * 1000)
            database.execute("INSERT INTO steps_record_table VALUES (?, ?, ?, ?)", (app, ms, zone_s, count))
    database.close()
    return path.read_bytes()


def read(content: bytes) -> tuple[StepCount, ...]:
    return read_steps(io.BytesIO(content), since=SINCE, until=UNTIL)


def test_a_day_is_what_the_device_that_counted_most_has_counted() -> None:
    """Phone and watch count the same walk; their steps are never added up."""
    content = apple(
        record("2026-11-20 08:01:02 +0100", 3000),
        record("2026-11-20 18:00:00 +0100", 1200),
        record("2026-11-20 08:01:02 +0100", 3900, source="Watch", inside='<MetadataEntry key="a" value="b"/>'),
        record("2026-11-21 23:59:00 +0100", 650),
        record("2026-11-21 10:00:00 +0100", 99, kind="HKQuantityTypeIdentifierFlightsClimbed"),
    )
    expected = (StepCount(on=date(2026, 11, 20), steps=4200), StepCount(on=date(2026, 11, 21), steps=650))
    assert read(content) == expected
    assert (
        read(zipped(apple_health_export__export_dot_xml=content, apple_health_export__export_cda_dot_xml=b"<a/>")) == expected
    )
    assert [day.minutes for day in expected] == [42, 6]


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_health_connect_tells_days_in_the_zone_in_which_they_were_walked(tmp_path: Path, journal: str) -> None:
    """Half past eleven at night, an hour east of Greenwich, is the next day there; also where the file was being written."""
    content = health_connect(
        tmp_path,
        (1, "2026-11-20T23:30:00", 3600, 500),
        (1, "2026-11-20T12:00:00", 3600, 800),
        (2, "2026-11-20T12:00:00", 3600, 700),
        journal=journal,
    )
    assert read(zipped(health_connect_export_dot_db=content)) == (
        StepCount(on=date(2026, 11, 20), steps=800),
        StepCount(on=date(2026, 11, 21), steps=500),
    )


def test_days_outside_are_left_out_and_zero_is_a_day() -> None:
    """From the first to the last day that was asked for."""
    content = apple(
        record("2026-10-31 08:00:00 +0100", 900),
        record("2026-11-01 08:00:00 +0100", 0),
        record("2026-12-01 08:00:00 +0100", 900),
        record("2026-11-02 08:00:00 +0100", 900_000),
    )
    assert read(content) == (StepCount(on=SINCE, steps=0),)


LAUGHS = '<!DOCTYPE HealthData [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE HealthData [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 no zip at all",
        b"\x00\x01\x02",
        b"<HealthData>",
        b"<Other/>",
        apple(record("2026-11-20 08:00:00 +0100", "&b;"), dtd=LAUGHS),
        apple(record("2026-11-20 08:00:00 +0100", "1"), dtd=OUTSIDE),
        apple(record("yesterday", 5)),
        apple(record("2026-11-20 08:00:00 +0100", "many")),
        zipped(notes_dot_txt=b"nothing"),
        zipped(export_dot_db=b"SQLite format 3\x00 but not really one, and much too short for it"),
        zipped(export_dot_xml=b"<HealthData><Record"),
    ],
)
def test_what_is_no_export_says_what_would_be(content: bytes) -> None:
    """One sentence; no entity is ever filled in, no file ever opened by its name."""
    with pytest.raises(BadInput, match=r"export\.zip"):
        read(content)


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted while it is read, whatever its own list of contents says."""
    monkeypatch.setattr(step_counts, "MOST_XML", 10_000)
    blown = apple(*[record("2026-11-20 08:00:00 +0100", 1)] * 1_000)
    with pytest.raises(BadInput, match="larger than any"):
        read(zipped(export_dot_xml=blown))


def test_a_table_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A view under the table's name may count to infinity."""
    monkeypatch.setattr(step_counts, "PATIENCE", 50)
    path = tmp_path / "evil.db"
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE VIEW steps_record_table AS"
            " WITH RECURSIVE n(start_time) AS (SELECT 1 UNION ALL SELECT start_time + 1 FROM n)"
            " SELECT 1 AS app_info_id, start_time * 0 AS start_time, 0 AS start_zone_offset, 1 AS count FROM n"
        )
    database.close()
    with pytest.raises(BadInput):
        read(zipped(export_dot_db=path.read_bytes()))
