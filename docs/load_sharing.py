"""Print `docs/clinical/load-sharing.md` with its pictures, and the facts that the product carries of it.

It takes a minute or two (a hundred thousand people are asked whether a stiffer hip ever bends more), so `make docs` leaves it
out; a test computes what the product carries anew.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests")]

from loadsharing import charts, facts, page  # noqa: E402  # docs is no package

from psoas.mechanics import coverage, envelope  # noqa: E402

CLINICAL = ROOT / "docs" / "clinical"


def main() -> int:
    """Facts first: the page and its pictures are made of them."""
    facts.PLACE.write_text(facts.text(), "utf-8")
    envelope.trials.cache_clear()
    coverage.coverages.cache_clear()
    (CLINICAL / "figures").mkdir(exist_ok=True)
    for name, text in charts.pictures().items():
        (CLINICAL / "figures" / name).write_text(text, "utf-8")
    (CLINICAL / "load-sharing.md").write_text(page.render(page.all_rows()), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
