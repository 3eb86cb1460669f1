"""The house in numbers: `python docs/house.py` prints `docs/measured/house.md`, beside healthchecks and cosmicpython.

Sizes of functions and files, names that stand for two things, circles of imports, sentences left in rules. What must hold is a
test (tests/unit/test_house.py); this page says how much.
"""

import ast
import re
import subprocess
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
PAIRS = ("60", "209")
PAIRS_TOLD = """
Pairs were counted over the whole tree (584 files before, 1061 now). Templates are written one element a line now: written
so, the state before has 220, and this one had 444 until heads, rows, the ends of forms and folded lists got a home each. Of
the 209 left, 16 have the very same words (before 17, written one element a line) and 193 share a shape alone:

- 28 are lists of addresses, one `path(...)` a line, that each page family has for itself;
- 96 have a template on a side: a heading with a list below it, rows of a form, closing tags; none of the same words twice
  but an empty heading and four tails of tables and lists;
- 3 are colours told for the system's wish, for the person's and for paper, for phones that know no `light-dark()`
  ([decision 17](../decisions/0017-libraries-looked-at-once.md));
- options of commands, tables of checks, fields of values, migrations, and what a test has to say again by itself because it
  would prove nothing if it asked the code under test (the order in which weeks grow, a list of safety questions).

Where a rule of pain, dose or urgency stands is held by `tests/unit/vocabulary/test_scales.py` and
`tests/unit/test_rules_in_one_place.py`: no rule compares with a number that has no name, no such number has two homes, and
no room but screening decides how soon somebody must be seen. What the tests cannot see is one rule written in two ways.
"""
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
    known, named = list(modules()), nameless()
    told, all_ = bodies()
    rows = (
        ("function: median / p90 / longest, lines", "4 / 12 / 48", spread(functions), "7 / 32 / 181", "4 / 11 / 31"),
        ("file: median / longest, lines", "61 / 300", f"{median(sizes):.0f} / {sizes[-1]}", "42 / 1584", "41 / 120"),
        ("test lines per source line", "0.57", f"{share:.2f}", "1.40", "–"),
        (
            "a template's longest line: median / longest",
            "351 / 1166",
            f"{median(templates):.0f} / {templates[-1]}",
            "92 / 613",
            "–",
        ),
        ("commits whose body says why", "0 of 175", f"{told} of {all_}", "most", "–"),
        ("files named by a word of the glossary", "19 of 250", f"{len(known) - len(named)} of {len(known)}", "–", "–"),
        ("public classes of one name in two places", "13", f"{len(twice)}", "–", "–"),
        ("sentences for a person left in rules", "134", f"{len(list(sentences(sources)))}", "–", "–"),
        ("places where a rule of pain, dose or urgency stands", "2 to 6 each", "1 each, by test", "–", "–"),
        ("circles of imports, Python and TypeScript", "at least 1", "0, by contract", "0", "0"),
        ("pairs of places that share six lines or more", *PAIRS, "–", "–"),
    )
    head = "| measured | before | now | healthchecks | cosmicpython |\n|---|---|---|---|---|\n"
    table = head + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return (
        "# The house in numbers\n\nPrinted by `python docs/house.py`. Before is the state in which this was first asked for, "
        "175 commits from the start; the peers were measured in the same way, once.\n\n"
        f"{table}{PAIRS_TOLD}\n## Names that stand for two things\n\n{_named(twice)}\n## Words of the house\n\n"
        "[GLOSSARY](../../GLOSSARY.md) says what each word means and where it lives.\n"
    )


def bodies() -> tuple[int, int]:
    """Commits that say why in a body, and all."""
    log = subprocess.run(
        ["/usr/bin/env", "git", "log", "--format=%b%x00"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    told = [bool(one.strip()) for one in log.split("\0")[:-1]]
    return sum(told), len(told)


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
