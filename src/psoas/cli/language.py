"""Which language a command answers in, and its help and complaints in it.

`--language` anywhere on the line wins, then `PSOAS_LANGUAGE`; without either all of it is English, documents included. Help is
translated by walking the tree of commands once, so that no command knows of it.
"""

import os
from collections.abc import Iterator, Sequence
from typing import Any

from psoas.vocabulary.language import ENGLISH, known, say

OPTION, VARIABLE = "--language", "PSOAS_LANGUAGE"


def language_of(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language, and the line without the option; whatever a command starts speaks it too."""
    rest = list(arguments)
    asked = os.environ.get(VARIABLE, "")
    for place, word in enumerate(arguments):
        if word.partition("=")[0] == OPTION:
            asked, taken = (word.partition("=")[2], 1) if "=" in word else ("".join(arguments[place + 1 : place + 2]), 2)
            del rest[place : place + taken]
            break
    return (known(asked) if asked else ENGLISH), rest


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
