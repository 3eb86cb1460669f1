"""The phone edition's Python in a process of its own, with nothing installed that a browser cannot have: follows every link.

Prints a JSON object: address to status. Usage: python walker.py BASE
"""

import json
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

ABSENT = (
    "numpy",
    "scipy",
    "ortools",
    "numba",
    "pandas",
    "cryptography",
    "granian",
    "segno",
    "highspy",
    "whitenoise",
    "uvloop",
)


class Absent(MetaPathFinder):
    """Refuses what Pyodide's platform has no build of, and what only a server needs."""

    def find_spec(self, name: str, *_: object) -> None:
        if name.split(".", maxsplit=1)[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def main(base: str) -> None:
    sys.meta_path.insert(0, Absent())
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from crawler import crawl  # noqa: PLC0415  # nothing may be imported before the finder stands

    from psoas.browser.startup import open_pages, prepare, tables  # noqa: PLC0415  # as above

    if tables() != "empty":
        raise SystemExit("a new database holds nothing")
    prepare()
    pages = open_pages(host="coach.example", secure=True, base=base)
    _on_record()

    def get(path: str) -> tuple[int, str]:
        for _ in range(5):
            answer = pages.answer("GET", path, {})
            location = dict(answer.headers).get("Location")
            if location is None:
                break
            path = location
        kind = dict(answer.headers).get("Content-Type", "")
        return answer.status, answer.body.decode() if "html" in kind else ""

    def here(path: str) -> tuple[int, str]:
        """Files are the host's, not Python's."""
        return (200, "") if path.startswith((f"{base}static/", f"{base}manifest", f"{base}service-worker")) else get(path)

    starts = ("", "library/", "learn/", "settings/", "patterns/", "picture/")
    sys.stdout.write(json.dumps(crawl(here, *(base + start for start in starts))))


def _on_record() -> None:
    """Maya with a plan, made without a solver, and a fortnight of log."""
    from datetime import timedelta  # noqa: PLC0415  # as above

    from example_people import MAYA  # noqa: PLC0415  # as above

    from psoas import journey  # noqa: PLC0415  # as above
    from psoas.diary.entry import Done, Entry, EntryPain  # noqa: PLC0415  # as above
    from psoas.records import actions  # noqa: PLC0415  # as above
    from psoas.web import clock  # noqa: PLC0415  # as above

    today = clock.today()
    start = today - timedelta(days=14)
    plan = journey.plan(MAYA, start=start, today=start)
    if plan.planner.solver != "greedy":
        raise SystemExit(f"solved by {plan.planner.solver}, which is not there")
    actions.keep_intake(intake=MAYA, clearance=plan.clearance, on=start)
    actions.keep_plan(plan=plan, reason="made", on=start)
    item = plan.weeks[0].days[0].sessions[0].items[0]
    for ago in range(1, 15):
        done = Done(exercise=item.exercise, side=item.side, sets=1, reps=item.reps)
        pain = EntryPain(before=5 - ago % 2, after=3, next_morning=3)
        actions.keep_entry(entry=Entry(on=today - timedelta(days=ago), pain=pain, exercises=(done,)), kind="log")


if __name__ == "__main__":
    main(sys.argv[1])
