"""Files in and out: what cannot be read is bad input, what is written is whole or not there."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO, TypeVar

from psoas.catalogue.retelling import retold
from psoas.exchange import atomic_file, handover, passphrase
from psoas.exchange.document_check import check
from psoas.exchange.documents import NAMES, name_told, read_document
from psoas.exchange.export import Export
from psoas.exchange.json_text import MAX_BYTES
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.language import ENGLISH, spoken

STANDARD_INPUT = Path("-")
D = TypeVar("D")
E = TypeVar("E")


def read_checked(path: Path, kind: type[D], *, today: date) -> D:
    """The document in this file, checked against the catalogue and the calendar; `-` reads standard input.

    Its reasons are told in the language that was asked for; unasked, they stay as they are written.
    """
    return _checked(read_bytes(path), kind, path, today=today)


def _checked(content: bytes, kind: type[D], path: Path, *, today: date) -> D:
    document = read_document(content, kind, where=str(path))
    try:
        check(document, today=today)
    except BadInput as bad:
        raise bad.found_in(str(path)) from bad
    return document if spoken() == ENGLISH else retold(document)


def read_saved(path: Path, *, today: date, ask: Callable[[], str]) -> Export:
    """The export in this file; where it was saved under a passphrase, that is asked for."""
    content = read_bytes(path)
    opened = passphrase.unseal(content, ask()) if passphrase.is_sealed(content) else content
    return _checked(opened, Export, path, today=today)


def read_shown(path: Path, *, today: date, ask_key: Callable[[], str], ask_passphrase: Callable[[], str]) -> Export:
    """The export in a hand-over, opened with the key that is asked for, or in a saved file."""
    content = read_bytes(path)
    if passphrase.is_sealed(content):
        opened = passphrase.unseal(content, ask_passphrase())
    elif content.lstrip().startswith(b"{"):
        opened = content
    elif handover.is_sealed(content):
        opened = handover.open_sealed(content, handover.read_key(ask_key(), now=datetime.now(UTC)))
    else:
        raise BadInput("file", "a hand-over that Psoas sealed", where=str(path))
    return _checked(opened, Export, path, today=today)


def read_either(path: Path, one: type[D], other: type[E], *, today: date) -> D | E:
    """The document in this file, which may be one of two kinds."""
    content = read_bytes(path)
    told = name_told(content, where=str(path))
    if told == NAMES[one]:
        return _checked(content, one, path, today=today)
    if told == NAMES[other]:
        return _checked(content, other, path, today=today)
    raise BadInput("psoas", f'"{NAMES[one]}/1" or "{NAMES[other]}/1"', where=str(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of at most 5 MB (a little more is read, so that the reader can refuse it)."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadInput("file", f"a file that can be read ({_why(error)})", where=str(path)) from error


def write_out(text: str, out: Path | None, *, force: bool) -> None:
    """To standard output, or whole into a new file (an existing one only with --force)."""
    if out is None:
        _print(text)
        return
    _check_place(out, force=force)
    try:
        atomic_file.write_file(out, text)
    except OSError as error:
        raise BadInput("-o", f"a place that can be written ({_why(error)})", where=str(out)) from error


def write_bytes(content: bytes, out: Path | None, *, force: bool) -> None:
    """A file that is no text, which needs a name."""
    if out is None:
        raise BadInput("-o", "a new file: this form is no text")
    with placing(out, force=force) as place:
        place.write_bytes(content)


@contextmanager
def writing(out: Path, *, force: bool) -> Iterator[TextIO]:
    """A new file to write into a stretch at a time; it appears under its name only when all went well."""
    _check_place(out, force=force)
    try:
        with atomic_file.writing(out) as file:
            yield file
    except OSError as error:
        raise BadInput("-o", f"a place that can be written ({_why(error)})", where=str(out)) from error


@contextmanager
def placing(out: Path, *, force: bool) -> Iterator[Path]:
    """A new file's place beside its name, for a library that writes by itself; it gets its name only when all went well."""
    _check_place(out, force=force)
    try:
        with atomic_file.placing(out) as place:
            yield place
    except OSError as error:
        raise BadInput("-o", f"a place that can be written ({_why(error)})", where=str(out)) from error


def _print(text: str) -> None:
    """To standard output and through it, so that a full disk behind it is told now and not lost at the end."""
    if sys.stdout is None:  # how Python tells a closed one
        raise BadInput("standard output", "an open one, or -o FILE")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left would fail once more at exit
        if isinstance(error, BrokenPipeError):
            return  # the reader has what it wanted
        raise BadInput("standard output", f"a place that can be written ({_why(error)})") from error


def _check_place(out: Path, *, force: bool) -> None:
    """A name that is free, or with --force an ordinary file; never a folder or a device."""
    try:
        if out.exists() and not out.is_file():
            raise BadInput("-o", "a file, not a folder or device", where=str(out))
        if out.exists() and not force:
            raise BadInput("-o", "a new file, or --force to replace this one", where=str(out))
    except OSError as error:
        raise BadInput("-o", f"a place that can be written ({_why(error)})", where=str(out)) from error


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
