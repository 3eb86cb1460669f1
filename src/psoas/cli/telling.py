"""What `--help` says, in the language of the person: the tree of commands is walked once and its words are exchanged."""

from collections.abc import Iterator
from typing import Any

from psoas.vocabulary.language import say


def translate_help(command: Any) -> Any:
    for _, part in _parts(command, "psoas"):
        if part.help:
            part.help = say(_in_one_line(part.help))
    return command


def help_texts(command: Any) -> Iterator[tuple[str, str]]:
    """Where and what `--help` says, as written: all of it, for whoever translates."""
    for where, part in _parts(command, "psoas"):
        if part.help:
            yield where, _in_one_line(part.help)


def _parts(command: Any, where: str) -> Iterator[tuple[str, Any]]:
    """The command, its options and arguments, then what is below it."""
    yield where, command
    for part in command.params:
        if hasattr(part, "help"):
            yield f"{where}.{part.name}", part
    for name, below in getattr(command, "commands", {}).items():
        yield from _parts(below, f"{where}.{name}")


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
