"""The house in numbers: `python docs/house.py` prints `docs/measured/house.md`, beside healthchecks and cosmicpython.

Sizes of functions and files, names that stand for two things, circles of imports, sentences left in rules. What must hold is a
test (tests/unit/test_house.py); this page says how much.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "psoas"
GLOSSARY = ROOT / "GLOSSARY.md"
PAGE = ROOT / "docs" / "measured" / "house.md"
ROOMS = (
    "vocabulary", "statistics", "catalogue", "figure", "screening", "assessment", "mechanics", "planning", "session", "diary",
    "adaptation", "outcomes", "exchange", "records",
)  # fmt: skip
WORDS = (ast.Constant, ast.JoinedStr)
MADE = ("migrations", "locale", "built", "collected")


def main() -> int:
    PAGE.write_text(page(), "utf-8")
    return 0


def page() -> str:
    sources, tests = list(files(SOURCE, "py")), list(files(ROOT / "tests", "py"))
    functions, sizes = sorted(lengths(sources)), sorted(lines(path) for path in sources)
    templates = sorted(longest(path) for path in files(SOURCE, "html"))
    twice = {name: places for name, places in classes(sources).items() if len(places) > 1}
    share = sum(map(lines, tests)) / sum(map(lines, sources))
    rows = (
        ("function: median / p90 / longest, lines", spread(functions), "7 / 32 / 181", "4 / 11 / 31"),
        ("file: median / longest, lines", f"{median(sizes):.0f} / {sizes[-1]}", "42 / 1584", "41 / 120"),
        ("test lines per source line", f"{share:.2f}", "1.40", "–"),
        ("a template's longest line: median / longest", f"{median(templates):.0f} / {templates[-1]}", "92 / 613", "–"),
        ("sentences for a person left in rules", f"{len(list(sentences(sources)))}", "–", "–"),
        ("circles of imports, Python and TypeScript", "0, by contract", "0", "0"),
        ("public classes of one name in two places", f"{len(twice)}", "–", "–"),
    )
    head = "| measured | Psoas | healthchecks | cosmicpython |\n|---|---|---|---|\n"
    table = head + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return (
        "# The house in numbers\n\nPrinted by `python docs/house.py`. The peers were measured in the same way, once.\n\n"
        f"{table}\n## Names that stand for two things\n\n{_named(twice)}\n## Words of the house\n\n"
        "Every file outside the doors, by its name: what it is, in the first words of its own docstring.\n\n"
        + "".join(f"- **{name}** {says}\n" for name, says in words())
    )


def files(folder: Path, ending: str) -> Iterator[Path]:
    """What people wrote, in order."""
    yield from (path for path in sorted(folder.rglob(f"*.{ending}")) if not set(path.parts) & {*MADE, "__pycache__"})


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def lengths(paths: Iterable[Path]) -> Iterator[int]:
    """Lines of every function, its docstring left out."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                first = node.body[0]
                told = ast.get_docstring(node) is not None and first.end_lineno
                yield (node.end_lineno or 0) - node.lineno + 1 - (told - first.lineno + 1 if told else 0)


def longest(path: Path) -> int:
    return max(map(len, path.read_text("utf-8").splitlines()), default=0)


def spread(sizes: list[int]) -> str:
    return f"{median(sizes):.0f} / {quantiles(sizes, n=10)[-1]:.0f} / {sizes[-1]}"


def classes(paths: Iterable[Path]) -> dict[str, list[str]]:
    """Public classes by name, each with the files that have one."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(SOURCE).as_posix())
    return found


def sentences(paths: Iterable[Path]) -> Iterator[str]:
    """Reasons whose words stand in a rule instead of in the catalogue."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            made = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason"
            if made and any(word.arg == "says" and isinstance(word.value, WORDS) for word in node.keywords):
                yield f"{path.relative_to(SOURCE)}:{node.lineno}"


def words() -> Iterator[tuple[str, str]]:
    """Each module of a room with the sentence it begins with; one name in several rooms is told by each."""
    told: dict[str, list[str]] = defaultdict(list)
    for path in (path for room in ROOMS for path in files(SOURCE / room, "py") if path.stem != "__init__"):
        first = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n\n")[0]
        says = re.split(r"(?<=[.?])\s", " ".join(first.split()))[0]
        told[path.stem].append(f"({path.relative_to(SOURCE).parts[0]}) {says}")
    yield from ((name, " ".join(says)) for name, says in sorted(told.items()))


def modules() -> Iterator[Path]:
    """What has a name of ours: every Python file but signs and what a tool makes."""
    yield from (path for path in files(SOURCE, "py") if path.stem not in {"__init__", "__main__"})


def terms() -> dict[str, str]:
    """The glossary's words as file names would have them, in the singular, each with the file it lives in."""
    rows = (row.strip("| ").split(" | ") for row in GLOSSARY.read_text("utf-8").splitlines() if row.startswith("| "))
    pairs = (
        (_plain(part), row[2]) for row in rows if row[1] != "meaning" for part in re.sub(r"\(.*?\)", "", row[0]).split(",")
    )
    return dict(pairs)


def nameless() -> list[str]:
    """Modules whose name is no word of the glossary."""
    known = set(terms())
    return [path.relative_to(SOURCE).as_posix() for path in modules() if _plain(path.stem) not in known]


def _plain(word: str) -> str:
    """`Re-tests` and `retest` are one word; so are `clinician's limits` and `clinician_limits`."""
    kept = re.sub(r"'s?\b", "", word.lower())
    return "".join(_singular(part) for part in re.findall(r"[a-z]+", kept))


def _singular(word: str) -> str:
    for plural, one in (("ies", "y"), ("ches", "ch"), ("xes", "x"), ("ss", "ss"), ("is", "is"), ("us", "us"), ("s", "")):
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word.removesuffix(plural) + one
    return word


def _named(twice: dict[str, list[str]]) -> str:
    return "".join(f"- `{name}`: {', '.join(places)}\n" for name, places in sorted(twice.items())) or "None.\n"


if __name__ == "__main__":
    sys.exit(main())
