"""`make bench`: each bench measures one thing beside a peer in the same run, and prints its figures.

python bench/run.py             all
python bench/run.py planning    one
"""

import importlib
import platform
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def main() -> int:
    names = sys.argv[1:] or sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    print(f"Python {platform.python_version()} on {platform.machine()}")
    for name in names:
        bench = importlib.import_module(name if name.startswith("bench_") else f"bench_{name}")
        print(f"\n{(bench.__doc__ or name).splitlines()[0]}")
        for figure, measured in bench.run().items():
            print(f"  {figure:<58} {measured}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
