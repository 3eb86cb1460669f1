"""`make bench`: each bench measures one thing beside a peer in the same run, and prints its figures.

python bench/run.py             all
python bench/run.py planning    one

Both into docs/measured/bench.md. A bench that cannot run says so in its part; the others run all the same.
"""

import importlib
import os
import platform
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
PAGE = HERE.parent / "docs/measured/bench.md"
HEAD = """# How fast

Printed by `make bench`, a part for each bench; each says when and where it was measured. Ratios and processor time say more
than seconds, which are those of one machine with whatever else it had to do. An aim is what the project asks of itself; a
figure without one is there to be read beside the others.
"""


def main() -> int:
    found = dict(_part(name) for name in sys.argv[1:] or sorted(path.stem for path in HERE.glob("bench_*.py")))
    known = dict(_read(PAGE.read_text("utf-8"))) if PAGE.exists() else {}
    parts = [f"## {title}\n\n{text}\n" for title, text in sorted({**known, **found}.items())]
    PAGE.write_text("\n".join([HEAD, *parts]), "utf-8")
    return 0


def _read(page: str) -> Iterator[tuple[str, str]]:
    """The parts that were printed before, by their titles: what is not measured now stays, with its day."""
    for part in page.split("\n## ")[1:]:
        title, _, text = part.partition("\n")
        yield title, text.strip()


def _part(name: str) -> tuple[str, str]:
    """One bench, printed as it comes, and as a part of the page."""
    bench = importlib.import_module(name if name.startswith("bench_") else f"bench_{name}")
    title, aims = (bench.__doc__ or name).splitlines()[0], getattr(bench, "AIMS", {})
    print(f"\n{title}", flush=True)
    began = time.monotonic()
    rows = {figure: str(measured) for figure, measured in _measured(bench).items()}
    for figure, measured in rows.items():
        print(f"  {figure:<58} {measured:<32} {aims.get(figure, '')}".rstrip(), flush=True)
    lines = [f"| {figure} | {measured} | {aims.get(figure, '')} |" for figure, measured in rows.items()]
    told = f"*{_where()}, in {time.monotonic() - began:.0f} s.*"
    return title.rstrip("."), "\n".join([told, "", "| | measured | aim |", "|---|---|---|", *lines])


def _where() -> str:
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    loaded = f", loaded by other work ({load:.0f} waiting)" if load > 2 * cores else ""
    today = date.today()  # noqa: DTZ011  # the day on the page
    return f"{today}, Python {platform.python_version()} on {platform.machine()}, {cores} cores{loaded}"


def _measured(bench: ModuleType) -> Mapping[str, object]:
    try:
        found: Mapping[str, object] = bench.run()
    except Exception as trouble:  # noqa: BLE001  # whatever it is, the other benches run
        traceback.print_exc()
        return {"could not run": f"{type(trouble).__name__}: {trouble}".splitlines()[0]}
    return found


if __name__ == "__main__":
    sys.exit(main())
