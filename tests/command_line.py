"""The command line as somebody outside sees it: JSON in, exit code and text out. In one process, for speed."""

import contextlib
import io
import json
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from example_people import ALL_NO

from psoas.cli.main import main

Document = dict[str, Any]
TODAY, START = "2026-11-20", "2026-11-23"
LEAST: Document = {
    "psoas": "intake/1",
    "born": 1981,
    "sex": "female",
    "pain": {"now": 3, "average_week": 3, "weeks": 3},
    "answers": dict(ALL_NO),
    "minutes_per_day": 20,
    "training_days": ["mon", "wed", "fri"],
}
"""The least that an intake must say."""
EQUIPMENT = ["mat", "chair", "wall", "worktop", "bed", "table", "band", "weight", "step", "foam-roller", "ball", "bike"]


def ago(days: int) -> str:
    """So many days before today."""
    return (date.fromisoformat(TODAY) - timedelta(days)).isoformat()


def intake(*, answers: dict[str, Any] | None = None, **changes: Any) -> Document:
    """The least intake with these fields and answers."""
    document = deepcopy(LEAST) | changes
    document["answers"] = document["answers"] | (answers or {})
    return document


class Shell:
    """Runs commands on documents that it writes into a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = 0

    def file(self, content: Any) -> str:
        """A document on disk; text is written as it is."""
        self.files += 1
        path = self.folder / f"{self.files}.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)

    def run(self, *arguments: Any) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([str(argument) for argument in arguments])
        return code, out.getvalue(), err.getvalue()

    def read(self, *arguments: Any, code: int = 0) -> Document:
        """The document a command prints."""
        done, out, err = self.run(*arguments, "--json")
        assert (done, err) == (code, ""), (arguments, err)
        document = json.loads(out)
        assert isinstance(document, dict)
        return document

    def screen(self, **changes: Any) -> Document:
        return self.read("screen", self.file(intake(**changes)), "--today", TODAY)

    def plan(self, *, examination: Document | None = None, start: str = START, today: str = TODAY, **changes: Any) -> Document:
        more = ["--examination", self.file({"psoas": "examination/1", "on": ago(1)} | examination)] if examination else []
        return self.read("plan", self.file(intake(**changes)), *more, "--start", start, "--today", today)

    def refusal(self, *arguments: Any) -> str:
        """The one line of bad input; nothing on standard output."""
        code, out, err = self.run(*arguments)
        assert (code, out, err.count("\n")) == (2, "", 1), (arguments, code, err)
        return err
