"""`python -m psoas.mechanics.validation`: the whole validation table, computed now, with its passes and failures.

python -m psoas.mechanics.validation            print it
python -m psoas.mechanics.validation --write F  write it as the page that the documentation ships
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from psoas.mechanics.choices import choices
from psoas.mechanics.consistency import consistency_rows, sign_rows
from psoas.mechanics.parameters import numbers, sources
from psoas.mechanics.peers import peer_rows
from psoas.mechanics.row import Found, Row, Setting
from psoas.mechanics.studies import study_rows
from psoas.mechanics.tasks import POSES, TASKS, Task, Validation
from psoas.vocabulary.evidence import STATUS_SAYS

SETTINGS: tuple[Setting, ...] = ("untuned", "fitted", "second curve", "as shown")
JUDGED: tuple[Setting, ...] = ("fitted", "as shown")
"""A task counts as validated only if both the model and what a person sees of it pass."""


def main(arguments: list[str]) -> int:
    """Print the table or write the page; the exit code does not judge: a failing row is a result."""
    page = render(all_rows())
    if arguments[:1] == ["--write"]:
        Path(arguments[1]).write_text(page, encoding="utf-8")
    else:
        sys.stdout.write(page)
    return 0


def all_rows() -> tuple[Row, ...]:
    """C, D and S rows in the order of their ids."""
    checks = sorted((*consistency_rows(), *peer_rows()), key=lambda row: row.id)
    return (*checks, *study_rows(), *sign_rows())


def state_of(task: Task, rows: Iterable[Row]) -> Validation:
    """Validated when every row of the task passes in every judged column and nothing of it went unchecked."""
    mine = [row for row in rows if row.id in POSES[task].rows]
    found = [row.found[setting] for row in mine for setting in JUDGED if setting in row.found]
    whole = len(mine) == len(POSES[task].rows) and not POSES[task].unchecked
    return "validated" if whole and all(result.passes for result in found) else "not-validated"


def render(rows: tuple[Row, ...]) -> str:
    """The page: states, checks, studies, signs, and every number with its source."""
    checks = [row for row in rows if row.id[0] == "C"]
    studies = [row for row in rows if row.id[0] == "D"]
    signs = [row for row in rows if row.id[0] == "S"]
    parts = [
        INTRODUCTION,
        "## What each movement's answer is worth",
        _table(("movement", "rows", "state", "why"), [_task_line(task, rows) for task in TASKS]),
        "## Is the code right?",
        _table((*HEAD[:5], "found"), [_line(row, ("fitted",)) for row in checks]),
        "## Does the model agree with people?",
        COLUMNS,
        _table((*HEAD, *SETTINGS), [_line(row, SETTINGS) for row in studies]),
        "\n".join(f"- **{row.id}** {row.says}" for row in studies if row.says),
        "## What was decided with results in view",
        _table(("decision", "why", "the other way"), list(choices())),
        "## Does it answer in the right direction?",
        _table((*HEAD[:5], "found"), [_line(row, ("fitted",)) for row in signs]),
        "## Every number",
        NUMBERS,
        _table(("number", "value", "what it is", "source", "status"), [_number_line(name) for name in numbers()]),
        "\n".join(f"- `{name}`: {cites}" for name, cites in sources().items()),
    ]
    return "\n\n".join(parts) + "\n"


HEAD = ("row", "what", "published", "tolerance", "inputs")
INTRODUCTION = """# How hips and lumbar spine share a movement: what the model was held against

*Computed by `python -m psoas.mechanics.validation`. No clinician has signed this page. The model explains; it changes no
plan and diagnoses nothing.*

Hips, five lumbar levels and the thoracolumbar joint are springs in a row; a movement divides itself among them by their
stiffness. A tolerance is the published standard deviation, or (marked *) a choice made before looking at the result. A row
that fails is shown failing, and its movement is called not validated wherever a person meets it."""
COLUMNS = """Four columns. *Untuned*: the stiffness that a follower load gives to specimens (0.66 Nm per degree).
*Fitted*: that one number calibrated on row D1 and on nothing else (1.13). *Second curve*: fitted, with the other published
family of hip curves: it disagrees with people, and is kept because it widens every range honestly. *As shown*: the means that
a person sees. No number was tuned to D2 to D10; the next section says what was decided with their results in view."""
NUMBERS = "Status: " + "; ".join(f"**{status}** {says}" for status, says in STATUS_SAYS.items()) + "."


def _task_line(task: Task, rows: tuple[Row, ...]) -> tuple[str, ...]:
    failing = [row.id for row in rows if row.id in POSES[task].rows and not all(_judged(row))]
    why = POSES[task].unchecked or (f"fails {', '.join(failing)}" if failing else "all rows pass")
    return task, ", ".join(POSES[task].rows), state_of(task, rows), why


def _judged(row: Row) -> list[bool]:
    return [bool(row.found[setting].passes) for setting in JUDGED if setting in row.found]


def _line(row: Row, columns: tuple[Setting, ...]) -> tuple[str, ...]:
    return (row.id, row.title, row.target, row.tolerance, row.inputs, *(_cell(row.found[column]) for column in columns))


def _cell(found: Found) -> str:
    verdict = {True: "pass", False: "**fail**", None: "not run"}[found.passes]
    return f"{found.says}: {verdict}"


def _number_line(name: str) -> tuple[str, ...]:
    number = numbers()[name]
    return name, " ".join(f"{one:g}" for one in number.values), number.says, number.source, number.status


def _table(head: tuple[str, ...], lines: list[tuple[str, ...]]) -> str:
    rows = [head, ("---",) * len(head), *lines]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
