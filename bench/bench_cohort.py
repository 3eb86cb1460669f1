"""The virtual cohort: described people live eight weeks, and what must show is held against what shows.

python bench/bench_cohort.py [people] [--every] [--as-before]

Prints `docs/clinical/cohort.md`, and twenty people's weeks into `docs/clinical/cases/twenty-people.md`. `--every`: each
person lives every behaviour. `--as-before`: what is measured now is kept in `bench/cohort-before.json`, the column a change of
rules is read against.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cohort.behaviour import BEHAVIOURS
from cohort.case import cases
from cohort.crowd import EACH, live_all
from cohort.page import page
from cohort.result import Result
from cohort.targets import lines

PEOPLE = 1000
BEFORE = Path(__file__).with_name("cohort-before.json")
CLINICAL = Path(__file__).parents[1] / "docs" / "clinical"
PAGE, CASES = CLINICAL / "cohort.md", CLINICAL / "cases" / "twenty-people.md"


def run(people: int = PEOPLE, *, every: bool = False) -> dict[str, str]:
    """Live, print the page, and give each line of what must show."""
    results = live_all(people, every=every)
    before = json.loads(BEFORE.read_text("utf-8")) if BEFORE.exists() else {}
    each = len(BEHAVIOURS) if every else EACH
    PAGE.write_text(page(results, people=people, each=each, before=before), "utf-8")
    CASES.write_text(cases(), "utf-8")
    return figures(results)


def figures(results: tuple[Result, ...]) -> dict[str, str]:
    return {line.says: f"{line.measured} (target {line.target})" for line in lines(results)}


def keep_as_before(people: int) -> None:
    """What these rules measure, for the next page to be read against."""
    measured = {line.id: line.measured for line in lines(live_all(people))}
    BEFORE.write_text(json.dumps(measured, indent=2) + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    people = next((int(word) for word in arguments if word.isdigit()), PEOPLE)
    if "--as-before" in arguments:
        keep_as_before(people)
    for says, measured in run(people, every="--every" in arguments).items():
        print(f"  {says:<84} {measured}")


if __name__ == "__main__":
    main(sys.argv[1:])
