"""Solved batches into one file, Parquet or CSV, and the checksum of what was added: the same for every engine."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from psoas.cli.share_table import tell
from psoas.mechanics.arrow import need_arrow
from psoas.mechanics.people_table import ADDED


def write_batches(batches: Iterable[Any], schema: Any, place: Path, kind: str) -> tuple[int, str]:
    """All batches into one file; how many rows, and the checksum of what was added."""
    arrow, count, sums = need_arrow(), 0, {name: hashlib.sha256() for name in ADDED}
    with _writer(place, kind, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
            count += len(batch)
            for name, total in sums.items():
                total.update(_bytes(arrow, batch.column(name)))
            tell(count)
    whole = hashlib.sha256(b"".join(total.digest() for total in sums.values()))
    return count, whole.hexdigest()[:16]


def _writer(place: Path, kind: str, schema: Any) -> Any:
    if kind == ".parquet":
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415  # see need_arrow

        return ParquetWriter(place, schema, compression="zstd")
    from pyarrow.csv import CSVWriter, WriteOptions  # noqa: PLC0415  # see need_arrow

    return CSVWriter(place, schema, write_options=WriteOptions(quoting_style="needed"))


def _bytes(arrow: Any, column: Any) -> bytes:
    """The same bytes for the same values, wherever they were cut."""
    if arrow.types.is_floating(column.type):
        return bytes(column.fill_null(float("nan")).to_numpy(zero_copy_only=False).tobytes())
    return "\n".join([*column.to_pylist(), ""]).encode()
