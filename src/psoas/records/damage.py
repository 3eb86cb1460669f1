"""A row that cannot be read back: never skipped, since what it said may be the reason for a stop; told by its name instead."""

from typing import TypeVar

from psoas.diary.entry import Entry
from psoas.exchange.documents import read_document, read_part
from psoas.exchange.json_text import read_json
from psoas.vocabulary.errors import BadInput, PsoasError

D = TypeVar("D")


class Damaged(PsoasError):
    """Which row it is: its table and id, nothing of what it holds."""

    def __init__(self, row: str) -> None:
        self.row = row
        super().__init__(f"on record, but cannot be read: {row}")


def read_stored(text: str, kind: type[D], *, row: str) -> D:
    """The document (or the entry) of a row, or Damaged."""
    try:
        content = text.encode()
        return read_part(read_json(content), kind) if kind is Entry else read_document(content, kind, former=True)
    except (BadInput, AttributeError, UnicodeError) as error:  # the last two: what stands there is no text at all
        raise Damaged(row) from error
