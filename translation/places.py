"""Where texts for a person stand, and which file of translations each belongs to.

Every text is found the way it is shown: catalogue and figures by loading them, pages by Django's own reading of templates,
Python by its markers, commands by walking the command tree. A text stands in one file only: the first that says it.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import typer
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

from psoas.browser.shell_texts import ENGLISH as SHELL
from psoas.catalogue.catalogue import Catalogue, load_from
from psoas.catalogue.texts import reworded
from psoas.cli.language import help_texts
from psoas.cli.main import app
from psoas.figure.movement import movements
from psoas.mechanics.envelope import failures
from psoas.mechanics.tasks import Task

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/psoas"
SINGLE = ("_", "gettext", "gettext_lazy", "say", "say_later")
MANY = ("ngettext", "ngettext_lazy", "say_many")
WITH_CONTEXT = ("pgettext", "pgettext_lazy")
COMPLAINT = "BadInput"
"""Its second argument says what is allowed; one that is put together of parts names values and stays as it is."""
TAGS: dict[str, Any] = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_": None,
}
"""What Django leaves of a template's own tags."""
SAFETY = ("red_flags", "conditions", "needs")
KNOWLEDGE = ("tests", "habits", "questions", "stages", "guides", "claims", "thresholds", "emergencies")


@dataclass(frozen=True)
class Text:
    """One text: where it stands, its plural, what tells it from an equal one, what a translator should know."""

    says: str
    place: str
    plural: str | None = None
    context: str | None = None
    comments: tuple[str, ...] = ()


def files() -> dict[str, list[Text]]:
    """All texts by the file they belong to, each once, in reading order."""
    catalogue = load_from(SOURCE / "catalogue/data")
    exercises = list(catalogue.exercises.values())
    found: dict[str, Iterable[Text]] = {
        "safety": _entries(catalogue, SAFETY),
        "reasons": _entries(catalogue, ("reasons",)),
        "exercises-a-g": _texts("exercises", [one for one in exercises if one.id < "h"]),
        "exercises-h-r": _texts("exercises", [one for one in exercises if "h" <= one.id < "s"]),
        "exercises-s-z": _texts("exercises", [one for one in exercises if one.id >= "s"]),
        "knowledge": _entries(catalogue, KNOWLEDGE),
        "sources": _entries(catalogue, ("sources",)),
        "figures": _figures(),
        "pages": [*_templates(SOURCE / "web"), *_python(SOURCE / "web")],
        "player": _python(SOURCE / "session"),
        "phone": [*_shell(), *_python(SOURCE / "browser")],
        "command": [*_python(SOURCE / "cli"), *_commands(), *_rooms()],
    }
    return _each_once(found)


def _each_once(found: dict[str, Iterable[Text]]) -> dict[str, list[Text]]:
    """A text that stands in several places keeps all of them as references, in the first file that says it."""
    owners: dict[tuple[str | None, str], str] = {}
    result: dict[str, list[Text]] = {name: [] for name in found}
    for name, texts in found.items():
        for text in texts:
            owner = owners.setdefault((text.context, text.says), name)
            result[owner].append(text)
    return result


def _entries(catalogue: Catalogue, kinds: Iterable[str]) -> Iterator[Text]:
    for kind in kinds:
        yield from _texts(kind, getattr(catalogue, kind).values())


def _texts(kind: str, entries: Iterable[Any]) -> Iterator[Text]:
    for entry in entries:
        found: list[Text] = []

        def keep(at: str, says: str, *, found: list[Text] = found, name: str = entry.id) -> str:
            found.append(Text(says=says, place=f"{kind}/{name}.{at}"))
            return says

        reworded(entry, keep)
        yield from found


def _figures() -> Iterator[Text]:
    for movement in movements().values():
        yield Text(says=movement.says, place=f"figures/{movement.id}")
    for task in get_args(Task):
        yield from (Text(says=trial.says, place=f"mechanics/{trial.row}") for trial in failures(task))


def _shell() -> Iterator[Text]:
    for name, says in SHELL.items():
        yield Text(says=says, place=f"browser/page/words.json.{name}")


def _templates(folder: Path) -> Iterator[Text]:
    if not settings.configured:
        settings.configure(USE_I18N=True)
    for path in sorted(folder.rglob("*.html")):
        if "static" not in path.parts:
            # What is left of a template keeps its indentation, which means nothing here and something to a reader of Python.
            read = templatize(path.read_text("utf-8"), origin=str(path))
            yield from _tagged("\n".join(line.lstrip() for line in read.splitlines()), path)


def _tagged(content: str, path: Path) -> Iterator[Text]:
    for _line, message, comments, context in extract("python", BytesIO(content.encode()), TAGS, ("Translators:",)):
        says, plural = (message[0], message[1]) if isinstance(message, tuple) else (message, None)
        if says:
            yield Text(says=says, plural=plural, context=context, place=_place(path), comments=tuple(comments))


def _python(folder: Path) -> Iterator[Text]:
    for path in sorted(folder.rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
            yield from _said(call, path)


def _rooms() -> Iterator[Text]:
    """The rooms' own markers; what they say as data was found by loading it."""
    doors = ("web", "cli", "browser", "session")
    for folder in sorted(path for path in SOURCE.iterdir() if path.is_dir() and path.name not in doors):
        yield from _python(folder)


def _said(call: ast.Call, path: Path) -> Iterator[Text]:
    """The text of one marker; one that is put together of parts can never be found, and is refused."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    literal = [word.value if isinstance(word, ast.Constant) else None for word in call.args]
    if name in (*SINGLE, *MANY, *WITH_CONTEXT) and any(isinstance(word, ast.JoinedStr) for word in call.args[:1]):
        raise ValueError(f"{_place(path)}:{call.lineno}: {name} of a text with values in it: use gaps")
    if name in SINGLE and literal and isinstance(literal[0], str):
        yield Text(says=literal[0], place=_place(path))
    elif name in MANY and isinstance(literal[0], str):
        yield Text(says=literal[0], plural=str(literal[1]), place=_place(path))
    elif name in WITH_CONTEXT and isinstance(literal[1], str):
        yield Text(says=literal[1], context=str(literal[0]), place=_place(path))
    elif name == COMPLAINT and len(literal) > 1 and isinstance(literal[1], str):
        yield Text(says=literal[1], place=_place(path))


def _place(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _commands() -> Iterator[Text]:
    """What `--help` says of each command and option."""
    command = typer.main.get_command(app)
    yield from (Text(says=says, place=f"command/{where}") for where, says in help_texts(command))
