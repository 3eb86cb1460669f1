"""The matrix, one sheet a family: each movement under each condition, operation, phase and wish, with the reasons.

·   open       △   open, with a change       ■   closed
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from string import ascii_uppercase

from psoas.catalogue.catalogue import Catalogue, load
from psoas.catalogue.entries import Exercise, Test
from psoas.catalogue.rules_version import rule_version
from psoas.catalogue.safety_rules import Condition
from psoas.screening.matrix import Cell, derive
from sheets.markdown import UNSIGNED, bullets, page, signature, table

SIGNS = {"open": "·", "changed": "△", "closed": "■"}
LEGEND = "· open   △ open, with the change said below   ■ closed, for the reason said below"
GROUPS = {
    "condition": "Conditions",
    "operation": "Operations",
    "phase": "Phases after an operation, a birth or an emergency",
    "combination": "Combinations",
    "circumstance": "Circumstances",
    "avoid": "Wishes",
}
WHAT_IT_IS = """Each exercise, test and measurement × each condition, operation, phase, combination, circumstance and wish.
It is derived: a movement declares what it asks of the body, a row declares what it forbids, and one forbidden demand is enough
to close. The version changes whenever a cell could; a signature holds for the version it names."""
HOW_TO_READ = """Read a sheet by its rows: a person has several at once, and the strictest holds. Somebody with a fusion has
the row of the operation and that of the phase. *Week* behind a movement is the first after a fusion at which it may be
offered, with clearance; 0: also without."""
DIFFERENCES = """Where the drill table after fusion and the exercise list differ from each other or from the matrix, the choice
that was made stands in [differences](rules/catalogue-differences.md): the stricter holds."""
Movement = Exercise | Test
Notes = tuple[tuple[str, str, str, str, str], ...]
"""State, movements, words, source, status."""


def pages() -> Mapping[str, str]:
    """The index and all sheets."""
    catalogue = load()
    cells = {(cell.movement, cell.condition): cell for cell in derive(catalogue)}
    sheets = _movements(catalogue)
    found = {f"matrix/{name}.md": _sheet(name, movements, catalogue, cells) for name, movements in sheets.items()}
    return {"matrix.md": _index(sheets, catalogue, cells), **found}


def _movements(catalogue: Catalogue) -> Mapping[str, list[Movement]]:
    sheets: dict[str, list[Movement]] = {}
    for exercise in catalogue.exercises.values():
        sheets.setdefault(exercise.family, []).append(exercise)
    tests = list(catalogue.tests.values())
    sheets["tests"] = [test for test in tests if test.id.endswith("-test")]
    sheets["measurements"] = [test for test in tests if not test.id.endswith("-test")]
    return sheets


def _index(sheets: Mapping[str, list[Movement]], catalogue: Catalogue, cells: Mapping[tuple[str, str], Cell]) -> str:
    version = rule_version(catalogue)
    body = [_counted(name, movements, catalogue, cells) for name, movements in sheets.items()]
    return page(
        "# The matrix",
        UNSIGNED,
        f"Rule version `{version}`. {WHAT_IT_IS}",
        table(["sheet", "movements", "· open", "△ changed", "■ closed"], body),
        HOW_TO_READ,
        DIFFERENCES,
        signature("the matrix as a whole", version),
    )


def _counted(name: str, movements: list[Movement], catalogue: Catalogue, cells: Mapping[tuple[str, str], Cell]) -> list[str]:
    states = [cells[movement.id, row].state for movement in movements for row in catalogue.conditions]
    return [f"[{name}](matrix/{name}.md)", str(len(movements)), *(str(states.count(state)) for state in SIGNS)]


def _sheet(name: str, movements: list[Movement], catalogue: Catalogue, cells: Mapping[tuple[str, str], Cell]) -> str:
    version = rule_version(catalogue)
    letters = dict(zip((movement.id for movement in movements), ascii_uppercase, strict=False))
    return page(
        f"# Matrix: {name.replace('-', ' ')}",
        UNSIGNED,
        f"Rule version `{version}`.   {LEGEND}",
        bullets(_named(movement, letters[movement.id]) for movement in movements),
        *_tables(movements, letters, catalogue, cells),
        "## Reasons",
        *_reasons(movements, letters, catalogue, cells),
        signature(f"the sheet {name}", version),
    )


def _named(movement: Movement, letter: str) -> str:
    week = movement.demands.healing_weeks
    return f"**{letter}** {movement.names.plain} (`{movement.id}`; {movement.names.clinical}; week {week})"


def _tables(
    movements: list[Movement], letters: Mapping[str, str], catalogue: Catalogue, cells: Mapping[tuple[str, str], Cell]
) -> Iterator[str]:
    by_group = sorted(catalogue.conditions.values(), key=lambda row: list(GROUPS).index(row.group))
    for group, rows in groupby(by_group, key=lambda row: row.group):
        body = [[row.name, *(SIGNS[cells[movement.id, row.id].state] for movement in movements)] for row in rows]
        yield f"## {GROUPS[group]}"
        yield table(["", *letters.values()], body)


def _reasons(
    movements: list[Movement], letters: Mapping[str, str], catalogue: Catalogue, cells: Mapping[tuple[str, str], Cell]
) -> Iterator[str]:
    """Rows that say the same of the same movements stand together."""
    together: dict[Notes, list[Condition]] = {}
    for row in catalogue.conditions.values():
        if notes := _notes(row, movements, letters, cells):
            together.setdefault(notes, []).append(row)
    for notes, rows in together.items():
        yield "**" + " · ".join(row.name for row in rows) + "**"
        yield bullets(f"{SIGNS[state]} {who}: {says} *({source}; {status})*" for state, who, says, source, status in notes)


def _notes(
    row: Condition, movements: list[Movement], letters: Mapping[str, str], cells: Mapping[tuple[str, str], Cell]
) -> Notes:
    said: dict[tuple[str, str, str, str], list[str]] = {}
    for movement in movements:
        cell = cells[movement.id, row.id]
        for reason, status in zip(cell.reasons, cell.statuses, strict=True):
            said.setdefault((cell.state, reason.says, reason.source, status), []).append(letters[movement.id])
    return tuple(
        (state, " ".join(dict.fromkeys(who)), says, source, status) for (state, says, source, status), who in said.items()
    )
