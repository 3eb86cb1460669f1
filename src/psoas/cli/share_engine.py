"""`psoas share --table`: a table of any length, read by DuckDB, solved in parallel, written as it comes. Memory stays flat.

    IN, OUT     .parquet or .csv, by their names           columns: `psoas.mechanics.people_table`
    engine      local: a thread for each core              spark: `mapInArrow` (extra `[spark]`)

Both engines run the one function over Arrow batches; each row's answer depends on that row alone, so the checksum printed at
the end is the same however the work was cut. The output appears whole or not at all.
"""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal, get_args

from psoas.cli.files import placing
from psoas.cli.share_output import write_batches
from psoas.mechanics.arrow import answer_batch, schema_of
from psoas.mechanics.people_table import check_names
from psoas.mechanics.tasks import Task
from psoas.vocabulary.errors import BadInput, PsoasError

Engine = Literal["local", "spark"]
ENGINES: tuple[Engine, ...] = get_args(Engine)
KINDS = (".parquet", ".csv")
BATCH = 65_536
AHEAD = 2
"""Batches that wait for each core."""


def share_file(table: Path, task: Task, *, trunk: float | None, out: Path | None, engine: str, force: bool) -> None:
    """Read, solve and write; how far it is and the checksum on standard error."""
    if out is None:
        raise BadInput("-o", "needed with --table: the table to write")
    for option, path in (("--table", table), ("-o", out)):
        if path.suffix not in KINDS:
            raise BadInput(option, "a name ending in .parquet or .csv", where=str(path))
    if engine not in ENGINES:
        raise BadInput("--engine", f"one of {', '.join(ENGINES)}")
    if not table.is_file():
        raise BadInput("--table", "a file that can be read", where=str(table))
    with placing(out, force=force) as place:
        try:
            count, checksum = _engine(engine)(table, place, out.suffix, task, trunk)
        except BadInput as bad:
            raise bad.found_in(str(table)) from bad
    print(f"\r{count:,} people, checksum {checksum}", file=sys.stderr)  # noqa: T201  # belongs on standard error


def _engine(name: str) -> Callable[[Path, Path, str, Task, float | None], tuple[int, str]]:
    if name == "local":
        return share_locally
    from psoas.cli.share_spark import share_on_spark  # noqa: PLC0415  # an extra of its own

    return share_on_spark


def share_locally(table: Path, place: Path, kind: str, task: Task, trunk: float | None) -> tuple[int, str]:
    """DuckDB reads, every core solves, one writes in the order of the rows."""
    reader = read_batches(table)
    check_names(reader.schema.names, task, trunk, place="line 1" if table.suffix == ".csv" else "columns")
    solve = _solver(table, task, trunk)
    return write_batches(in_parallel(solve, _numbered(reader)), schema_of(reader.schema), place, kind)


def read_batches(table: Path) -> Any:
    """The file as a stream of Arrow batches; a CSV file's cells stay text, so that a bad one can be named."""
    try:
        import duckdb  # noqa: PLC0415  # an extra
    except ImportError as missing:
        raise PsoasError(
            "--table needs the research extra: pip install 'WHEEL[research]', where WHEEL is the file Psoas came in"
        ) from missing
    read = (
        "read_parquet(?)"
        if table.suffix == ".parquet"
        else "read_csv(?, all_varchar=true, header=true, delim=',', quote='\"')"
    )
    try:
        reader = duckdb.connect()
        reader.execute("SET enable_progress_bar = false")
        return reader.sql(f"SELECT * FROM {read}", params=[str(table)]).to_arrow_reader(BATCH)  # noqa: S608  # one of two texts
    except duckdb.Error as error:
        raise BadInput("--table", f"a table that can be read ({_first_line(error)})") from error


def in_parallel(solve: Callable[[tuple[int, Any]], Any], batches: Iterable[tuple[int, Any]]) -> Iterator[Any]:
    """Answers in order, with no more batches in memory than the cores can take."""
    cores, waiting = os.cpu_count() or 1, deque[Future[Any]]()
    with ThreadPoolExecutor(cores) as pool:
        for batch in batches:
            waiting.append(pool.submit(solve, batch))
            if len(waiting) > AHEAD * cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _numbered(reader: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    first = 0
    for batch in reader:
        yield first, batch
        first += len(batch)


def _solver(table: Path, task: Task, trunk: float | None) -> Callable[[tuple[int, Any]], Any]:
    name, head = ("line", 2) if table.suffix == ".csv" else ("row", 1)

    def solve(numbered: tuple[int, Any]) -> Any:
        first, batch = numbered
        return answer_batch(batch, task, trunk, label=lambda row: f"{name} {first + row + head}")

    return solve


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
