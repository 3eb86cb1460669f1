"""The same function on Spark: `mapInArrow` hands it Arrow batches on every worker. Needs the extra `[spark]` and a Java.

A session that exists is used (that of a cluster's notebook); else one on this machine is started. Parts are written in the
order of the rows and then put into the one file that was asked for.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from psoas.cli.share_output import write_batches
from psoas.mechanics.arrow import answer_batch, need_arrow, schema_of
from psoas.mechanics.people_table import check_names
from psoas.mechanics.tasks import Task
from psoas.vocabulary.errors import BadInput, PsoasError

BATCH = 65_536


def share_on_spark(table: Path, place: Path, kind: str, task: Task, trunk: float | None) -> tuple[int, str]:
    """Read and solve on Spark, gather here."""
    frame = _read(_session(), table)
    check_names(frame.columns, task, trunk, place="line 1" if table.suffix == ".csv" else "columns")
    schema = schema_of(_arrow_schema(frame))
    with tempfile.TemporaryDirectory(dir=place.parent) as parts:
        solved = frame.mapInArrow(_solve(task, trunk), schema=_spark_schema(schema))
        try:
            solved.write.mode("overwrite").parquet(parts)
        except Exception as error:
            raise _told(error) from error
        return write_batches(_gathered(Path(parts), schema), schema, place, kind)


def _solve(task: Task, trunk: float | None) -> Any:
    """What each worker runs: it knows its batches only, so a bad cell is named by its column and value's row in the part."""

    def solve(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield answer_batch(batch, task, trunk, label=lambda row: f"a part's row {row + 1}")

    return solve


def _session() -> Any:
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  # an extra
    except ImportError as missing:
        raise PsoasError(
            "--engine spark needs the spark extra: pip install 'WHEEL[spark]', where WHEEL is the file Psoas came in"
        ) from missing
    builder = SparkSession.builder.appName("psoas share").config("spark.ui.enabled", "false")
    made = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", BATCH).getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    return made


def _read(session: Any, table: Path) -> Any:
    where = str(table.resolve())
    return session.read.parquet(where) if table.suffix == ".parquet" else session.read.csv(where, header=True)


def _arrow_schema(frame: Any) -> Any:
    from pyspark.sql.pandas.types import to_arrow_schema  # noqa: PLC0415  # see _session

    return to_arrow_schema(frame.schema)


def _spark_schema(schema: Any) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415  # see _session

    return from_arrow_schema(schema)


def _gathered(parts: Path, schema: Any) -> Iterator[Any]:
    """Parts by name, which is the order of the rows."""
    from pyarrow import parquet  # noqa: PLC0415  # see need_arrow

    arrow = need_arrow()
    for part in sorted(parts.glob("part-*.parquet")):
        for batch in parquet.ParquetFile(part).iter_batches(batch_size=BATCH):
            yield arrow.RecordBatch.from_arrays([column.cast(f.type) for column, f in zip(batch.columns, schema, strict=True)],
                                                schema=schema)  # fmt: skip


def _told(error: Exception) -> PsoasError:
    """The line of ours inside what a worker reports."""
    for line in str(error).splitlines():
        if "BadInput: " in line:
            return BadInput("--table", line.split("BadInput: ", 1)[1])
    return PsoasError(f"Spark could not do it: {str(error).splitlines()[0]}")
