"""People as an Arrow table: the same answers, a batch at a time. Needs pyarrow (the extra `[research]`).

    share_table(table, task="forward-bend", trunk=60)

in     pyarrow.Table or RecordBatch, N rows, with any of the columns of `psoas.mechanics.people_table`: angles and sizes as
       numbers (or as text, as a CSV file has them), `sex` and `fused` as text; null or NaN is unknown
out    N rows, the same columns and behind them those that are added: float64 in degrees or parts of one (the unit stands in
       each field's metadata); unit, validation, outcome as text
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from psoas.mechanics.bodies import Floats
from psoas.mechanics.people_table import ADDED, NUMBERS, UNITS, Cells, answer, check_names
from psoas.mechanics.tasks import TASKS, Task
from psoas.vocabulary.errors import BadInput, PsoasError

if TYPE_CHECKING:
    import pyarrow as pa

Label = Callable[[int], str]
BATCH = 65_536
"""Rows that are solved together: memory stays flat, and no answer depends on how a table is cut."""


def share_table(table: Any, *, task: Task, trunk: float | None = None) -> Any:
    """Everybody's share of a movement beside what is known of them.

    table   pyarrow Table or RecordBatch, N rows (see above)
    task    forward-bend, sitting, sit-to-stand, squat or terminal-stance
    trunk   inclination of the chest, degrees, for rows without their own `trunk`; forward-bend needs one or the other

    Returns a pyarrow Table of N rows. BadInput names the row and the column. Means only: ranges are for one person.
    """
    arrow = need_arrow()
    if task not in TASKS:
        raise BadInput("task", f"one of {', '.join(TASKS)}")
    whole = arrow.Table.from_batches([table]) if isinstance(table, arrow.RecordBatch) else table
    check_names(whole.column_names, task, trunk, place="columns")
    done, batches = 0, []
    for batch in whole.to_batches(max_chunksize=BATCH):
        batches.append(answer_batch(batch, task, trunk, label=partial(_row, done)))
        done += len(batch)
    return arrow.Table.from_batches(batches, schema=schema_of(whole.schema))


def answer_batch(batch: "pa.RecordBatch", task: Task, trunk: float | None, *, label: Label) -> "pa.RecordBatch":
    """One batch with the added columns behind its own."""
    arrow = need_arrow()
    added = answer(_ArrowCells(batch, label), task, trunk)
    columns = [arrow.array(added[name], type=kind, from_pandas=True) for name, kind in _kinds()]
    return arrow.RecordBatch.from_arrays([*batch.columns, *columns], schema=schema_of(batch.schema))


def schema_of(given: "pa.Schema") -> "pa.Schema":
    """The columns given, then those that are added, with their units."""
    arrow = need_arrow()
    units = {name: {"unit": unit} for name, unit in UNITS.items()}
    return arrow.schema([*given, *(arrow.field(name, kind, metadata=units.get(name)) for name, kind in _kinds())])


def _row(first: int, row: int) -> str:
    return f"row {first + row + 1}"


def need_arrow() -> Any:
    """pyarrow, or one line that says how to get it."""
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra: only tables of researchers need it
    except ImportError as missing:
        raise PsoasError(
            "this table needs the research extra: pip install 'WHEEL[research]', where WHEEL is the file Psoas came in"
        ) from missing
    return pa


def _kinds() -> list[tuple[str, Any]]:
    arrow = need_arrow()
    return [(name, arrow.float64() if name in NUMBERS else arrow.string()) for name in ADDED]


class _ArrowCells(Cells):
    """A record batch as cells."""

    def __init__(self, batch: "pa.RecordBatch", label: Label) -> None:
        self.batch, self.label = batch, label
        self.names: Sequence[str] = batch.schema.names

    def __len__(self) -> int:
        return len(self.batch)

    def numbers(self, name: str) -> Floats:
        arrow, column = need_arrow(), self.batch.column(name)
        if arrow.types.is_string(column.type) or arrow.types.is_large_string(column.type):
            return self._read(name, column)
        if not (
            arrow.types.is_floating(column.type) or arrow.types.is_integer(column.type) or arrow.types.is_null(column.type)
        ):
            raise BadInput(name, f"numbers, not {column.type}")
        read = column.cast(arrow.float64()).to_numpy(zero_copy_only=False)
        if np.isinf(read).any():
            raise self.bad(int(np.isinf(read).argmax()), name, "empty, or a number")
        return np.array(read, dtype=np.float64)

    def texts(self, name: str) -> Sequence[str]:
        arrow, column = need_arrow(), self.batch.column(name)
        if not (
            arrow.types.is_string(column.type) or arrow.types.is_large_string(column.type) or arrow.types.is_null(column.type)
        ):
            raise BadInput(name, f"text, not {column.type}")
        return ["" if text is None else text for text in column.to_pylist()]

    def bad(self, row: int, name: str, allowed: str) -> BadInput:
        return BadInput(f"{self.label(row)}: {name}", allowed)

    def _read(self, name: str, column: Any) -> Floats:
        """Text as numbers, all at once; only where that fails is the bad cell looked for."""
        from pyarrow import compute  # noqa: PLC0415  # see need_arrow

        arrow = need_arrow()
        trimmed = compute.utf8_trim_whitespace(column)
        known = compute.if_else(compute.equal(trimmed, ""), None, trimmed)
        try:
            read = np.array(known.cast(arrow.float64()).to_numpy(zero_copy_only=False), dtype=np.float64)
            unread = ~np.isfinite(read) & known.is_valid().to_numpy(zero_copy_only=False)
        except arrow.ArrowInvalid:
            read, unread = np.empty(0), np.array([not _is_number(text) for text in known.to_pylist()])
        if unread.any():
            raise self.bad(int(unread.argmax()), name, "empty, or a number")
        return read


def _is_number(text: str | None) -> bool:
    try:
        return text is None or bool(np.isfinite(float(text)))
    except ValueError:
        return False
